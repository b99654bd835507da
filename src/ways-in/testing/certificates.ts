import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TestCertificates = { authority: string; key: string; certificate: string };

const oneDay = ['-days', '1'];
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** An authority of its own, and a certificate that it gives to a server of this name; both for one day. */
export function certificatesFor(name: string): TestCertificates {
  const folder = mkdtempSync(join(tmpdir(), 'forestall-certificates-'));
  const at = (file: string) => join(folder, file);
  const run = (...words: string[]) => execFileSync('openssl', words, { stdio: 'ignore' });
  const authority = ['-keyout', at('authority.key'), '-out', at('authority.pem'), '-subj', '/CN=Test authority'];
  run('req', '-x509', ...newKey, ...oneDay, ...authority, '-addext', 'basicConstraints=critical,CA:TRUE');
  run('req', ...newKey, '-keyout', at('server.key'), '-out', at('server.csr'), '-subj', `/CN=${name}`);
  writeFileSync(at('names'), `subjectAltName=DNS:${name}\n`);
  const by = ['-CA', at('authority.pem'), '-CAkey', at('authority.key'), '-CAcreateserial', '-extfile', at('names')];
  run('x509', '-req', '-in', at('server.csr'), ...by, ...oneDay, '-out', at('server.pem'));
  const read = (file: string) => readFileSync(at(file), 'utf8');
  const made = { authority: read('authority.pem'), key: read('server.key'), certificate: read('server.pem') };
  rmSync(folder, { recursive: true });
  return made;
}

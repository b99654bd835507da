import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificatesFor, type TestCertificates } from '../testing/certificates.ts';
import { type ImapServer, startImapServer, type Tls } from '../testing/imap-server.ts';
import { lookInto } from './look-into.ts';

let ours: TestCertificates;
let others: TestCertificates;
const servers: ImapServer[] = [];
beforeAll(() => {
  ours = certificatesFor('localhost');
  others = certificatesFor('mail.elsewhere.example');
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

async function serverWith(from: Tls['from'], { key, certificate }: TestCertificates): Promise<ImapServer> {
  const server = await startImapServer('tips@test.example', 'a password', { from, key, certificate });
  server.deliver('Subject: One\n\nWords.\n');
  servers.push(server);
  return server;
}

/** How many mails lie there untaken, or why nobody could look. */
const look = (server: ImapServer, more: { isTlsFromStart: boolean; authority: string }) =>
  lookInto(
    {
      host: 'localhost',
      port: server.port,
      user: 'tips@test.example',
      secret: 'a password',
      folder: 'INBOX',
      afterwards: 'keep',
      answers: false,
      ...more,
    },
    new Date('2026-11-01'),
    async (folder) => (await folder.untaken()).length,
  ).catch((error: { because: string }) => error.because);

describe.each(['start', 'asking'] as const)('a mailbox over TLS from its %s', (from) => {
  const isTlsFromStart = from === 'start';

  it('is looked into where the certificate comes from the authority that was named', async () => {
    const server = await serverWith(from, ours);

    expect(await look(server, { isTlsFromStart, authority: ours.authority })).toBe(1);
  });

  it('is told no password where nobody trusted gave the certificate, or another authority did', async () => {
    const server = await serverWith(from, ours);

    const unknown = await look(server, { isTlsFromStart, authority: '' });
    const another = await look(server, { isTlsFromStart, authority: others.authority });

    expect([unknown, another]).toEqual(['certificate', 'certificate']);
  });

  it('is told no password where the certificate is for another name', async () => {
    const server = await serverWith(from, others);

    expect(await look(server, { isTlsFromStart, authority: others.authority })).toBe('certificate');
  });
});

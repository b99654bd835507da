import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appendLeaf,
  checkpointLine,
  emptyTree,
  inclusionProof,
  leafHash,
  leafLine,
  rootOf,
  signCheckpoint,
  verifierKeyOf,
  verifyInclusion,
} from '../../src/platform/audit/tree/index.ts';
import { aKeyStore } from '../../src/platform/vault/testing/a-key-store.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const entries = isFull ? 1_000_000 : 50_000;
const secondsAtMost = isFull ? 60 : 20;
const hashesAtMost = 20;

const { checkpointKey } = aKeyStore();
const origin = 'forestall/published';
const key = verifierKeyOf(origin, checkpointKey.publicKey);
/** An entry as long as a real one. */
const entryOf = (leaf: number) =>
  JSON.stringify({
    act: 'report-opened',
    actor: '0192f0c0-0000-7000-8000-000000000000',
    at: '2026-11-23T10:00:00.000Z',
    leaf,
  });

let folder: string;
let file: string;
let leaves: Buffer[];
let root: Buffer;

/** Writes a log with one checkpoint at its end. */
async function writeLog(at: string, count: number): Promise<{ leaves: Buffer[]; root: Buffer }> {
  const to = createWriteStream(at);
  const written: Buffer[] = [];
  let frontier = emptyTree();
  for (let leaf = 0; leaf < count; leaf += 1) {
    const hash = leafHash(Buffer.from(entryOf(leaf)));
    written.push(hash);
    frontier = appendLeaf(frontier, hash);
    if (!to.write(leafLine(leaf, hash, entryOf(leaf)))) await once(to, 'drain');
  }
  const signed = rootOf(frontier);
  to.write(checkpointLine(signCheckpoint({ origin, size: count, root: signed }, checkpointKey)));
  await new Promise<void>((ended) => to.end(() => ended()));
  return { leaves: written, root: signed };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forestall-log-'));
  file = join(folder, 'log.jsonl');
  ({ leaves, root } = await writeLog(file, entries));
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const said = (line: string) => line.replace('report-opened', 'report-closed');

/** A line whose hash fits what it says now: only the checkpoint can tell. */
function underItsHash(line: string): string {
  const { leaf, entry } = JSON.parse(line) as { leaf: number; entry: string };
  return leafLine(leaf, leafHash(Buffer.from(entry)), entry).trimEnd();
}

/** Runs the program that stands alone on the file, as an auditor would, and takes its time. */
function verifyAlone(log = file): Promise<{ said: string; seconds: number }> {
  const start = performance.now();
  const child = spawn('/bin/sh', [
    '-c',
    `exec node_modules/.bin/node src/platform/audit/tree/verify-log.ts "$1" < "$2"`,
    'sh',
    key,
    log,
  ]);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said += piece;
  });
  return new Promise((resolve) =>
    child.on('close', () => resolve({ said, seconds: (performance.now() - start) / 1_000 })),
  );
}

describe('L-03 anyone can check', () => {
  it(`reads ${entries} entries by the program that stands alone within ${secondsAtMost} s`, {
    timeout: 300_000,
  }, async () => {
    const { said, seconds } = await verifyAlone();

    expect(said).toContain(`The log is whole: ${entries} leaves, 1 checkpoints`);
    expect(seconds).toBeLessThan(secondsAtMost);
    console.log(`L-03: ${entries} entries in ${seconds.toFixed(1)} s`);
  });

  it.each([
    ['says something else', ([line]) => [said(line!)], 'The first wrong leaf is 7'],
    ['says something else, under a hash of its own', ([line]) => [underItsHash(said(line!))], 'what the checkpoint'],
    ['is gone', () => [], 'The first wrong leaf is 7'],
    ['stands twice', ([line]) => [line!, line!], 'The first wrong leaf is 8'],
  ] as [string, (lines: string[]) => string[], string][])(
    'refuses a log with an entry that %s',
    async (_, change, because) => {
      const small = join(folder, 'small.jsonl');
      await writeLog(small, 20);
      const lines = (await readFile(small, 'utf8')).split('\n');
      await writeFile(small, [...lines.slice(0, 7), ...change(lines.slice(7, 8)), ...lines.slice(8)].join('\n'));

      const { said } = await verifyAlone(small);

      expect(said).not.toContain('The log is whole');
      expect(said).toContain(because);
    },
  );

  it(`shows that an entry is in the log with ${hashesAtMost} hashes at most`, { timeout: 300_000 }, () => {
    const some = [0, 1, Math.floor(entries / 3), Math.floor(entries / 2), entries - 2, entries - 1];

    const proofs = some.map((leafNumber) => ({ leafNumber, proof: inclusionProof(leafNumber, leaves) }));

    for (const { leafNumber, proof } of proofs) {
      expect(proof.length).toBeLessThanOrEqual(hashesAtMost);
      expect(verifyInclusion({ leafNumber, size: entries, leaf: leaves[leafNumber]!, proof, root })).toBe(true);
      expect(verifyInclusion({ leafNumber, size: entries, leaf: leafHash(Buffer.from('other')), proof, root })).toBe(
        false,
      );
    }
  });
});

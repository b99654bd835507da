import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aKeyStore } from '../../vault/testing/a-key-store.ts';
import {
  appendLeaf,
  checkpointLine,
  emptyTree,
  leafHash,
  leafLine,
  rootOf,
  sentenceOf,
  signCheckpoint,
  verifierKeyOf,
  verifyLog,
} from './index.ts';

const origin = 'forestall/c1';
const key = aKeyStore().checkpointKey;
const verifierKey = verifierKeyOf(origin, key.publicKey);

const entries = (count: number) => Array.from({ length: count }, (_, at) => `{"act":"read","leaf":${at}}`);
const leavesOf = (texts: readonly string[]) => texts.map((text, at) => leafLine(at, leafHash(Buffer.from(text)), text));

function checkpointOf(texts: readonly string[], signer = key): string {
  const tree = texts.map((text) => leafHash(Buffer.from(text))).reduce(appendLeaf, emptyTree());
  return checkpointLine(signCheckpoint({ origin, size: texts.length, root: rootOf(tree) }, signer));
}

/** A log of `count` entries with a checkpoint after every tenth. */
function aLog(count: number) {
  const texts = entries(count);
  const checkpoints = texts.flatMap((_, at) => ((at + 1) % 10 === 0 ? [checkpointOf(texts.slice(0, at + 1))] : []));
  return { texts, leaves: leavesOf(texts), checkpoints };
}

describe('verify-log', () => {
  it('finds a whole log whole and counts what is not yet signed', async () => {
    const { leaves, checkpoints } = aLog(37);

    const verdict = await verifyLog([...leaves, ...checkpoints], verifierKey);

    expect(verdict).toEqual({ ok: true, leaves: 37, checkpoints: 3, signedLeaves: 30, witnessed: null });
    expect(sentenceOf(verdict)).toBe('The log is whole: 37 leaves, 3 checkpoints; 7 leaves are not yet signed.');
  });

  it('names the leaf whose entry was edited', async () => {
    const { leaves, checkpoints } = aLog(30);
    const edited = leaves.with(17, leaves[17]!.replace('read', 'none'));

    const verdict = await verifyLog([...edited, ...checkpoints], verifierKey);

    expect(verdict).toMatchObject({ ok: false, firstWrongLeaf: 17, notAfter: 17, vouched: 10 });
    expect(sentenceOf(verdict)).toBe(
      'The first wrong leaf is 17. The entry is not the one that its hash was made of (line 18). ' +
        'Leaves 10 to 16 look right, but no checkpoint confirms them.',
    );
  });

  it('finds between two checkpoints the leaf that was edited together with its hash', async () => {
    const { texts, checkpoints } = aLog(30);
    const edited = leavesOf(texts.with(17, '{"act":"none","leaf":17}'));

    const verdict = await verifyLog([...edited, ...checkpoints], verifierKey);

    expect(verdict).toMatchObject({ ok: false, firstWrongLeaf: 10, notAfter: 19, vouched: 10 });
  });

  it('does not call the leaves before a wrong one right when nothing confirms them', async () => {
    const { texts, checkpoints } = aLog(30);
    const rewritten = leavesOf(texts.with(12, '{"act":"none","leaf":12}'));
    const alsoEdited = rewritten.with(17, rewritten[17]!.replace('read', 'none'));

    const verdict = await verifyLog([...alsoEdited, ...checkpoints], verifierKey);

    expect(verdict).toMatchObject({ ok: false, firstWrongLeaf: 17, vouched: 10 });
  });

  it('names the first missing leaf of a log whose tail was cut', async () => {
    const { leaves, checkpoints } = aLog(30);

    const verdict = await verifyLog([...leaves.slice(0, 25), ...checkpoints], verifierKey);

    expect(verdict).toMatchObject({ ok: false, firstWrongLeaf: 25, notAfter: 25 });
  });

  it('finds a log rewritten by the holder of the signing key, given one checkpoint kept elsewhere', async () => {
    const kept = checkpointOf(entries(20));
    const rewritten = entries(30).with(4, '{"act":"none","leaf":4}');
    const checkpoints = [checkpointOf(rewritten.slice(0, 20)), checkpointOf(rewritten)];

    const alone = await verifyLog([...leavesOf(rewritten), ...checkpoints], verifierKey);
    const withKept = await verifyLog([...leavesOf(rewritten), ...checkpoints, kept], verifierKey);

    expect(alone.ok).toBe(true);
    expect(withKept).toMatchObject({ ok: false, because: expect.stringContaining('signs another log of 20 leaves') });
  });

  it('refuses a checkpoint that another key signed, a log without any, and a key that was mistyped', async () => {
    const { texts, leaves, checkpoints } = aLog(10);
    const forged = checkpointOf(texts, aKeyStore().checkpointKey);
    const altered = checkpointOf(entries(9)).replace(String.raw`\n9\n`, String.raw`\n8\n`);

    const verdicts = await Promise.all([
      verifyLog([...leaves, ...checkpoints, forged], verifierKey),
      verifyLog([...leaves, ...checkpoints, altered], verifierKey),
      verifyLog(leaves, verifierKey),
      verifyLog([...leaves, ...checkpoints], verifierKey.replace('c1+', 'c2+')),
    ]);

    expect(verdicts.map(sentenceOf)).toEqual([
      'The checkpoint in line 12 is not signed by this key.',
      'The checkpoint in line 12 is not signed by this key.',
      'There is no checkpoint: nothing in this log is signed.',
      'The key is not of the form NAME+HASH+KEY, or it was mistyped.',
    ]);
  });

  it('never calls a log whole after a line was edited, removed, repeated or moved, and never blames a leaf too late', async () => {
    const { leaves, checkpoints } = aLog(40);
    const line = fc.nat(39);
    const mutation = fc.oneof(
      fc.tuple(line, line).map(([at]) => ({ at, lines: leaves.with(at, leaves[at]!.replace('read', 'seen')) })),
      line.map((at) => ({ at, lines: leaves.toSpliced(at, 1) })),
      line.map((at) => ({ at: at + 1, lines: leaves.toSpliced(at, 0, leaves[at]!) })),
      fc
        .tuple(line, line)
        .filter(([one, other]) => one < other)
        .map(([one, other]) => ({ at: one, lines: leaves.with(one, leaves[other]!).with(other, leaves[one]!) })),
      line.map((at) => ({ at, lines: leaves.with(at, 'not even JSON') })),
    );

    await fc.assert(
      fc.asyncProperty(mutation, async ({ at, lines }) => {
        const verdict = await verifyLog([...lines, ...checkpoints], verifierKey);

        expect(verdict).toMatchObject({ ok: false, firstWrongLeaf: at });
      }),
      { numRuns: 1000 },
    );
  });

  it('runs alone, from standard input', () => {
    const { leaves, checkpoints } = aLog(20);
    const program = fileURLToPath(new URL('./verify-log.ts', import.meta.url));
    const run = (lines: string[]) =>
      spawnSync(process.execPath, [program, verifierKey], { input: lines.join(''), encoding: 'utf8' });

    const whole = run([...leaves, ...checkpoints]);
    const cut = run([...leaves.slice(0, 19), ...checkpoints]);

    expect([whole.status, whole.stdout]).toEqual([
      0,
      'The log is whole: 20 leaves, 2 checkpoints; 0 leaves are not yet signed.\n',
    ]);
    expect(cut.status).toBe(1);
    expect(cut.stdout).toContain('The first wrong leaf is 19.');
  });
});

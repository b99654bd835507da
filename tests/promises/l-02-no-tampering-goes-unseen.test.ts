import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportAuditLog, verifyAuditLogs } from '../../src/app/audit-log.ts';
import {
  appendLeaf,
  checkpointLine,
  emptyTree,
  leafHash,
  leafLine,
  rootOf,
  signCheckpoint,
  verifierKeyOf,
  verifyLog,
} from '../../src/platform/audit/tree/index.ts';
import { aKeyStore } from '../../src/platform/vault/testing/a-key-store.ts';
import { must } from '../program/must.ts';
import { type Program, startProgram } from '../program/program.ts';
import { decide, reportConcern, type Stage, setTheStage } from '../program/stage.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const runs = isFull ? 1_000 : 60;

type Checkpoint = { size: number; note: string };
type Log = { entries: string[]; checkpoints: Checkpoint[] };
type Picks = { at: number; other: number };

let program: Program;
let stage: Stage;
let origin: string;
let key: string;
let log: Log;

beforeAll(async () => {
  program = await startProgram();
  stage = await setTheStage(program);
  await number();
  for (let round = 0; round < 3; round += 1) {
    const { id } = await reportConcern(program);
    await decide(stage.sessions.duty, id, { outcome: 'resolved-on-contact' });
    await number();
  }
  origin = `forestall/${program.communityId}`;
  key = verifierKeyOf(origin, program.ground.keyStore.checkpointKey.publicKey);
  log = await exported();
});
afterAll(() => program.close());

async function number(): Promise<void> {
  await program.sequence();
  await program.checkpoint();
}

async function exportedLines(): Promise<string[]> {
  const lines: string[] = [];
  await exportAuditLog(program.databases.ownerUrl, 'test-town', (line) => lines.push(line));
  return lines;
}

async function exported(): Promise<Log> {
  const records = (await exportedLines()).map((line) => JSON.parse(line) as { entry?: string; checkpoint?: string });
  const checkpoints = records.flatMap(({ checkpoint }) =>
    checkpoint ? [{ note: checkpoint, size: Number(checkpoint.split('\n')[1]) }] : [],
  );
  return { entries: records.flatMap(({ entry }) => (entry === undefined ? [] : [entry])), checkpoints };
}

/** The log as a thief would hand it over: every hash made anew from the entries that stand there now. */
const linesOf = ({ entries, checkpoints }: Log): string[] => [
  ...entries.map((entry, leaf) => leafLine(leaf, leafHash(Buffer.from(entry)), entry)),
  ...checkpoints.map(({ note }) => checkpointLine(note)),
];

/** A checkpoint over these entries, signed with the installation's own key or with another. */
function signed(entries: readonly string[], signingKey = program.ground.keyStore.checkpointKey): Checkpoint {
  const frontier = entries.reduce((tree, entry) => appendLeaf(tree, leafHash(Buffer.from(entry))), emptyTree());
  return {
    size: entries.length,
    note: signCheckpoint({ origin, size: entries.length, root: rootOf(frontier) }, signingKey),
  };
}

/** The same checkpoints at the same sizes over other entries. */
const signedAnew = (entries: string[], sizes: readonly number[], signingKey?: Parameters<typeof signed>[1]): Log => ({
  entries,
  checkpoints: sizes.filter((size) => size <= entries.length).map((size) => signed(entries.slice(0, size), signingKey)),
});

const sizesOf = ({ checkpoints }: Log) => checkpoints.map(({ size }) => size);
const upTo = (entries: number, { checkpoints }: Log) => checkpoints.filter(({ size }) => size <= entries);
const forged = (entry: string) => JSON.stringify({ ...JSON.parse(entry), act: 'nothing-happened' });
const swapped = (entries: readonly string[], { at, other }: Picks) =>
  entries.map((entry, index) => (index === at ? entries[other]! : index === other ? entries[at]! : entry));

type Mutation = (log: Log, picks: Picks) => Log;

/** Without a witness the installation's own signatures show these. */
const caughtAlone: Record<string, Mutation> = {
  'edit: one entry says something else': ({ entries, checkpoints }, { at }) => ({
    entries: entries.with(at, forged(entries[at]!)),
    checkpoints,
  }),
  'delete: one entry is gone': ({ entries, checkpoints }, { at }) => ({
    entries: entries.toSpliced(at, 1),
    checkpoints,
  }),
  'reorder: two entries changed places': ({ entries, checkpoints }, picks) => ({
    entries: swapped(entries, picks),
    checkpoints,
  }),
  'insert: one entry was put between': ({ entries, checkpoints }, { at }) => ({
    entries: entries.toSpliced(at, 0, forged(entries[at]!)),
    checkpoints,
  }),
  'cut tail: the last entries are gone': ({ entries, checkpoints }, { at }) => ({
    entries: entries.slice(0, at),
    checkpoints,
  }),
  'rewrite all, signed with another key': (whole, { at }) =>
    signedAnew(whole.entries.with(at, forged(whole.entries[at]!)), sizesOf(whole), aKeyStore().checkpointKey),
  'fork: both branches stand in one export': (whole, { at }) => {
    const other = signedAnew(whole.entries.with(at, forged(whole.entries[at]!)), sizesOf(whole));
    return { entries: whole.entries, checkpoints: [...whole.checkpoints, ...other.checkpoints] };
  },
};

/** These pass by themselves: only a checkpoint that somebody else kept shows them. Witnesses come later, and until then this stands. */
const passesUntilWitnessed: Record<string, Mutation> = {
  'cut tail: the last entries are gone with every checkpoint over them': (whole, { at }) => {
    const checkpoints = upTo(Math.max(at, whole.checkpoints[0]!.size), whole).slice(0, -1);
    const kept = checkpoints.length > 0 ? checkpoints : [whole.checkpoints[0]!];
    return { entries: whole.entries.slice(0, kept.at(-1)!.size), checkpoints: kept };
  },
  'rewrite all, signed with the stolen key': (whole, { at }) =>
    signedAnew(whole.entries.with(at, forged(whole.entries[at]!)), sizesOf(whole)),
  'delete: one entry is gone and the rest signed anew with the stolen key': (whole, { at }) =>
    signedAnew(whole.entries.toSpliced(at, 1), [whole.entries.length - 1]),
  'fork: one branch is shown to us, another to somebody else': (whole, { at }) => {
    const entries = [...whole.entries.slice(0, at), ...whole.entries.slice(at).map(forged)];
    return signedAnew(entries, sizesOf(whole));
  },
  'roll back database: yesterday’s copy goes on as if nothing had been since': (whole, { at }) => {
    const entries = [...whole.entries.slice(0, at), forged(whole.entries[at]!)];
    return signedAnew(entries, [entries.length]);
  },
};

const isWhole = async (one: Log, kept: readonly Checkpoint[] = []) =>
  (await verifyLog([...linesOf(one), ...kept.map(({ note }) => checkpointLine(note))], key)).ok;
const isTheSame = (one: Log, other: Log) => JSON.stringify(one) === JSON.stringify(other);

/** How many of many random mutations of one kind are seen, by the log alone and with the newest checkpoint kept elsewhere. */
async function seen(mutate: Mutation): Promise<{ made: number; alone: number; witnessed: number }> {
  const count = { made: 0, alone: 0, witnessed: 0 };
  const within = () => fc.nat(log.entries.length - 1);
  const kept = [log.checkpoints.at(-1)!];
  await fc.assert(
    fc.asyncProperty(fc.record({ at: within(), other: within() }), async (picks) => {
      const mutated = mutate(log, picks);
      if (isTheSame(mutated, log)) return;
      count.made += 1;
      if (!(await isWhole(mutated))) count.alone += 1;
      if (!(await isWhole(mutated, kept))) count.witnessed += 1;
    }),
    { numRuns: runs },
  );
  return count;
}

/** Changes the log in the database as its owner can, who takes the guards off first. */
async function tamper(statement: string): Promise<void> {
  const tables = ['audit_entries', 'audit_leaves', 'audit_checkpoints'];
  const { owner } = program.databases;
  for (const table of tables) await owner.query(`alter table ${table} disable trigger user`);
  await owner.query(statement);
  for (const table of tables) await owner.query(`alter table ${table} enable trigger user`);
}

const wholeInDatabase = async () =>
  (await verifyAuditLogs(program.databases.ownerUrl, program.ground.keyStore)).every((finding) => finding.isWhole);

describe('L-02 no tampering goes unseen', () => {
  it('says of an untouched log that it is whole, also by the program that stands alone', async () => {
    const alone = spawnSync('node_modules/.bin/node', ['src/platform/audit/tree/verify-log.ts', key], {
      input: (await exportedLines()).join(''),
      encoding: 'utf8',
    });

    expect(log.checkpoints.length).toBe(4);
    expect(await isWhole(log, [log.checkpoints.at(-1)!])).toBe(true);
    expect(await wholeInDatabase()).toBe(true);
    expect(alone.stdout).toContain(
      `The log is whole: ${log.entries.length} leaves, 4 checkpoints; 0 leaves are not yet signed.`,
    );
  });

  it.each(Object.keys(caughtAlone))('is caught without any witness — %s', async (kind) => {
    const { made, alone, witnessed } = await seen(caughtAlone[kind]!);

    expect(made).toBeGreaterThan(runs / 2);
    expect({ alone, witnessed }).toEqual({ alone: made, witnessed: made });
  });

  it.each(Object.keys(passesUntilWitnessed))(
    'passes until a witness exists, and is caught with one checkpoint kept elsewhere — %s',
    async (kind) => {
      const { made, alone, witnessed } = await seen(passesUntilWitnessed[kind]!);

      expect(made).toBeGreaterThan(runs / 2);
      expect({ alone, witnessed }).toEqual({ alone: 0, witnessed: made });
    },
  );

  it('passes for a minute at most: what was written since the last checkpoint is vouched for by nobody, and said so', async () => {
    const unsigned = { ...log, entries: [...log.entries, forged(log.entries[0]!)] };
    const verdict = await verifyLog(linesOf(unsigned), key);

    expect(verdict).toMatchObject({ ok: true, leaves: log.entries.length + 1, signedLeaves: log.entries.length });
  });

  it('is caught in the database itself when its owner changes an entry, takes one away, or moves two', async () => {
    const pair = `(select entry_id from audit_leaves order by leaf_number limit 1 offset `;
    const changes = [
      [
        `update audit_entries set body = replace(body, '"act":"', '"act":"x-') where id = ${pair}3)`,
        `update audit_entries set body = replace(body, '"act":"x-', '"act":"') where id = ${pair}3)`,
      ],
      [
        'update audit_leaves set leaf_number = leaf_number + 1000 where leaf_number = 5',
        'update audit_leaves set leaf_number = 5 where leaf_number = 1005',
      ],
      [`update audit_checkpoints set note = replace(note, 'a', 'b')`, null],
    ] as const;
    const verdicts: boolean[] = [];

    for (const [change, undo] of changes) {
      await tamper(change);
      verdicts.push(await wholeInDatabase());
      if (undo) await tamper(undo);
      if (undo) verdicts.push(await wholeInDatabase());
    }

    expect(verdicts).toEqual([false, true, false, true, false]);
  });

  it('would notice a bare chain: without checkpoints a cut and a rewrite are as whole as the log', async () => {
    const chained = ({ entries }: Log) =>
      entries.every(
        (entry, leaf) =>
          JSON.parse(linesOf({ entries, checkpoints: [] })[leaf]!).hash ===
          leafHash(Buffer.from(entry)).toString('base64'),
      );

    expect(chained({ ...log, entries: log.entries.slice(0, 3) })).toBe(true);
    expect(chained({ ...log, entries: log.entries.map(forged) })).toBe(true);
    expect(await isWhole({ ...log, entries: log.entries.slice(0, 3) })).toBe(false);
    expect(await isWhole({ ...log, checkpoints: [] })).toBe(false);
  });

  it('cannot lose an entry between the act and the log: what waits is numbered before the next checkpoint', async () => {
    const before = log.entries.length;
    await must(stage.sessions.duty.call('GET', `/api/v1/reports/${stage.waiting.id}`));
    await program.sequence();

    const { entries } = await exported();
    expect(entries.length).toBe(before + 1);
    expect(JSON.parse(entries.at(-1)!)).toMatchObject({
      act: 'report-opened',
      actor: program.actors.duty.personId,
      recordId: stage.waiting.id,
    });
  });
});

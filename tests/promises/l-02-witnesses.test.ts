import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportAuditLog, verifyAuditLogs } from '../../src/app/audit-log.ts';
import { openSequencer, type Sequencer } from '../../src/platform/audit/sequencer.ts';
import {
  consistencyProof,
  leafHash,
  rootOfLeaves,
  signCheckpoint,
  verifierKeyOf,
  verifyLog,
} from '../../src/platform/audit/tree/index.ts';
import {
  acceptLog,
  addWitness,
  ownWitnessKey,
  type Post,
  witnessedLogs,
} from '../../src/platform/audit/witness/index.ts';
import { writeSubmission } from '../../src/platform/audit/witness/submission.ts';
import { seededChance } from '../../src/platform/chance.ts';
import { aKeyStore } from '../../src/platform/vault/testing/a-key-store.ts';
import { type Program, startProgram } from '../program/program.ts';
import { reportConcern } from '../program/stage.ts';

const runs = process.env.FORESTALL_PROMISES === 'full' ? 1_000 : 20;

/** The installation whose log is watched, and a partner's that watches it. */
let home: Program;
let witness: Program;
let sequencer: Sequencer;
let key: string;
let isReached = true;

/** The network between the two: one posts, the other's real door answers. */
const post: Post = async (address, body) => {
  if (!isReached) throw new Error('nobody answers');
  const answer = await witness.request('POST', new URL(address).pathname, {
    body,
    headers: { 'content-type': 'text/plain' },
  });
  return { status: answer.status, text: answer.text };
};

beforeAll(async () => {
  home = await startProgram({ slug: 'home-town' });
  witness = await startProgram({ slug: 'partner-town' });
  const { ground, databases, communityId } = home;
  sequencer = openSequencer(databases.sequencerUrl, ground.keyStore, ground.clock);
  key = verifierKeyOf(`forestall/${communityId}`, ground.keyStore.checkpointKey.publicKey);
  await ground.database.withoutCommunity((sql) =>
    addWitness(sql, ground.clock, 'https://partner.test/api/v1/witness/', ownWitnessKey(witness.ground.keyStore)),
  );
  await witness.ground.database.withoutCommunity((sql) => acceptLog(sql, witness.ground.clock, key));
});
afterAll(async () => {
  await sequencer.close();
  await Promise.all([home.close(), witness.close()]);
});

/** One minute of an installation: its acts numbered, its head signed and shown. Gives how many heads were cosigned. */
async function aMinute(): Promise<number> {
  home.clock.advance(60_000);
  witness.clock.advance(60_000);
  await sequencer.sequence();
  await sequencer.checkpoint();
  return await sequencer.showHeads(post);
}

async function act(times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) await reportConcern(home);
}

const watched = async () => (await witness.ground.database.withoutCommunity(witnessedLogs))[0]!;
const standing = async () =>
  (await home.databases.owner.query('select seen_size::int as size, trouble from witness_standings')).rows[0] as {
    size: number;
    trouble: string | null;
  };
const sizeOfLog = async () =>
  (await home.databases.owner.query<{ size: number }>('select size::int as size from audit_trees')).rows[0]!.size;

async function exported(): Promise<string[]> {
  const lines: string[] = [];
  await exportAuditLog(home.databases.ownerUrl, 'home-town', (line) => lines.push(line));
  return lines;
}

const tables = ['audit_entries', 'audit_leaves', 'audit_checkpoints', 'audit_cosignatures'];

/** Changes the log as its owner can, who takes the guards off first, and who holds every key of the installation. */
async function tamper(...statements: string[]): Promise<void> {
  const { owner } = home.databases;
  for (const table of tables) await owner.query(`alter table ${table} disable trigger user`);
  for (const statement of statements) await owner.query(statement);
  for (const table of tables) await owner.query(`alter table ${table} enable trigger user`);
}

/** The database as it was when the log had so many entries, as a restored backup gives it. */
async function rollBackTo(size: number, frontier: Buffer): Promise<void> {
  await tamper(
    `delete from audit_cosignatures where size > ${size}`,
    `delete from audit_checkpoints where size > ${size}`,
    `delete from audit_leaves where leaf_number >= ${size}`,
    'delete from audit_entries e where not exists (select from audit_leaves l where l.entry_id = e.id)',
    `update audit_trees set size = ${size}, frontier = '\\x${frontier.toString('hex')}'`,
    `update witness_standings set seen_size = ${size}`,
  );
}

const frontierNow = async () =>
  (await home.databases.owner.query<{ frontier: Buffer }>('select frontier from audit_trees')).rows[0]!.frontier;

const leavesFrom = (seed: string, count: number): Buffer[] =>
  Array.from({ length: count }, (_, at) => leafHash(Buffer.from(`${seed} ${at}`)));

type Picks = { at: number; other: number };

/** What a thief makes of the leaves that the witness has seen, and how the log then goes on. */
const mutations: Record<string, (leaves: Buffer[], picks: Picks, more: Buffer[]) => Buffer[]> = {
  edit: (leaves, { at }, more) => [...leaves.with(at, leafHash(leaves[at]!)), ...more],
  delete: (leaves, { at }, more) => [...leaves.toSpliced(at, 1), ...more],
  insert: (leaves, { at }, more) => [...leaves.toSpliced(at, 0, leafHash(leaves[at]!)), ...more],
  reorder: (leaves, { at }, more) => [...leaves.with(at, leaves.at(at - 1)!).with(at - 1, leaves[at]!), ...more],
  'cut tail': (leaves, { at }) => leaves.slice(0, at),
  'rewrite all': (leaves, _, more) => [...leaves.map((leaf) => leafHash(leaf)), ...more],
  fork: (leaves, { at, other }, more) => [...leaves.slice(0, at), ...leavesFrom(`fork ${other}`, 45 - at), ...more],
  'roll back database': (leaves, { at }, more) => [...leaves.slice(0, at), ...more],
};

describe('L-02 with a witness: two real installations', () => {
  it('gets every head cosigned, also when the log has not grown, and an auditor sees it', async () => {
    await act(3);
    const first = await aMinute();
    await act(4);
    const second = await aMinute();
    const idle = await aMinute();

    const verdict = await verifyLog(await exported(), key, [ownWitnessKey(witness.ground.keyStore)]);
    const size = await sizeOfLog();
    expect([first, second, idle]).toEqual([1, 1, 1]);
    expect(await watched()).toMatchObject({ size, doubt: null });
    expect(verdict).toMatchObject({ ok: true, leaves: size, witnessed: { size } });
  });

  it('does not take another witness for this one', async () => {
    const verdict = await verifyLog(await exported(), key, [ownWitnessKey(home.ground.keyStore)]);

    expect(verdict).toMatchObject({ ok: false, because: expect.stringContaining('None of these witnesses') });
  });

  it('says that a witness cannot be reached, and goes on as if nothing had been once it can', async () => {
    isReached = false;
    await act();
    const missed = await aMinute();
    const during = await standing();
    isReached = true;
    await act(2);
    const after = await aMinute();

    expect([missed, during.trouble, after]).toEqual([0, 'unreachable', 1]);
    expect(await standing()).toMatchObject({ trouble: null });
  });

  it('refuses what is no checkpoint, of no known log, signed by nobody, or without a proof', async () => {
    const { note } = await watched();
    const send = async (body: string) =>
      (await post('https://partner.test/api/v1/witness/add-checkpoint', body)).status;
    const own = note!.split('\n\n')[0]!;

    const statuses = [
      await send('hello'),
      await send(`old 0\n\n${note!.replace('forestall/', 'another/')}`),
      await send(`old 0\n\n${own}\n\n— forestall/x AAAA\n`),
      await send(`old 0\n\n${note}`),
    ];

    expect(statuses).toEqual([400, 404, 403, 409]);
  });

  it('catches within a minute a database that was rolled back, before and after it grows past what was seen', async () => {
    await aMinute();
    const [size, frontier] = [await sizeOfLog(), await frontierNow()];
    await act(3);
    await aMinute();
    await rollBackTo(size, frontier);

    const short = await aMinute();
    const shortTrouble = (await standing()).trouble;
    const doubt = (await watched()).doubt;
    await act(6);
    const grown = await aMinute();

    expect([short, shortTrouble, doubt]).toEqual([0, 'has-seen-more', 'older-head']);
    expect([grown, (await standing()).trouble, (await watched()).doubt]).toEqual([0, 'sees-another-log', 'no-proof']);
    const alone = await verifyAuditLogs(home.databases.ownerUrl, home.ground.keyStore);
    const lines = [JSON.stringify({ checkpoint: (await watched()).note })];
    const kept = await verifyAuditLogs(home.databases.ownerUrl, home.ground.keyStore, { lines });
    expect([alone[0]!.isWhole, kept[0]!.isWhole]).toEqual([true, false]);
  });

  it('cannot be made to forget, even by the owner of its database', async () => {
    const forgetting = witness.databases.owner.query('update witnessed_logs set size = 0');

    await expect(forgetting).rejects.toThrow('a witness does not forget');
  });

  it.each(Object.keys(mutations))(
    `cosigns none of ${runs} logs of a thief who holds the log’s own key — %s`,
    async (kind) => {
      const { checkpointKey } = aKeyStore();
      const origin = `forestall/stolen-${kind.replaceAll(' ', '-')}`;
      await witness.ground.database.withoutCommunity((sql) =>
        acceptLog(sql, witness.ground.clock, verifierKeyOf(origin, checkpointKey.publicKey)),
      );
      const show = async (leaves: readonly Buffer[], oldSize: number) => {
        const note = signCheckpoint({ origin, size: leaves.length, root: rootOfLeaves(leaves) }, checkpointKey);
        const proof = oldSize > 0 && oldSize < leaves.length ? consistencyProof(oldSize, leaves) : [];
        const body = writeSubmission({ oldSize, proof, note });
        return (await post('https://partner.test/api/v1/witness/add-checkpoint', body)).status;
      };
      const honest = leavesFrom('honest', 40);
      const first = [await show(honest.slice(0, 23), 0), await show(honest, 23)];
      const statuses = new Set<number>();

      for (let run = 0; run < runs; run += 1) {
        const [at, more, other] = seededChance(`${kind} ${run}`).bytes(3);
        const picks = { at: at! % honest.length, other: other! % honest.length };
        const stolen = mutations[kind]!(honest, picks, leavesFrom(`${kind} ${run}`, more! % 50));
        statuses.add(await show(stolen, honest.length));
        statuses.add(await show(stolen, Math.min(picks.at, stolen.length)));
      }

      expect(first).toEqual([200, 200]);
      expect([...statuses].filter((status) => status !== 409 && status !== 422)).toEqual([]);
      expect(await show([...honest, ...leavesFrom('later', 3)], honest.length)).toBe(200);
    },
    runs * 1_000 + 60_000,
  );

  it('would notice a witness that asks for no proof', async () => {
    await witness.databases.owner.query('alter table witnessed_logs disable trigger user');
    await witness.databases.owner.query('update witnessed_logs set size = 0, note = null, cosigned_at = null');

    const cosigned = await aMinute();

    expect(cosigned).toBe(1);
  });
});

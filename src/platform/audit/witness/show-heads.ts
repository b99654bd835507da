import type pg from 'pg';
import type { Clock } from '../../clock.ts';
import {
  consistencyProof,
  consistencyProofFrom,
  cosignedAt,
  parseFrontier,
  parseWitnessVerifierKey,
} from '../tree/index.ts';
import { writeSubmission } from './submission.ts';

/** Sends a text to an address and gives what comes back; throws where nobody answers. */
export type Post = (address: string, body: string) => Promise<{ status: number; text: string }>;
/** The logs here, each behind its own wall. */
export type Logs = {
  pool: pg.Pool;
  communities(): Promise<string[]>;
  inCommunity<T>(community: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
};
type Witness = { name: string; address: string; verifier_key: string };
type Head = { size: number; note: string };
type Trouble = 'unreachable' | 'refused' | 'has-seen-more' | 'sees-another-log';
type Shown = { line: string } | { trouble: Trouble };

/** Shows the last head of every log to every witness, also one that has not grown: a witness that has seen more says so. */
export async function showHeads(logs: Logs, clock: Clock, post: Post): Promise<number> {
  const { rows: witnesses } = await logs.pool.query<Witness>('select name, address, verifier_key from witnesses');
  let cosigned = 0;
  for (const community of witnesses.length > 0 ? await logs.communities() : []) {
    const head = await logs.inCommunity(community, lastHead);
    for (const witness of head ? witnesses : []) {
      const shown = await show(logs, community, witness, head!, post);
      await logs.inCommunity(community, (client) => keep(client, { community, witness, head: head!, shown, clock }));
      if ('line' in shown) cosigned += 1;
    }
  }
  return cosigned;
}

async function lastHead(client: pg.PoolClient): Promise<Head | undefined> {
  const { rows } = await client.query<{ size: string; note: string }>(
    'select size, note from audit_checkpoints order by size desc limit 1',
  );
  return rows[0] && { size: Number(rows[0].size), note: rows[0].note };
}

/** Shows one head; where the witness remembers another size than we do, once more from there. */
async function show(logs: Logs, community: string, witness: Witness, head: Head, post: Post): Promise<Shown> {
  const verifier = parseWitnessVerifierKey(witness.verifier_key);
  if (!verifier) return { trouble: 'refused' };
  try {
    const known = await logs.inCommunity(community, (client) => sizeSeenBy(client, witness.name));
    let answer = await submit(logs, community, witness, head, Math.min(known, head.size), post);
    const remembered = answer.status === 409 ? Number(answer.text.trim()) : Number.NaN;
    if (remembered > head.size) return { trouble: 'has-seen-more' };
    if (remembered >= 0 && remembered !== known)
      answer = await submit(logs, community, witness, head, remembered, post);
    if (answer.status === 409 || answer.status === 422) return { trouble: 'sees-another-log' };
    const holds = answer.status === 200 && cosignedAt(head.note + answer.text, verifier) !== null;
    return holds ? { line: answer.text } : { trouble: 'refused' };
  } catch {
    return { trouble: 'unreachable' };
  }
}

async function submit(logs: Logs, community: string, witness: Witness, head: Head, oldSize: number, post: Post) {
  const proof = await logs.inCommunity(community, (client) => proofFrom(client, oldSize, head.size));
  return await post(`${witness.address}/add-checkpoint`, writeSubmission({ oldSize, proof, note: head.note }));
}

async function sizeSeenBy(client: pg.PoolClient, witness: string): Promise<number> {
  const { rows } = await client.query<{ size: string }>(
    'select seen_size as size from witness_standings where witness = $1',
    [witness],
  );
  return Number(rows[0]?.size ?? 0);
}

/** From a checkpoint of ours it costs what came after it; from any other size, the whole log. */
async function proofFrom(client: pg.PoolClient, oldSize: number, size: number): Promise<Buffer[]> {
  if (oldSize === 0 || oldSize === size) return [];
  const { rows } = await client.query<{ frontier: Buffer | null }>(
    'select frontier from audit_checkpoints where size = $1',
    [oldSize],
  );
  const frontier = rows[0]?.frontier;
  const leaves = await leavesBetween(client, frontier ? oldSize : 0, size);
  return frontier ? consistencyProofFrom(parseFrontier(frontier), leaves) : consistencyProof(oldSize, leaves);
}

async function leavesBetween(client: pg.PoolClient, from: number, to: number): Promise<Buffer[]> {
  const { rows } = await client.query<{ leaf_hash: Buffer }>(
    'select leaf_hash from audit_leaves where leaf_number >= $1 and leaf_number < $2 order by leaf_number',
    [from, to],
  );
  return rows.map(({ leaf_hash }) => leaf_hash);
}

type Kept = { community: string; witness: Witness; head: Head; shown: Shown; clock: Clock };

async function keep(client: pg.PoolClient, { community, witness, head, shown, clock }: Kept): Promise<void> {
  const [now, name] = [clock.now(), witness.name];
  if ('trouble' in shown) {
    await client.query(
      `insert into witness_standings (community_id, witness, trouble, trouble_since) values ($1, $2, $3, $4)
       on conflict (community_id, witness) do update set trouble = excluded.trouble,
         trouble_since = coalesce(witness_standings.trouble_since, excluded.trouble_since)`,
      [community, name, shown.trouble, now],
    );
    return;
  }
  await client.query(
    `insert into audit_cosignatures (community_id, size, witness, line, cosigned_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [community, head.size, name, shown.line, now],
  );
  await client.query(
    `insert into witness_standings (community_id, witness, seen_size, seen_at) values ($1, $2, $3, $4)
     on conflict (community_id, witness) do update set seen_size = excluded.seen_size, seen_at = excluded.seen_at,
       trouble = null, trouble_since = null`,
    [community, name, head.size, now],
  );
}

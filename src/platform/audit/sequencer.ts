import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { openPool } from '../db/pool.ts';
import type { KeyStore } from '../vault/index.ts';
import {
  appendLeaf,
  emptyTree,
  leafHash,
  parseFrontier,
  rootOf,
  serialiseFrontier,
  signCheckpoint,
} from './tree/index.ts';
import { type Post, showHeads } from './witness/show-heads.ts';

const batchSize = 1_000;
/** One number for the whole cluster: a second sequencer waits its turn instead of forking the log. */
const sequencerLock = 7_041_962;

export type Sequencer = {
  /** Numbers all waiting entries now; resolves to how many. */
  sequence(): Promise<number>;
  /** Signs the present head of each community's log that has grown since its last checkpoint. */
  checkpoint(): Promise<number>;
  /** Shows each log's last head to each witness and keeps what they sign; gives how many heads were cosigned. */
  showHeads(post: Post): Promise<number>;
  close(): Promise<void>;
};

/** The only writer of leaves: appends waiting entries to each community's RFC 6962 tree in batches. */
export function openSequencer(url: string, keyStore: KeyStore, clock: Clock): Sequencer {
  const pool = openPool(url, 2);
  const communities = async () =>
    (await pool.query<{ id: string }>('select id from communities')).rows.map((row) => row.id);
  const forEach = async (work: (client: pg.PoolClient, community: string) => Promise<number>) => {
    let count = 0;
    for (const community of await communities())
      count += await inCommunity(pool, community, (client) => locked(client, () => work(client, community)));
    return count;
  };
  return {
    sequence: () => forEach((client, community) => appendWaiting(client, community, clock)),
    checkpoint: () => forEach((client, community) => signHead(client, community, keyStore, clock)),
    showHeads: (post) =>
      showHeads({ pool, communities, inCommunity: (id, work) => inCommunity(pool, id, work) }, clock, post),
    close: () => pool.end(),
  };
}

/** What only one sequencer of the whole cluster may do at a time. */
async function locked<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_xact_lock($1)', [sequencerLock]);
  return await work();
}

async function inCommunity<T>(
  pool: pg.Pool,
  community: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.community', $1, true)", [community]);
    const answer = await work(client);
    await client.query('commit');
    return answer;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function appendWaiting(client: pg.PoolClient, community: string, clock: Clock): Promise<number> {
  const { rows: waiting } = await client.query<{ id: string; body: string }>(
    `select e.id, e.body from audit_queue q join audit_entries e on e.community_id = q.community_id and e.id = q.entry_id
     order by q.queued_at, e.id limit ${batchSize}`,
  );
  if (waiting.length === 0) return 0;
  const tree = await client.query<{ size: string; frontier: Buffer }>('select size, frontier from audit_trees');
  let frontier = tree.rows[0] ? parseFrontier(tree.rows[0].frontier) : emptyTree();
  const first = Number(tree.rows[0]?.size ?? 0);
  const hashes = waiting.map((entry) => leafHash(Buffer.from(entry.body)));
  for (const hash of hashes) frontier = appendLeaf(frontier, hash);
  const ids = waiting.map((entry) => entry.id);
  await client.query(
    `insert into audit_leaves (community_id, leaf_number, entry_id, leaf_hash, sequenced_at)
     select $1, $2::bigint + position - 1, entry, hash, $5 from unnest($3::uuid[], $4::bytea[]) with ordinality as l (entry, hash, position)`,
    [community, first, ids, hashes, clock.now()],
  );
  await client.query(
    `insert into audit_trees (community_id, size, frontier) values ($1, $2, $3)
     on conflict (community_id) do update set size = excluded.size, frontier = excluded.frontier`,
    [community, first + waiting.length, serialiseFrontier(frontier)],
  );
  await client.query('delete from audit_queue where entry_id = any($1)', [ids]);
  return waiting.length;
}

async function signHead(client: pg.PoolClient, community: string, keyStore: KeyStore, clock: Clock): Promise<number> {
  const { rows } = await client.query<{ size: string; frontier: Buffer }>(
    'select t.size, t.frontier from audit_trees t where not exists (select 1 from audit_checkpoints c where c.size = t.size)',
  );
  const head = rows[0];
  if (!head) return 0;
  const note = signCheckpoint(
    { origin: `forestall/${community}`, size: Number(head.size), root: rootOf(parseFrontier(head.frontier)) },
    keyStore.checkpointKey,
  );
  await client.query(
    'insert into audit_checkpoints (community_id, size, note, signed_at, frontier) values ($1, $2, $3, $4, $5)',
    [community, head.size, note, clock.now(), head.frontier],
  );
  return 1;
}

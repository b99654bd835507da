import { sql as raw } from 'kysely';
import type { SystemActor } from '../actor.ts';
import type { Sql, Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';
import { keysForNow, rewrapOuter } from '../vault/index.ts';
import { contextOf, copyColumns, replaceCopies, wrappedIn } from './stored-copies.ts';

/** What a close stands on. */
export type KeyGround = Pick<Ground, 'database' | 'keyStore' | 'clock' | 'log'>;
/** What is told of each community once no key of an older generation exists any more, and in the same close. */
export type WhenDestroyed = (tx: Tx<SystemActor>, generation: number, now: Date) => Promise<unknown>;
/** What a close did: which generation is current now, and how many copies were wrapped anew. */
export type Closed = { generation: number; rewrapped: number };

/** Small enough that requests come between, large enough that a hundred thousand copies take seconds. */
const batch = 1_000;
/** Any numbers that nothing else uses as advisory locks; the second is also named in the trigger that refuses late copies. */
const oneCloseAtATime = 7_032_114_011;
const noCopyMeanwhile = 7_032_114_010;

/**
 * Ends the generations of keys before the newest one: makes a new one, wraps every remaining copy anew while the server is
 * in use, and destroys the old ones. What was shredded before it began opens for nobody ever after. Cut short at any point,
 * nothing is lost, and the next call goes on from there. Null when another process is at it.
 */
export async function closeGeneration(ground: KeyGround, whenDestroyed: WhenDestroyed): Promise<Closed | null> {
  return await ground.database.withoutCommunity(async (sql) => {
    if (!(await isFirst(sql))) return null;
    const { keyStore } = ground;
    // More than one generation means that an earlier close was cut short: it is brought to its end instead of begun anew.
    if (keyStore.generations.length === 1) keyStore.addGeneration();
    const generation = keyStore.currentGeneration;
    let rewrapped = await rewrapAll(ground, generation);
    await refuseOlder(ground, generation);
    rewrapped += await rewrapAll(ground, generation);
    for (const old of keyStore.generations) if (old < generation) keyStore.destroyGeneration(old);
    await certify(ground, sql, generation, whenDestroyed);
    return { generation, rewrapped };
  });
}

/** True once a day has turned since the last close, so that what was shredded is destroyed within 24 hours. */
export async function isCloseDue(ground: KeyGround): Promise<boolean> {
  const row = await ground.database.withoutCommunity((sql) =>
    sql.selectFrom('installation').select(['foundedAt', 'closedAt']).executeTakeFirst(),
  );
  return row !== undefined && (row.closedAt ?? row.foundedAt) < lastNight(ground.clock.now());
}

/** Two in the morning of this day or the one before (UTC), when the fewest people are at work. */
function lastNight(now: Date): Date {
  const night = new Date(now);
  night.setUTCHours(2, 0, 0, 0);
  return night <= now ? night : new Date(night.getTime() - 86_400_000);
}

async function isFirst(sql: Sql): Promise<boolean> {
  const { rows } = await raw<{ first: boolean }>`select pg_try_advisory_xact_lock(${oneCloseAtATime}) as first`.execute(
    sql,
  );
  return rows[0]?.first === true;
}

async function rewrapAll(ground: KeyGround, generation: number): Promise<number> {
  let total = 0;
  for (const community of await communityIds(ground)) {
    const actor: SystemActor = { kind: 'system', communityId: community, job: 'close-keys' };
    for (;;) {
      const done = await ground.database.withActor(actor, (tx) => rewrapSome(tx, ground, generation));
      total += done;
      if (done === 0) break;
      // Requests that came meanwhile go first.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return total;
}

const communityIds = async (ground: KeyGround) =>
  (await ground.database.withoutCommunity((sql) => sql.selectFrom('communities').select('id').execute())).map(
    ({ id }) => id,
  );

/** Wraps some older copies anew; one that somebody changed meanwhile is left for the next round. */
async function rewrapSome(tx: Tx, ground: KeyGround, generation: number): Promise<number> {
  const copies = await tx.sql
    .selectFrom('wrappedCopies')
    .select(copyColumns)
    .where('generation', '<', generation)
    .limit(batch)
    .execute();
  if (copies.length === 0) return 0;
  const keyStore = keysForNow(ground.keyStore);
  await replaceCopies(
    tx,
    copies.map((stored) => ({ stored, fresh: rewrapOuter(wrappedIn(stored), keyStore, contextOf(stored)) })),
  );
  return copies.length;
}

/** From here on a copy of an older generation is refused; waits for transactions that are writing one. */
async function refuseOlder(ground: KeyGround, generation: number): Promise<void> {
  await ground.database.withoutCommunity(async (sql) => {
    await raw`select pg_advisory_xact_lock(${noCopyMeanwhile})`.execute(sql);
    const changed = await sql.updateTable('installation').set({ oldestGeneration: generation }).executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) throw new Error('the installation has no row');
  });
}

/** Says in every community that the older keys are gone, and notes when the close ended. */
async function certify(ground: KeyGround, sql: Sql, generation: number, whenDestroyed: WhenDestroyed): Promise<void> {
  const now = ground.clock.now();
  for (const community of await communityIds(ground)) {
    const actor: SystemActor = { kind: 'system', communityId: community, job: 'close-keys' };
    await ground.database.withActor(actor, (tx) => whenDestroyed(tx, generation, now));
  }
  await sql.updateTable('installation').set({ closedAt: now }).execute();
}

/** Notes which key store this database belongs to, once. */
export async function rememberKeyStore(sql: Sql, keyStoreIdentity: string, foundedAt: Date): Promise<void> {
  await sql.insertInto('installation').values({ keyStoreIdentity, foundedAt }).execute();
}

import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from '../../../db/types.ts';
import type { Actor } from '../actor.ts';
import { Refused, refusalOf } from '../errors.ts';
import { KeyStoreUnavailable } from '../vault/errors.ts';
import { watchForHanging } from './hang.ts';
import { openPool } from './pool.ts';
import { prepareOnce } from './prepare-once.ts';

pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

export type Sql = Transaction<DB>;
/** One transaction of one actor; nothing outside it can reach the database. */
export type Tx<A extends Actor = Actor> = { sql: Sql; actor: A };

export type Database = {
  /**
   * Runs `work` in one transaction that sees only the actor's community, and commits it or leaves nothing behind.
   * Database errors that people can cause come out as `Refused`.
   */
  withActor<A extends Actor, T>(actor: A, work: (tx: Tx<A>) => Promise<T>): Promise<T>;
  /** One unmoving view of the actor's community, to be read for as long as it takes; nothing can be written in it. */
  withSnapshot<A extends Actor, T>(actor: A, work: (tx: Tx<A>) => Promise<T>): Promise<T>;
  /** Installation-wide rows only (people, sessions, communities): row-level security shows nothing of any community. */
  withoutCommunity<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** The same for what only looks: each question stands alone, in no transaction, which costs a quarter of the way. */
  lookUp<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
};

const attemptsAtMost = 4;
/** Spoken numbers and locators are short, so that two records draw the same one now and then: the next try draws another. */
const drawnByChance = [
  'reports_community_id_number_key',
  'cases_community_id_number_key',
  'report_receipts_locator_hash_key',
  // Of two near copies that arrive at once, the second finds on its next try whose row it belongs to.
  'reports_one_head_a_cluster',
];

/**
 * Two transactions in each other's way (deadlock, serialisation, something drawn twice), or a copy read just before its
 * generation of keys was closed: one was rolled back whole and may simply run again.
 */
const mayWorkNextTime = (error: unknown): boolean => {
  if (error instanceof KeyStoreUnavailable) return error.because === 'no-such-generation';
  const { constraint } = (error ?? {}) as { constraint?: string };
  return isInTheWay(error) || drawnByChance.includes(constraint ?? '');
};

/** Many acts on the same records at once: nothing was done, and whoever asks again a moment later gets through. */
const isInTheWay = (error: unknown): boolean => {
  const { code } = (error ?? {}) as { code?: string };
  return code === '40P01' || code === '40001';
};

/** Opens the pool of the serving role; the pool itself never leaves this file. */
export function openDatabase(url: string, options: { connections?: number } = {}): Database {
  const pool = openPool(url, options.connections ?? 12);
  const hanging = watchForHanging(url);
  const kysely = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: prepareOnce(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const transact = async <T>(community: string, work: (trx: Sql) => Promise<T>) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await hanging.orHung(() => once(community, work));
      } catch (error) {
        if (attempt < attemptsAtMost && mayWorkNextTime(error)) continue;
        throw isInTheWay(error) ? new Refused({ kind: 'too-fast', retryAfterSeconds: 1 }) : refusalOf(error);
      }
    }
  };
  const once = <T>(community: string, work: (trx: Sql) => Promise<T>, how = '') =>
    kysely.connection().execute(async (connection) => {
      await begin(connection, community, how);
      try {
        const result = await work(connection as Sql);
        await commit(connection);
        return result;
      } catch (error) {
        await sql`rollback`.execute(connection).catch(() => {});
        throw error;
      }
    });
  return {
    withActor: (actor, work) => transact(actor.communityId, (trx) => work({ sql: trx, actor })),
    withSnapshot: (actor, work) =>
      once(actor.communityId, (trx) => work({ sql: trx, actor }), 'isolation level repeatable read read only'),
    withoutCommunity: (work) => transact('', work),
    lookUp: (work) => hanging.orHung(() => kysely.connection().execute((connection) => work(connection as Sql))),
    isReachable: () =>
      hanging
        .orHung(() => pool.query('select 1'))
        .then(
          () => true,
          () => false,
        ),
    close: async () => void (await Promise.all([kysely.destroy(), hanging.close()])),
  };
}

/** Begins, and says of whom, in one question instead of two. */
const begin = (connection: Kysely<DB>, community: string, how: string) =>
  connection.executeQuery(
    CompiledQuery.raw(`begin ${how}; select set_config('app.community', ${pg.escapeLiteral(community)}, true)`),
  );

/** PostgreSQL answers the end of a transaction that has failed before with a rollback: that was no commit. */
async function commit(connection: Kysely<DB>): Promise<void> {
  const { rows } = await connection.executeQuery(CompiledQuery.raw('commit'));
  if ((rows[0] as { command?: string } | undefined)?.command === 'ROLLBACK')
    throw new Error('the transaction had failed before its end');
}

import { sql as raw } from 'kysely';
import type { Actor } from '../actor.ts';
import type { Sql, Tx } from './database.ts';

const see = (sql: Sql, community: string) => raw`select set_config('app.community', ${community}, true)`.execute(sql);

/**
 * Does something in another community within the same transaction: it sees that community's rows and nothing else, and
 * writes in its log. Afterwards the transaction sees its own community again; both are kept, or neither.
 */
export async function inAnotherCommunity<A extends Actor, T>(
  tx: Tx,
  actor: A,
  work: (there: Tx<A>) => Promise<T>,
): Promise<T> {
  await see(tx.sql, actor.communityId);
  const result = await work({ sql: tx.sql, actor });
  await see(tx.sql, tx.actor.communityId);
  return result;
}

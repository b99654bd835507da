import type { Selectable } from 'kysely';
import type { Communities } from '../../../db/types.ts';
import type { Sql, Tx } from '../../platform/db/database.ts';

export type Clocks = { immediate: number; urgent: number; unsorted: number; routine: number };

/** Minutes to human eyes, by urgency; each community may change them. */
export const defaultClocks: Clocks = { immediate: 5, urgent: 60, unsorted: 60, routine: 1_440 };

export type Community = Omit<Selectable<Communities>, 'emergencyNumbers' | 'crisisLines' | 'clocks'> & {
  emergencyNumbers: { number: string; for: 'everything' | 'police' | 'text' }[];
  crisisLines: { number: string; name: string; hours: string }[];
  clocks: Clocks;
};

/** The community of this installation, or null before its set-up. */
export async function findSoleCommunity(sql: Sql): Promise<Community | null> {
  const row = await sql.selectFrom('communities').selectAll().orderBy('createdAt').limit(1).executeTakeFirst();
  return (row as unknown as Community | undefined) ?? null;
}

/** The community that this transaction sees. */
export async function communityOf(tx: Tx): Promise<Community> {
  const row = await tx.sql
    .selectFrom('communities')
    .selectAll()
    .where('id', '=', tx.actor.communityId)
    .executeTakeFirstOrThrow();
  return row as unknown as Community;
}

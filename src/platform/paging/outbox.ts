import { sql as raw } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';
import { newId } from '../ids.ts';

export type PageOccasion = 'waiting' | 'climbed' | 'handover' | 'test';

/** Words that say no more than "somebody waits" need not be said twice within these minutes. */
const sameCallMinutes = 5;

/**
 * Puts a page into the outbox inside the caller's transaction, where the community pages and the person gave a number. A flood
 * rings once: while somebody has not answered a page of the last minutes, another report that waits for the same person makes
 * no further one.
 */
export async function postPage(
  tx: Tx,
  ground: Ground,
  personId: string,
  occasion: PageOccasion,
  recordId: string | null,
): Promise<void> {
  const now = ground.clock.now();
  const since = occasion === 'waiting' ? new Date(now.getTime() - sameCallMinutes * 60_000) : now;
  const id = newId(ground.clock, ground.chance);
  await raw`
    insert into pager_messages (community_id, id, person_id, occasion, record_id, created_at, next_attempt_at)
    select ${tx.actor.communityId}::uuid, ${id}::uuid, known.person_id, ${occasion}, ${recordId}::uuid,
      ${now}::timestamptz, ${now}::timestamptz
    from pager_numbers known
    where known.person_id = ${personId}
      and exists (select from community_settings s where s.subject = 'paging' and s.sealed is not null)
      and not exists (
        select from pager_messages before
        where before.person_id = ${personId} and before.occasion = 'waiting' and before.acknowledged_at is null
          and before.created_at > ${since}::timestamptz
      )`.execute(tx.sql);
}

/** Notes that this person has answered the pages about the record: they opened it. */
export async function acknowledgePages(tx: Tx, ground: Ground, personId: string, recordId: string): Promise<void> {
  await tx.sql
    .updateTable('pagerMessages')
    .set({ acknowledgedAt: ground.clock.now() })
    .where('personId', '=', personId)
    .where('recordId', '=', recordId)
    .where('acknowledgedAt', 'is', null)
    .execute();
}

export type PageState = {
  personId: string;
  occasion: PageOccasion;
  at: Date;
  attempts: number;
  deliveredAt: Date | null;
  gaveUpAt: Date | null;
  acknowledgedAt: Date | null;
};

const pageStates = (tx: Tx) =>
  tx.sql
    .selectFrom('pagerMessages')
    .select(['personId', 'occasion', 'createdAt as at', 'attempts', 'deliveredAt', 'gaveUpAt', 'acknowledgedAt'])
    .orderBy('createdAt')
    .limit(100);

/** Who was paged about a record, in the order of time. */
export const pagesAbout = async (tx: Tx, recordId: string): Promise<PageState[]> =>
  (await pageStates(tx).where('recordId', '=', recordId).execute()) as PageState[];

/** The pages since then that wait, were tried again or were given up: what an operator should see. */
export const troubledPages = async (tx: Tx, since: Date): Promise<PageState[]> =>
  (await pageStates(tx)
    .where('createdAt', '>', since)
    .where((is) => is.or([is('gaveUpAt', 'is not', null), is('attempts', '>', 1), is('deliveredAt', 'is', null)]))
    .execute()) as PageState[];

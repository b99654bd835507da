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
  await pageInsert(tx, ground, personId, occasion, recordId).execute();
}

/** The same as a part of a larger statement. */
export function pageInsert(tx: Tx, ground: Ground, personId: string, occasion: PageOccasion, recordId: string | null) {
  const now = ground.clock.now();
  const since = new Date(now.getTime() - sameCallMinutes * 60_000);
  const id = newId(ground.clock, ground.chance);
  return tx.sql
    .insertInto('pagerMessages')
    .columns(['communityId', 'id', 'personId', 'occasion', 'recordId', 'createdAt', 'nextAttemptAt'])
    .expression((is) =>
      is
        .selectFrom('pagerNumbers as known')
        .where('known.personId', '=', personId)
        .where((where) =>
          where.exists(
            where
              .selectFrom('communitySettings as setting')
              .select('setting.version')
              .where('setting.subject', '=', 'paging')
              .where('setting.sealed', 'is not', null),
          ),
        )
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('pagerMessages as before')
                .select('before.id')
                .where('before.personId', '=', personId)
                .where('before.occasion', '=', 'waiting')
                .where('before.createdAt', '>', occasion === 'waiting' ? since : now)
                .where('before.acknowledgedAt', 'is', null),
            ),
          ),
        )
        .select([
          'known.communityId',
          raw<string>`${id}::uuid`.as('id'),
          'known.personId',
          raw<string>`${occasion}::text`.as('occasion'),
          raw<string>`${recordId}::uuid`.as('recordId'),
          raw<Date>`${now}::timestamptz`.as('createdAt'),
          raw<Date>`${now}::timestamptz`.as('nextAttemptAt'),
        ]),
    );
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

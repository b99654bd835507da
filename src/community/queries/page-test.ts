import { sql as raw } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { rota } from '../contract.ts';

/** How far ahead the rota is looked at: whoever is on it by then must have shown that pages arrive. */
const daysAhead = 14;

type Row = { id: string; name: string; sentAt: Date | null; acknowledgedAt: Date | null; isFresh: boolean };

/** Everybody on the rota of the next two weeks, with their newest test page and whether they acknowledged one lately. */
export async function officersOnRota(tx: Tx, at: Date): Promise<Row[]> {
  const result = await raw<Row>`
    select p.id, p.name, newest.sent_at, newest.acknowledged_at,
      exists (select from test_pages t where t.person_id = p.id and t.acknowledged_at > ${at}::timestamptz - make_interval(days => c.test_page_days)) as is_fresh
    from communities c
    join memberships m on m.community_id = c.id and m.state = 'active'
    join people p on p.id = m.person_id
    left join lateral (
      select t.sent_at, t.acknowledged_at from test_pages t where t.person_id = p.id order by t.sent_at desc limit 1
    ) newest on true
    where c.id = ${tx.actor.communityId} and exists (
      select from duty_shifts d where p.id in (d.officer_id, d.second_id)
        and d.ends_at > ${at}::timestamptz and d.starts_at < ${at}::timestamptz + make_interval(days => ${daysAhead})
    )
    order by p.name`.execute(tx.sql);
  return result.rows;
}

/** What the rota says of the test: who has shown that pages arrive, and the test page that waits for whoever asks. */
export async function pageTestOf(tx: Tx, ground: Ground): Promise<z.infer<typeof rota>['pageTest']> {
  const officers = await officersOnRota(tx, ground.clock.now());
  const { testPageDays } = await tx.sql
    .selectFrom('communities')
    .select('testPageDays')
    .where('id', '=', tx.actor.communityId)
    .executeTakeFirstOrThrow();
  return {
    days: testPageDays,
    isComplete: officers.length > 0 && officers.every(({ isFresh }) => isFresh),
    officers: officers.map(({ id, name, sentAt, acknowledgedAt, isFresh }) => ({
      person: { id, name },
      sentAt: sentAt?.toISOString() ?? null,
      acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
      isFresh,
    })),
    mine: await waitingFor(tx),
  };
}

async function waitingFor(tx: Tx): Promise<string | null> {
  if (tx.actor.kind !== 'person') return null;
  const newest = await tx.sql
    .selectFrom('testPages')
    .select(['id', 'acknowledgedAt'])
    .where('personId', '=', tx.actor.personId)
    .orderBy('sentAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest && newest.acknowledgedAt === null ? newest.id : null;
}

import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { MyDay } from '../contract.ts';
import { partnerViewsOf } from './partner-views.ts';

const aheadDays = 7;
const rowsAtMost = 100;

/** What this person shared, or what was shared from a case that they lead, and ends within a week; soonest first. */
export async function sharingThatEnds(tx: Tx<PersonActor>, ground: Ground): Promise<MyDay['sharingEnds']> {
  const me = tx.actor.personId;
  const horizon = new Date(ground.clock.now().getTime() + aheadDays * 86_400_000);
  const rows = await tx.sql
    .selectFrom('disclosures')
    .innerJoin('cases', 'cases.id', 'disclosures.caseId')
    .select(['disclosures.id', 'disclosures.caseId', 'cases.number as caseNumber', 'disclosures.endsAt'])
    .where('disclosures.endedAt', 'is', null)
    .where('disclosures.endsAt', '<=', horizon)
    .where((is) => is.or([is('disclosures.madeBy', '=', me), is('cases.leadId', '=', me)]))
    .orderBy('disclosures.endsAt')
    .limit(rowsAtMost)
    .execute();
  return rows.map((row) => ({ ...row, endsAt: row.endsAt.toISOString() }));
}

/** What other communities gave this person to read, soonest over first. */
export async function sharedWithMe(tx: Tx<PersonActor>, ground: Ground): Promise<MyDay['sharedWithMe']> {
  return (await partnerViewsOf(tx, ground)).map(({ id, from, expiresAt }) => ({
    id,
    from,
    expiresAt: expiresAt.toISOString(),
  }));
}

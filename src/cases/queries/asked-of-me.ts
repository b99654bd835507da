import { hasRole, type PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { MyDay } from '../contract.ts';
import { ceilingDays, isAskedBy, validUntil } from '../validity/ceiling.ts';

const rowsAtMost = 100;

/** Whom this person is to ask, levels that wait for their rating, closed cases of which a new report asks, cases that need a name to be kept; soonest first. */
export async function askedOfMe(tx: Tx<PersonActor>, ground: Ground): Promise<MyDay['asked']> {
  const me = tx.actor.personId;
  const inquiries = await tx.sql
    .selectFrom('inquiries')
    .innerJoin('cases', 'cases.id', 'inquiries.caseId')
    .select(['inquiries.caseId', 'cases.number', 'inquiries.dueAt'])
    .where('inquiries.askerId', '=', me)
    .where('inquiries.state', '=', 'planned')
    .where('cases.state', '=', 'open')
    .limit(rowsAtMost)
    .execute();
  const rounds = await tx.sql
    .selectFrom('concernRounds as round')
    .innerJoin('cases', 'cases.id', 'round.caseId')
    .select(['round.caseId', 'cases.number', 'round.askedAt as dueAt'])
    .where('round.reconciledAt', 'is', null)
    .where('cases.state', '=', 'open')
    .where((is) => is.or([is('cases.leadId', '=', me), is('cases.deputyId', '=', me)]))
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('concernRatings as rating')
            .select('rating.raterId')
            .whereRef('rating.roundId', '=', 'round.id')
            .where('rating.raterId', '=', me),
        ),
      ),
    )
    .limit(rowsAtMost)
    .execute();
  const questions = tx.sql
    .selectFrom('reopeningQuestions as question')
    .innerJoin('cases', 'cases.id', 'question.caseId')
    .select(['question.caseId', 'cases.number', 'question.dueAt'])
    .where('question.answer', 'is', null)
    .limit(rowsAtMost);
  const reopenings = await (hasRole(tx.actor, 'coordinator')
    ? questions.where((is) => is.or([is('question.askedOf', '=', me), is('question.askedOf', 'is', null)]))
    : questions.where('question.askedOf', '=', me)
  ).execute();
  const rowOf = (what: MyDay['asked'][number]['what']) => (row: { caseId: string; number: string; dueAt: Date }) => ({
    what,
    caseId: row.caseId,
    caseNumber: row.number,
    dueAt: row.dueAt.toISOString(),
  });
  return [
    ...reopenings.map(rowOf('reopening')),
    ...rounds.map(rowOf('rating')),
    ...inquiries.map(rowOf('inquiry')),
    ...(await invalidSoon(tx, ground)).map(rowOf('validity')),
  ].toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
}

/**
 * Cases that this person leads or follows, open or closed, which are kept no longer without a name. Each part has an index of
 * its own; one condition for all of them would read every case of the community.
 */
async function invalidSoon(tx: Tx<PersonActor>, ground: Ground) {
  const days = await ceilingDays(tx);
  const mine = (state: 'open' | 'closed', part: 'leadId' | 'deputyId') =>
    tx.sql
      .selectFrom('cases')
      .select(['id', 'number', 'openedAt', 'validatedAt', 'closedAt'])
      .where('state', '=', state)
      .where(part, '=', tx.actor.personId)
      .where(isAskedBy(ground.clock.now(), days));
  const rows = await mine('open', 'leadId')
    .union(mine('open', 'deputyId'))
    .union(mine('closed', 'leadId'))
    .union(mine('closed', 'deputyId'))
    .limit(rowsAtMost)
    .execute();
  return rows.map((row) => ({ caseId: row.id, number: row.number, dueAt: validUntil(row, days) }));
}

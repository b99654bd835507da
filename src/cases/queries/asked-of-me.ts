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

/** Cases that this person leads or follows, open or closed, which are kept no longer without a name. */
async function invalidSoon(tx: Tx<PersonActor>, ground: Ground) {
  const me = tx.actor.personId;
  const days = await ceilingDays(tx);
  const rows = await tx.sql
    .selectFrom('cases')
    .select(['id', 'number', 'openedAt', 'validatedAt', 'closedAt'])
    .where((is) => is.or([is('leadId', '=', me), is('deputyId', '=', me)]))
    .where(isAskedBy(ground.clock.now(), days))
    .limit(rowsAtMost)
    .execute();
  return rows.map((row) => ({ caseId: row.id, number: row.number, dueAt: validUntil(row, days) }));
}

import { hasRole, type PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { MyDay } from '../contract.ts';

const rowsAtMost = 100;

/** Whom this person is to ask, levels that wait for their rating as lead or deputy, closed cases of which a new report asks; soonest first. */
export async function askedOfMe(tx: Tx<PersonActor>): Promise<MyDay['asked']> {
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
  const rowOf =
    (what: 'inquiry' | 'rating' | 'reopening') => (row: { caseId: string; number: string; dueAt: Date }) => ({
      what,
      caseId: row.caseId,
      caseNumber: row.number,
      dueAt: row.dueAt.toISOString(),
    });
  return [
    ...reopenings.map(rowOf('reopening')),
    ...rounds.map(rowOf('rating')),
    ...inquiries.map(rowOf('inquiry')),
  ].toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
}

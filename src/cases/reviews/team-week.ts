import { membersById } from '../../community/index.ts';
import { hasRole, type PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { meetingsAhead } from '../meetings/meetings-ahead.ts';
import { isMyCase } from '../queries/my-cases.ts';
import type { TeamWeek } from './contract.ts';

const weekMilliseconds = 7 * 86_400_000;
const rowsAtMost = 500;

type Due = { what: TeamWeek['due'][number]['what']; at: Date; caseId: string; caseNumber: string; personId: string };

/** What is due within a week, and what is overdue, in the cases that one may see, and the meetings until then; no key is touched. */
export async function teamWeekOf(tx: Tx<PersonActor>, ground: Ground): Promise<TeamWeek> {
  const from = ground.clock.now();
  const to = new Date(from.getTime() + weekMilliseconds);
  const due = [...(await caseDates(tx, to)), ...(await actionDates(tx, to)), ...(await otherDates(tx, to))]
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .slice(0, rowsAtMost);
  const names = await membersById(
    tx,
    due.map(({ personId }) => personId),
  );
  const asked = hasRole(tx.actor, 'coordinator') ? null : tx.actor.personId;
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    due: due.map(({ personId, at, ...rest }) => ({
      ...rest,
      at: at.toISOString(),
      person: { id: personId, name: names.get(personId)?.name ?? '' },
    })),
    meetings: await meetingsAhead(tx, asked, to),
  };
}

async function caseDates(tx: Tx<PersonActor>, to: Date): Promise<Due[]> {
  const reviews = await tx.sql
    .selectFrom('cases')
    .select(['nextReviewAt', 'id', 'number', 'leadId'])
    .where(isMyCase(tx, 'open', 'cases.id'))
    .where('nextReviewAt', '<=', to)
    .limit(rowsAtMost)
    .execute();
  const stages = await tx.sql
    .selectFrom('stageVisits as visit')
    .innerJoin('cases', 'cases.id', 'visit.caseId')
    .select(['visit.dueAt', 'cases.id', 'cases.number', 'cases.leadId'])
    .where(isMyCase(tx, 'open', 'visit.caseId'))
    .where('visit.exit', 'is', null)
    .where('visit.dueAt', '<=', to)
    .limit(rowsAtMost)
    .execute();
  return [
    ...reviews.map((row) => dueOf('review', row.nextReviewAt!, row, row.leadId)),
    ...stages.map((row) => dueOf('stage', row.dueAt, row, row.leadId)),
  ];
}

async function actionDates(tx: Tx<PersonActor>, to: Date): Promise<Due[]> {
  const rows = await tx.sql
    .selectFrom('actions')
    .innerJoin('cases', 'cases.id', 'actions.caseId')
    .select(['actions.state', 'actions.dueAt', 'actions.resultDueAt', 'actions.assigneeId', 'cases.id', 'cases.number'])
    .where(isMyCase(tx, 'open', 'actions.caseId'))
    .where((is) =>
      is.or([
        is.and([is('actions.state', 'in', ['assigned', 'accepted']), is('actions.dueAt', '<=', to)]),
        is.and([is('actions.state', 'in', ['done', 'not-done']), is('actions.resultDueAt', '<=', to)]),
      ]),
    )
    .limit(rowsAtMost)
    .execute();
  return rows.map((row) => {
    const isOpen = row.state === 'assigned' || row.state === 'accepted';
    return dueOf(isOpen ? 'action' : 'result', isOpen ? row.dueAt : row.resultDueAt!, row, row.assigneeId);
  });
}

async function otherDates(tx: Tx<PersonActor>, to: Date): Promise<Due[]> {
  const dates = await tx.sql
    .selectFrom('concernTriggers as trigger')
    .innerJoin('cases', 'cases.id', 'trigger.caseId')
    .select(['trigger.at', 'cases.id', 'cases.number', 'cases.leadId'])
    .where(isMyCase(tx, 'open', 'trigger.caseId'))
    .where('trigger.askedAt', 'is', null)
    .where('trigger.at', '<=', to)
    .limit(rowsAtMost)
    .execute();
  const inquiries = await tx.sql
    .selectFrom('inquiries')
    .innerJoin('cases', 'cases.id', 'inquiries.caseId')
    .select(['inquiries.dueAt', 'inquiries.askerId', 'cases.id', 'cases.number'])
    .where(isMyCase(tx, 'open', 'inquiries.caseId'))
    .where('inquiries.state', '=', 'planned')
    .where('inquiries.dueAt', '<=', to)
    .limit(rowsAtMost)
    .execute();
  return [
    ...inquiries.map((row) => dueOf('inquiry', row.dueAt, row, row.askerId)),
    ...dates.map((row) => dueOf('date', row.at, row, row.leadId)),
  ];
}

const dueOf = (what: Due['what'], at: Date, of: { id: string; number: string }, personId: string): Due => ({
  what,
  at,
  caseId: of.id,
  caseNumber: of.number,
  personId,
});

import type { z } from 'zod';
import type { PersonActor, SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { postMail } from '../../platform/mail/index.ts';
import type { moveActionInput, reassignActionInput } from '../contract.ts';
import { refuseAway } from '../load/absence.ts';
import { climbReviews, climbValidity } from '../reviews/climb-reviews.ts';
import { actionSpot, sealAt } from '../sealing.ts';
import { ahead, caseKey, lockOpenCase } from './case-row.ts';
import { noteLate } from './note-late.ts';

/** Refuses an assignee who has no access to the case. */
export async function mustBeOnTeam(tx: Tx, caseId: string, personId: string, field = 'assigneeId'): Promise<void> {
  const lead = await tx.sql
    .selectFrom('cases')
    .select('id')
    .where('id', '=', caseId)
    .where((is) => is.or([is('leadId', '=', personId), is('deputyId', '=', personId)]))
    .executeTakeFirst();
  if (lead) return;
  const member = await tx.sql
    .selectFrom('caseMembers')
    .select('personId')
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .where('part', '=', 'member')
    .where('leftAt', 'is', null)
    .executeTakeFirst();
  if (!member) throw invalid({ [field]: 'not-on-the-team' });
}

const nextStates: Record<string, readonly string[]> = {
  assigned: ['accepted', 'done', 'not-done'],
  accepted: ['done', 'not-done'],
  done: ['result-reported', 'verified'],
  'not-done': ['result-reported', 'verified'],
  'result-reported': ['verified'],
  verified: [],
};

async function lockAction(tx: Tx, caseId: string, actionId: string, version: number) {
  const action = await tx.sql
    .selectFrom('actions')
    .selectAll()
    .where('id', '=', actionId)
    .where('caseId', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  if (!action) throw notFound();
  if (action.version !== version) throw conflict('changed-since-you-opened-it');
  return action;
}

/** Moves an action along: accepted, done or not done with a result, verified by somebody else than who did it. */
export async function moveAction(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  actionId: string,
  input: z.infer<typeof moveActionInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  await lockOpenCase(tx, caseId);
  const action = await lockAction(tx, caseId, actionId, input.version);
  if (!nextStates[action.state]?.includes(input.to)) throw conflict('changed-since-you-opened-it');
  if (input.to === 'accepted' && action.assigneeId !== tx.actor.personId) throw invalid({ to: 'only-the-assignee' });
  if (input.to === 'verified' && action.assigneeId === tx.actor.personId) throw conflict('same-person-twice');
  await tx.sql
    .updateTable('actions')
    .set({
      state: input.to,
      version: action.version + 1,
      verifiedBy: input.to === 'verified' ? tx.actor.personId : null,
      ...('result' in input
        ? { result: sealAt(key, actionSpot(action.communityId, caseId, actionId, 'result'), input.result) }
        : {}),
    })
    .where('id', '=', actionId)
    .execute();
  await recordAct(tx, ground, {
    act: 'action-moved',
    recordKind: 'case',
    recordId: caseId,
    facts: { action: actionId, to: input.to },
  });
}

/** Gives an open action to somebody else of the team, with a new date. */
export async function reassignAction(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  actionId: string,
  input: z.infer<typeof reassignActionInput>,
): Promise<void> {
  const row = await lockOpenCase(tx, caseId);
  const action = await lockAction(tx, caseId, actionId, input.version);
  if (!['assigned', 'accepted'].includes(action.state)) throw conflict('changed-since-you-opened-it');
  const dueAt = ahead(ground, 'dueAt', input.dueAt);
  await mustBeOnTeam(tx, caseId, input.assigneeId);
  await refuseAway(tx, input.assigneeId, dueAt);
  await tx.sql
    .updateTable('actions')
    .set({
      assigneeId: input.assigneeId,
      dueAt,
      resultDueAt: new Date(Math.max(dueAt.getTime(), action.resultDueAt?.getTime() ?? 0)),
      state: 'assigned',
      climbedAt: null,
      version: action.version + 1,
    })
    .where('id', '=', actionId)
    .execute();
  await recordAct(tx, ground, {
    act: 'action-assigned',
    recordKind: 'case',
    recordId: caseId,
    facts: { action: actionId, to: input.assigneeId },
  });
  await postMail(tx, ground, input.assigneeId, 'action-assigned', { number: row.number });
}

/** Tells assignee and lead of each action that is overdue, and lead, deputy and coordinators of each missed review and of each case past its ceiling: once. */
export async function climbOverdueFollowUp(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const actions = (await climb(tx, ground, unfinished)) + (await climb(tx, ground, untold));
  return actions + (await climbReviews(tx, ground)) + (await climbValidity(tx, ground));
}

/** One way in which an action is late: until when it should have left these states, and where that was noted. */
type Lateness = {
  states: string[];
  due: 'dueAt' | 'resultDueAt';
  climbed: 'climbedAt' | 'resultClimbedAt';
  act: string;
  mail: 'action-overdue' | 'result-overdue';
};

const unfinished: Lateness = {
  states: ['assigned', 'accepted'],
  due: 'dueAt',
  climbed: 'climbedAt',
  act: 'action-climbed',
  mail: 'action-overdue',
};

/** What was done and whose result nobody has told in time. */
const untold: Lateness = {
  states: ['done', 'not-done'],
  due: 'resultDueAt',
  climbed: 'resultClimbedAt',
  act: 'result-climbed',
  mail: 'result-overdue',
};

async function climb(tx: Tx<SystemActor>, ground: Ground, late: Lateness): Promise<number> {
  const now = ground.clock.now();
  const overdue = await tx.sql
    .selectFrom('actions')
    .innerJoin('cases', 'cases.id', 'actions.caseId')
    .select(['actions.id', 'actions.caseId', 'actions.assigneeId', 'cases.leadId', 'cases.number'])
    .where('actions.state', 'in', late.states)
    .where(`actions.${late.climbed}`, 'is', null)
    .where(`actions.${late.due}`, '<=', now)
    .where('cases.state', '=', 'open')
    .limit(100)
    .execute();
  for (const { id, assigneeId, leadId, ...about } of overdue) {
    await tx.sql
      .updateTable('actions')
      .set({ [late.climbed]: now })
      .where('id', '=', id)
      .execute();
    const { act, mail } = late;
    await noteLate(tx, ground, about, { act, mail, people: [assigneeId, leadId], facts: { action: id } });
  }
  return overdue.length;
}

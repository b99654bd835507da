import type { z } from 'zod';
import type { PersonActor, SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { caseKey, lockCaseAt, lockOpenCase, nextPosition } from '../commands/case-row.ts';
import { noteLate } from '../commands/note-late.ts';
import { openAt, sealAt, stageSpot } from '../sealing.ts';
import { leadsTo, type Stage, stageQuestions } from '../words/vocabulary.ts';
import type { answerStageInput, leaveStageInput } from './contract.ts';
import { stageLength, standardsOf } from './standards.ts';

/** Begins a stage with the time that it may take; the caller holds the case's row lock and has ended the one before. */
export async function enterStage(tx: Tx<PersonActor>, ground: Ground, caseId: string, stage: Stage): Promise<void> {
  const now = ground.clock.now();
  await tx.sql
    .insertInto('stageVisits')
    .values({
      communityId: tx.actor.communityId,
      id: newId(ground.clock, ground.chance),
      caseId,
      position: await nextPosition(tx, caseId),
      stage,
      enteredAt: now,
      enteredBy: tx.actor.personId,
      dueAt: new Date(now.getTime() + stageLength(await standardsOf(tx), stage)),
    })
    .execute();
  await recordAct(tx, ground, { act: 'stage-entered', recordKind: 'case', recordId: caseId, facts: { stage } });
}

/** The stage in which the case stands now. */
async function presentVisit(tx: Tx, caseId: string) {
  return await tx.sql
    .selectFrom('stageVisits')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('exit', 'is', null)
    .executeTakeFirstOrThrow();
}

/** Ends the present stage with a decision and its reason, sealed; the caller holds the case's row lock. */
export async function exitStage(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  exit: Stage | 'closed',
  reason: string,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  const visit = await presentVisit(tx, caseId);
  await tx.sql
    .updateTable('stageVisits')
    .set({
      exit,
      exitedAt: ground.clock.now(),
      exitedBy: tx.actor.personId,
      reason: sealAt(key, stageSpot(visit.communityId, caseId, visit.id, 'reason'), reason),
    })
    .where('id', '=', visit.id)
    .execute();
  await recordAct(tx, ground, { act: 'stage-left', recordKind: 'case', recordId: caseId, facts: { to: exit } });
}

/** Keeps one answer of the present stage's page; somebody's newer answers on it are not overwritten. */
export async function answerStage(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.infer<typeof answerStageInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  await lockOpenCase(tx, caseId);
  const visit = await presentVisit(tx, caseId);
  if (visit.version !== input.version) throw conflict('changed-since-you-opened-it');
  if (!(input.question in stageQuestions[visit.stage as Stage])) throw invalid({ question: 'not-valid' });
  const spot = stageSpot(visit.communityId, caseId, visit.id, 'answers');
  const answers = visit.answers ? openAt<Record<string, string>>(key, spot, visit.answers) : {};
  await tx.sql
    .updateTable('stageVisits')
    .set({ answers: sealAt(key, spot, { ...answers, [input.question]: input.answer }), version: visit.version + 1 })
    .where('id', '=', visit.id)
    .execute();
  await recordAct(tx, ground, { act: 'stage-answered', recordKind: 'case', recordId: caseId });
}

/** Decides, with a reason, where the case goes from this stage; only where the stage leads, and never past a stage. */
export async function leaveStage(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.infer<typeof leaveStageInput>,
): Promise<void> {
  const row = await lockCaseAt(tx, caseId, input.version);
  if (!leadsTo[row.stage as Stage].includes(input.to)) throw invalid({ to: 'not-from-this-stage' });
  await exitStage(tx, ground, caseId, input.to, input.reason);
  await tx.sql
    .updateTable('cases')
    .set({ stage: input.to, version: row.version + 1 })
    .where('id', '=', caseId)
    .execute();
  await enterStage(tx, ground, caseId, input.to);
}

/** Tells lead and deputy, once, of each stage that takes longer than its time. */
export async function climbOverdueStages(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const now = ground.clock.now();
  const overdue = await tx.sql
    .selectFrom('stageVisits as visit')
    .innerJoin('cases', 'cases.id', 'visit.caseId')
    .select(['visit.id', 'visit.caseId', 'cases.number', 'cases.leadId', 'cases.deputyId'])
    .where('visit.exit', 'is', null)
    .where('visit.climbedAt', 'is', null)
    .where('visit.dueAt', '<=', now)
    .limit(100)
    .execute();
  for (const visit of overdue) {
    await tx.sql.updateTable('stageVisits').set({ climbedAt: now }).where('id', '=', visit.id).execute();
    const people = [visit.leadId, visit.deputyId];
    await noteLate(tx, ground, visit, { act: 'stage-climbed', mail: 'stage-overdue', people });
  }
  return overdue.length;
}

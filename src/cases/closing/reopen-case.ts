import type { z } from 'zod';
import { activeWithRoles, lockMembers } from '../../community/index.ts';
import type { PersonActor, SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { caseKey, type LockedCase, lockCase } from '../commands/case-row.ts';
import { nextDeputy, setLeadAndDeputy } from '../commands/change-lead.ts';
import { noteLate } from '../commands/note-late.ts';
import { shareWithTeam } from '../commands/share-case.ts';
import { nextReview } from '../reviews/review-case.ts';
import { closingSpot, questionSpot, sealAt } from '../sealing.ts';
import { enterStage } from '../stages/walk-stages.ts';
import { recusedFrom } from '../team/recused.ts';
import type { reopenCaseInput, stayClosedInput } from './contract.ts';

const rowsAtOnce = 100;

/** Opens a closed case again under whoever reopens it, with a next review that lies ahead; what new reports asked is answered. */
export async function reopenCase(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.infer<typeof reopenCaseInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  const row = await lockCase(tx, caseId);
  if (row.version !== input.version || row.state !== 'closed') throw conflict('changed-since-you-opened-it');
  const nextReviewAt = await nextReview(tx, ground, row.levelOfConcern, input.nextReviewAt);
  const deputyId = await deputyBeside(tx, row);
  await endClosing(tx, ground, row, key, input.words);
  await answerQuestions(tx, ground, row, key, { answer: 'reopened', reason: input.words });
  await tx.sql
    .updateTable('cases')
    .set({
      state: 'open',
      stage: 'screening',
      closingReason: null,
      closedAt: null,
      closedBy: null,
      nextReviewAt,
      reviewClimbedAt: null,
      reviewClimbs: 0,
    })
    .where('id', '=', caseId)
    .execute();
  await enterStage(tx, ground, caseId, 'screening');
  await recordAct(tx, ground, { act: 'case-reopened', recordKind: 'case', recordId: caseId });
  await setLeadAndDeputy(tx, ground, row, { leadId: tx.actor.personId, deputyId }, 'reopened');
  await shareWithTeam(tx, ground, caseId);
}

/** Whoever led or was deputy and is still active, else the next in line. */
async function deputyBeside(tx: Tx<PersonActor>, row: LockedCase): Promise<string> {
  const me = tx.actor.personId;
  const recused = await recusedFrom(tx, row.id);
  const before = [row.leadId, row.deputyId].filter((person) => person !== me && !recused.has(person));
  const active = before.length > 0 ? await lockMembers(tx, before) : new Set<string>();
  return before.find((person) => active.has(person)) ?? (await nextDeputy(tx, row.id, [me, ...recused]));
}

async function endClosing(tx: Tx<PersonActor>, ground: Ground, row: LockedCase, key: Buffer, words: string) {
  const closing = await tx.sql
    .selectFrom('caseClosings')
    .select('id')
    .where('caseId', '=', row.id)
    .where('reopenedAt', 'is', null)
    .executeTakeFirst();
  if (!closing) return;
  await tx.sql
    .updateTable('caseClosings')
    .set({
      reopenedAt: ground.clock.now(),
      reopenedBy: tx.actor.personId,
      reopenedBecause: sealAt(key, closingSpot(row.communityId, row.id, closing.id, 'reopened_because'), words),
    })
    .where('id', '=', closing.id)
    .execute();
}

/** Says that a new report does not open the case again, and why. */
export async function stayClosed(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  questionId: string,
  { reason }: z.infer<typeof stayClosedInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  const row = await lockCase(tx, caseId);
  if (row.state !== 'closed') throw conflict('changed-since-you-opened-it');
  const answered = await answerQuestions(tx, ground, row, key, { answer: 'stays-closed', reason }, questionId);
  if (answered === 0) throw notFound();
}

/** Answers what is asked of this case, or one question of it; gives how many were answered. */
async function answerQuestions(
  tx: Tx<PersonActor>,
  ground: Ground,
  row: LockedCase,
  key: Buffer,
  { answer, reason }: { answer: 'reopened' | 'stays-closed'; reason: string },
  questionId?: string,
): Promise<number> {
  const open = tx.sql
    .selectFrom('reopeningQuestions')
    .select('id')
    .where('caseId', '=', row.id)
    .where('answer', 'is', null);
  const questions = await (questionId ? open.where('id', '=', questionId) : open).execute();
  for (const { id } of questions) {
    await tx.sql
      .updateTable('reopeningQuestions')
      .set({
        answer,
        answeredAt: ground.clock.now(),
        answeredBy: tx.actor.personId,
        reason: sealAt(key, questionSpot(row.communityId, row.id, id), reason),
      })
      .where('id', '=', id)
      .execute();
    await recordAct(tx, ground, {
      act: 'reopening-answered',
      recordKind: 'case',
      recordId: row.id,
      facts: { question: id, answer },
    });
  }
  return questions.length;
}

/** Tells whoever is asked whether a case opens again, and after a day without an answer the coordinators, each once. */
export async function askToReopen(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const now = ground.clock.now();
  const open = await tx.sql
    .selectFrom('reopeningQuestions as question')
    .innerJoin('cases', 'cases.id', 'question.caseId')
    .select(['question.id', 'question.caseId', 'question.askedOf', 'question.toldAt', 'cases.number'])
    .where('question.answer', 'is', null)
    .where((is) =>
      is.or([
        is('question.toldAt', 'is', null),
        is.and([is('question.climbedAt', 'is', null), is('question.dueAt', '<=', now)]),
      ]),
    )
    .limit(rowsAtOnce)
    .execute();
  const coordinators = open.length > 0 ? (await activeWithRoles(tx, ['coordinator'])).map(({ id }) => id) : [];
  for (const { id, askedOf, toldAt, ...about } of open) {
    const isLate = toldAt !== null;
    await tx.sql
      .updateTable('reopeningQuestions')
      .set(isLate ? { climbedAt: now } : { toldAt: now })
      .where('id', '=', id)
      .execute();
    await noteLate(tx, ground, about, {
      act: isLate ? 'reopening-climbed' : 'reopening-asked',
      mail: isLate ? 'reopening-late' : 'reopening-asked',
      people: isLate || askedOf === null ? coordinators : [askedOf],
      facts: { question: id, of: askedOf ?? 'coordinators' },
    });
  }
  return open.length;
}

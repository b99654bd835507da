import type { z } from 'zod';
import { membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { openRecordKey } from '../../platform/keys/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { caseKey, lockOpenCase } from '../commands/case-row.ts';
import { writeStatement } from '../statements/add-statement.ts';
import type { answerExtractInput } from './contract.ts';
import { openAnswer, openTeamKey, sealAnswer } from './sealing.ts';

const answersAtMost = 20;

/** Answers the question of an extract in words, sealed with its key; the lead is told that there is an answer. */
export async function answerExtract(
  tx: Tx<PersonActor>,
  ground: Ground,
  extractId: string,
  { words }: z.output<typeof answerExtractInput>,
): Promise<void> {
  const extract = await lockExtract(tx, extractId);
  const key = await openRecordKey(tx, ground, extractId);
  if (key === null || extract.readerId !== tx.actor.personId || extract.endedAt) throw notFound();
  const { communityId } = tx.actor;
  const row = { communityId, extractId, id: newId(ground.clock, ground.chance) };
  const before = await tx.sql.selectFrom('extractAnswers').select('id').where('extractId', '=', extractId).execute();
  if (before.length >= answersAtMost) throw invalid({ words: 'enough-answers' });
  await tx.sql
    .insertInto('extractAnswers')
    .values({
      ...row,
      position: before.length + 1,
      answeredAt: ground.clock.now(),
      content: sealAnswer(key, row, words),
    })
    .execute();
  const facts = { extract: extractId, person: tx.actor.personId };
  await recordAct(tx, ground, { act: 'extract-answered', recordKind: 'case', recordId: extract.caseId, facts });
  const { leadId, number } = await tx.sql
    .selectFrom('cases')
    .select(['leadId', 'number'])
    .where('id', '=', extract.caseId)
    .executeTakeFirstOrThrow();
  await postMail(tx, ground, leadId, 'advice-given', { number });
}

async function lockExtract(tx: Tx, id: string) {
  const row = await tx.sql.selectFrom('extracts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** Makes an answer a statement of the case, marked as assessed, from the consultant who gave it; once. */
export async function takeAnswer(
  tx: Tx<PersonActor>,
  ground: Ground,
  path: { id: string; extractId: string; answerId: string },
): Promise<void> {
  const key = await caseKey(tx, ground, path.id);
  await lockOpenCase(tx, path.id);
  const extract = await lockExtract(tx, path.extractId);
  if (extract.caseId !== path.id) throw notFound();
  const answer = await tx.sql
    .selectFrom('extractAnswers')
    .selectAll()
    .where('id', '=', path.answerId)
    .where('extractId', '=', path.extractId)
    .executeTakeFirst();
  if (!answer) throw notFound();
  if (answer.statementId) throw conflict('already-answered');
  const reader = (await membersById(tx, [extract.readerId])).get(extract.readerId);
  const words = openAnswer(openTeamKey(key, extract), answer);
  const source = [reader?.name, reader?.agency].filter(Boolean).join(', ');
  const said = { kind: 'assessed' as const, words, source };
  const statementId = await writeStatement(tx, ground, { caseId: path.id, key, recordedBy: extract.readerId }, said);
  await tx.sql
    .updateTable('extractAnswers')
    .set({ statementId, takenBy: tx.actor.personId, takenAt: ground.clock.now() })
    .where('id', '=', answer.id)
    .execute();
}

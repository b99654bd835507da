import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { caseKey } from '../commands/case-row.ts';
import { openCasePage } from '../queries/case-page.ts';
import { openAt, requestSpot, sealAt } from '../sealing.ts';
import { type answerRequestInput, extendRequestInput, type SubjectRequest } from './contract.ts';
import { redact } from './redact.ts';

/** What is sealed of an answer: the words to the asker, what was given with them, and what was left out and why. */
export type SealedAnswer = Pick<NonNullable<SubjectRequest['answer']>, 'words' | 'given' | 'withheld' | 'hearing'>;

/** The open request of this case, locked until the transaction ends, as it was read. */
async function lockRequest(tx: Tx, caseId: string, requestId: string, version: number) {
  const row = await tx.sql
    .selectFrom('subjectRequests')
    .selectAll()
    .where('id', '=', requestId)
    .where('caseId', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  if (row.version !== version || row.state !== 'open') throw conflict('changed-since-you-opened-it');
  return row;
}

/** Sets the later date where the law of the request allows one, once and in time, with the reason and how the asker was told. */
export async function extendRequest(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  requestId: string,
  input: z.infer<typeof extendRequestInput>,
): Promise<void> {
  const { version, ...extension } = extendRequestInput.parse(input);
  const key = await caseKey(tx, ground, caseId);
  const row = await lockRequest(tx, caseId, requestId, version);
  const now = ground.clock.now();
  if (row.latestDueAt <= row.firstDueAt) throw invalid({ reason: 'not-under-this-law' });
  if (row.extendedAt || now > row.dueAt) throw invalid({ reason: 'too-late-to-extend' });
  await tx.sql
    .updateTable('subjectRequests')
    .set({
      dueAt: row.latestDueAt,
      extendedAt: now,
      climbedAt: null,
      extension: sealAt(key, requestSpot(row.communityId, caseId, requestId, 'extension'), extension),
      version: version + 1,
    })
    .where('id', '=', requestId)
    .execute();
  await recordAct(tx, ground, { act: 'subject-request-extended', recordKind: 'case', recordId: caseId });
}

/**
 * Answers the request and seals what was given. Never given are the reports, who told a statement, and who recorded it; what
 * else others' rights ask for is blacked out or left out, with the reason.
 */
export async function answerRequest(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  requestId: string,
  input: z.output<typeof answerRequestInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  const row = await lockRequest(tx, caseId, requestId, input.version);
  if (input.outcome !== 'granted' && input.withheld.length < 3) throw invalid({ withheld: 'required' });
  const { words, withheld, hearing } = input;
  const answer: SealedAnswer = { words, withheld, hearing, given: await givenOf(tx, ground, caseId, input) };
  await tx.sql
    .updateTable('subjectRequests')
    .set({
      state: 'answered',
      outcome: input.outcome,
      answeredAt: ground.clock.now(),
      answeredBy: tx.actor.personId,
      answer: sealAt(key, requestSpot(row.communityId, caseId, requestId, 'answer'), answer),
      version: row.version + 1,
    })
    .where('id', '=', requestId)
    .execute();
  const facts = { outcome: input.outcome, parts: answer.given.length };
  await recordAct(tx, ground, { act: 'subject-request-answered', recordKind: 'case', recordId: caseId, facts });
}

async function givenOf(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  { give, blackOut }: z.output<typeof answerRequestInput>,
): Promise<SealedAnswer['given']> {
  const opened = await openCasePage(tx, ground, caseId);
  const statements = opened.statements.filter(({ id }) => give.statements.includes(id));
  const actions = opened.actions.filter(({ id }) => give.actions.includes(id));
  if (statements.length < new Set(give.statements).size) throw invalid({ give: 'not-of-this-case' });
  if (actions.length < new Set(give.actions).size) throw invalid({ give: 'not-of-this-case' });
  const now = ground.clock.now().toISOString();
  const parts: SealedAnswer['given'] = [
    ...(give.summary ? [{ part: 'summary' as const, at: opened.openedAt, words: opened.summary }] : []),
    ...statements.map(({ words, recordedAt }) => ({ part: 'statement' as const, at: recordedAt, words })),
    ...actions.map(({ words, dueAt }) => ({ part: 'action' as const, at: dueAt, words })),
    ...(give.level ? [{ part: 'level' as const, at: now, words: opened.levelOfConcern }] : []),
  ];
  return parts.map((part) => ({ ...part, words: redact(part.words, blackOut) }));
}

export const openAnswer = (key: Buffer, row: { communityId: string; caseId: string; id: string; answer: Buffer }) =>
  openAt<SealedAnswer>(key, requestSpot(row.communityId, row.caseId, row.id, 'answer'), row.answer);

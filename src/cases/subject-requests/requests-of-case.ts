import type { z } from 'zod';
import { activeWithRoles, type LegalProfile, legalProfileOf, membersById } from '../../community/index.ts';
import type { PersonActor, SystemActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { caseKey } from '../commands/case-row.ts';
import { noteLate } from '../commands/note-late.ts';
import { named } from '../present.ts';
import { openAt, requestSpot, sealAt } from '../sealing.ts';
import { openAnswer } from './answer-request.ts';
import type { OpenSubjectRequests, recordRequestInput, SubjectRequest, SubjectRequests } from './contract.ts';
import { datesUnder } from './deadline.ts';

type Content = { words: string; identity: string };
type Extension = NonNullable<SubjectRequest['extension']>;

const nameOf = ({ source }: LegalProfile['answering']) => (source ? `${source.document}, ${source.section}` : '');

/** Records what somebody asked about a case, open or closed; from now on it is clocked, and the case is not destroyed. */
export async function recordRequest(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  input: z.output<typeof recordRequestInput>,
): Promise<void> {
  const key = await caseKey(tx, ground, caseId);
  const now = ground.clock.now();
  const receivedAt = new Date(input.receivedAt);
  if (receivedAt > now) throw invalid({ receivedAt: 'in-the-future' });
  const { answering: law } = await legalProfileOf(tx);
  const dates = datesUnder(law, receivedAt);
  const id = newId(ground.clock, ground.chance);
  const { communityId, personId } = tx.actor;
  const content: Content = { words: input.words, identity: input.identity };
  await tx.sql
    .insertInto('subjectRequests')
    .values({
      communityId,
      id,
      caseId,
      kind: input.kind,
      askedBy: input.askedBy,
      receivedAt,
      ...dates,
      dueAt: dates.firstDueAt,
      law: nameOf(law),
      recordedBy: personId,
      recordedAt: now,
      content: sealAt(key, requestSpot(communityId, caseId, id, 'content'), content),
    })
    .execute();
  const facts = { kind: input.kind };
  await recordAct(tx, ground, { act: 'subject-request-recorded', recordKind: 'case', recordId: caseId, facts });
}

/** What was asked about a case and what was answered, for its team; the last received first. */
export async function requestsOfCase(tx: Tx<PersonActor>, ground: Ground, caseId: string): Promise<SubjectRequests> {
  const key = await caseKey(tx, ground, caseId);
  const rows = await tx.sql
    .selectFrom('subjectRequests')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('receivedAt', 'desc')
    .orderBy('id')
    .execute();
  const names = await membersById(
    tx,
    rows.flatMap((row) => [row.recordedBy, ...(row.answeredBy ? [row.answeredBy] : [])]),
  );
  const requests = rows.map(
    (row): SubjectRequest => ({
      id: row.id,
      kind: row.kind as SubjectRequest['kind'],
      askedBy: row.askedBy as SubjectRequest['askedBy'],
      receivedAt: row.receivedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      recordedBy: named(row.recordedBy, names),
      state: row.state as SubjectRequest['state'],
      version: row.version,
      ...openAt<Content>(key, requestSpot(row.communityId, caseId, row.id, 'content'), row.content),
      mayWaitUntil: row.extendedAt || row.latestDueAt <= row.firstDueAt ? null : row.latestDueAt.toISOString(),
      law: row.law,
      extension:
        row.extension &&
        extensionOf(
          openAt<string | Extension>(key, requestSpot(row.communityId, caseId, row.id, 'extension'), row.extension),
        ),
      answer: row.answer && {
        ...openAnswer(key, { ...row, answer: row.answer }),
        outcome: row.outcome as NonNullable<SubjectRequest['answer']>['outcome'],
        at: row.answeredAt!.toISOString(),
        by: named(row.answeredBy!, names),
      },
    }),
  );
  const { unit, within, further, source, verified } = (await legalProfileOf(tx)).answering;
  return { law: { unit, within, further, source, verified }, requests };
}

/** Earlier releases kept the reason alone. */
const extensionOf = (kept: string | Extension): Extension =>
  typeof kept === 'string' ? { reason: kept, told: '' } : kept;

/** Every open request by case number and date, soonest first; no key is touched. */
export async function openRequests(tx: Tx): Promise<OpenSubjectRequests> {
  const rows = await tx.sql
    .selectFrom('subjectRequests as request')
    .innerJoin('cases', 'cases.id', 'request.caseId')
    .select(['request.id', 'request.kind', 'request.askedBy', 'request.dueAt', 'cases.number as caseNumber'])
    .where('request.state', '=', 'open')
    .orderBy('request.dueAt')
    .limit(500)
    .execute();
  return {
    requests: rows.map(({ dueAt, kind, askedBy, ...row }) => ({
      ...row,
      kind: kind as SubjectRequest['kind'],
      askedBy: askedBy as SubjectRequest['askedBy'],
      dueAt: dueAt.toISOString(),
    })),
  };
}

const warnedDaysBefore = 7;

/** Tells lead, deputy and custodians, once, of each request whose date is a week away or has gone by. */
export async function climbSubjectRequests(tx: Tx<SystemActor>, ground: Ground): Promise<number> {
  const now = ground.clock.now();
  const due = await tx.sql
    .selectFrom('subjectRequests as request')
    .innerJoin('cases', 'cases.id', 'request.caseId')
    .select(['request.id', 'request.caseId', 'cases.leadId', 'cases.deputyId', 'cases.number'])
    .where('request.state', '=', 'open')
    .where('request.climbedAt', 'is', null)
    .where('request.dueAt', '<=', new Date(now.getTime() + warnedDaysBefore * 86_400_000))
    .limit(100)
    .execute();
  for (const each of due) {
    await tx.sql.updateTable('subjectRequests').set({ climbedAt: now }).where('id', '=', each.id).execute();
    const custodians = await activeWithRoles(tx, ['custodian']);
    const people = [each.leadId, each.deputyId, ...custodians.map(({ id }) => id)];
    await noteLate(tx, ground, each, { act: 'subject-request-climbed', mail: 'subject-request-due', people });
  }
  return due.length;
}

import { membersById } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { OpenedCase } from '../contract.ts';
import { named } from '../present.ts';
import { type CaseContent, caseSpot, closingSpot, openAt, questionSpot } from '../sealing.ts';
import type { ClosingContent } from './close-case.ts';

type Row = {
  id: string;
  communityId: string;
  content: Buffer;
  closingReason: string | null;
  closedAt: Date | null;
  closedBy: string | null;
};
type Shown = Pick<OpenedCase, 'closings' | 'reopeningQuestions'>;

/** Every closing of a case, the latest first, and what new reports and links have asked of it, opened with the case's key. */
export async function closingsOf(tx: Tx, row: Row, key: Buffer): Promise<Shown> {
  const closings = await tx.sql
    .selectFrom('caseClosings')
    .selectAll()
    .where('caseId', '=', row.id)
    .orderBy('position', 'desc')
    .execute();
  const questions = await tx.sql
    .selectFrom('reopeningQuestions as question')
    .leftJoin('reports', 'reports.id', 'question.reportId')
    .selectAll('question')
    .select('reports.number')
    .where('question.caseId', '=', row.id)
    .orderBy('question.askedAt', 'desc')
    .execute();
  const people = [
    row.closedBy,
    ...closings.flatMap((each) => [each.closedBy, each.reopenedBy]),
    ...questions.flatMap((each) => [each.askedOf, each.answeredBy]),
  ];
  const names = await membersById(
    tx,
    people.filter((each) => each !== null),
  );
  const presented = closings.map((each) => ({
    id: each.id,
    reason: each.reason as Shown['closings'][number]['reason'],
    closedAt: each.closedAt.toISOString(),
    closedBy: named(each.closedBy, names),
    ...openAt<ClosingContent>(key, closingSpot(row.communityId, row.id, each.id, 'content'), each.content),
    reopenedAt: each.reopenedAt?.toISOString() ?? null,
    reopenedBy: each.reopenedBy === null ? null : named(each.reopenedBy, names),
    reopenedBecause:
      each.reopenedBecause &&
      openAt<string>(key, closingSpot(row.communityId, row.id, each.id, 'reopened_because'), each.reopenedBecause),
  }));
  const earlier = closings.some((each) => each.reopenedAt === null)
    ? null
    : closedBefore(row, key, named(row.closedBy ?? '', names));
  return {
    closings: earlier ? [earlier, ...presented] : presented,
    reopeningQuestions: questions.map((each) => ({
      id: each.id,
      why: each.reportId === null ? ('same-person' as const) : ('report' as const),
      reportNumber: each.number,
      askedOf: each.askedOf === null ? null : named(each.askedOf, names),
      askedAt: each.askedAt.toISOString(),
      dueAt: each.dueAt.toISOString(),
      answer: each.answer as Shown['reopeningQuestions'][number]['answer'],
      answeredBy: each.answeredBy === null ? null : named(each.answeredBy, names),
      reason: each.reason && openAt<string>(key, questionSpot(row.communityId, row.id, each.id), each.reason),
    })),
  };
}

/** The closing of a case that was closed before closings were kept: its reason and its words alone. */
function closedBefore(row: Row, key: Buffer, closedBy: { id: string; name: string }): Shown['closings'][number] | null {
  if (!row.closedAt || !row.closingReason) return null;
  const { closing = '' } = openAt<CaseContent>(key, caseSpot(row.communityId, row.id), row.content);
  return {
    id: row.id,
    reason: row.closingReason as Shown['closings'][number]['reason'],
    closedAt: row.closedAt.toISOString(),
    closedBy,
    words: closing,
    inPlace: '',
    told: [],
    reopenTriggers: '',
    acceptedBy: '',
    reopenedAt: null,
    reopenedBy: null,
    reopenedBecause: null,
  };
}

import { openJson, type Place, sealJson } from '../platform/vault/index.ts';
import type { ActionKind, protectiveFactors, Sign, waysOfKnowing } from './words/vocabulary.ts';

export type CaseTable =
  | 'cases'
  | 'statements'
  | 'statement_files'
  | 'extracts'
  | 'actions'
  | 'hand_over_offers'
  | 'stage_visits'
  | 'recusals'
  | 'case_reviews'
  | 'case_validations'
  | 'inquiries'
  | 'subject_requests'
  | 'meeting_entries'
  | 'case_closings'
  | 'reopening_questions'
  | 'disclosures'
  | 'brought_cases'
  | 'case_groups'
  | 'case_people'
  | ConcernTable;
type ConcernTable = 'concern_rounds' | 'concern_ratings' | 'concern_triggers';
export type CaseSpot = { community: string; caseId: string; table: CaseTable; column: string; row: string };

export const placeOf = (spot: CaseSpot): Place => ({
  community: spot.community,
  table: spot.table,
  column: spot.column,
  row: spot.row,
  record: spot.caseId,
  version: 1,
});

export const sealAt = (key: Buffer, spot: CaseSpot, value: unknown): Buffer => sealJson(key, placeOf(spot), value);
export const openAt = <T>(key: Buffer, spot: CaseSpot, sealed: Buffer): T => openJson(key, placeOf(spot), sealed) as T;

export type CaseContent = { title: string; summary: string; closing?: string };
/** What a statement says, from whom, and how it stands to others; the codes are on what was said, never on a person. */
export type StatementContent = {
  words: string;
  source: string;
  happened: string;
  where: string;
  how: (typeof waysOfKnowing)[number] | null;
  signs: Sign[];
  protective: (typeof protectiveFactors)[number][];
  /** The statement that comes from the same source, so that nobody counts one voice twice. */
  sameSourceAs: string | null;
  contradicts: string[];
  /** People of the case whom it names, and who said it, by reference: a new pseudonym shows everywhere. */
  names: string[];
  saidBy: string | null;
};

export const caseSpot = (community: string, caseId: string): CaseSpot => ({
  community,
  caseId,
  table: 'cases',
  column: 'content',
  row: caseId,
});
export const statementSpot = (community: string, caseId: string, row: string): CaseSpot => ({
  community,
  caseId,
  table: 'statements',
  column: 'content',
  row,
});
export const statementFileSpot = (community: string, caseId: string, row: string): CaseSpot => ({
  community,
  caseId,
  table: 'statement_files',
  column: 'file_key',
  row,
});
export const actionSpot = (
  community: string,
  caseId: string,
  row: string,
  column: 'content' | 'result' | 'fallback',
): CaseSpot => ({
  community,
  caseId,
  table: 'actions',
  column,
  row,
});
export const noteSpot = (community: string, caseId: string, row: string): CaseSpot => ({
  community,
  caseId,
  table: 'hand_over_offers',
  column: 'note',
  row,
});
export const stageSpot = (community: string, caseId: string, row: string, column: 'answers' | 'reason'): CaseSpot => ({
  community,
  caseId,
  table: 'stage_visits',
  column,
  row,
});
export const concernSpot = (
  community: string,
  caseId: string,
  table: ConcernTable,
  row: string,
  column: 'content' | 'reason' = 'content',
): CaseSpot => ({
  community,
  caseId,
  table,
  column,
  row,
});

/** What is to be done, by which service, and which kind of help it is: that speaks of somebody's needs. */
export type ActionContent = { words: string; service: string; kind: ActionKind | null };
type SealedAction = { communityId: string; caseId: string; id: string; content: Buffer };
/** What is to be done and which service does it; an action of before there were services is its words alone. */
export function openActionContent(key: Buffer, action: SealedAction): ActionContent {
  const spot = actionSpot(action.communityId, action.caseId, action.id, 'content');
  const content = openAt<string | ActionContent>(key, spot, action.content);
  return typeof content === 'string' ? { words: content, service: '', kind: null } : content;
}
export const recusalSpot = (community: string, caseId: string, personId: string): CaseSpot => ({
  community,
  caseId,
  table: 'recusals',
  column: 'content',
  row: personId,
});
export const reviewSpot = (community: string, caseId: string, row: string): CaseSpot => ({
  community,
  caseId,
  table: 'case_reviews',
  column: 'content',
  row,
});
export const validationSpot = (community: string, caseId: string, row: string): CaseSpot => ({
  community,
  caseId,
  table: 'case_validations',
  column: 'content',
  row,
});
export type InquiryColumn = 'content' | 'companion' | 'guardian_reason' | 'outcome';
export const inquirySpot = (community: string, caseId: string, row: string, column: InquiryColumn): CaseSpot => ({
  community,
  caseId,
  table: 'inquiries',
  column,
  row,
});
export const minutesSpot = (community: string, caseId: string, row: string): CaseSpot => ({
  community,
  caseId,
  table: 'meeting_entries',
  column: 'content',
  row,
});
export const closingSpot = (
  community: string,
  caseId: string,
  row: string,
  column: 'content' | 'reopened_because',
): CaseSpot => ({ community, caseId, table: 'case_closings', column, row });
export const questionSpot = (community: string, caseId: string, row: string): CaseSpot => ({
  community,
  caseId,
  table: 'reopening_questions',
  column: 'reason',
  row,
});
export const requestSpot = (
  community: string,
  caseId: string,
  row: string,
  column: 'content' | 'extension' | 'answer',
): CaseSpot => ({ community, caseId, table: 'subject_requests', column, row });

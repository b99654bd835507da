import type { Selectable } from 'kysely';
import type { Cases } from '../../db/types.ts';
import type { Member } from '../community/index.ts';
import type { CaseRow } from './contract.ts';

export const named = (id: string, names: Map<string, Member>) => ({ id, name: names.get(id)?.name ?? '' });

type Counts = { openActions: number; overdueActions: number };

/** A case as a row: who owns it, what is due; the title only where the reader holds its key. */
export function presentCase(
  row: Omit<Selectable<Cases>, 'content'>,
  names: Map<string, Member>,
  reader: string,
  members: readonly { personId: string; part: string }[],
  title: string | null,
  counts: Counts,
): CaseRow {
  const onTeam = members.find((member) => member.personId === reader)?.part as 'member' | 'consultant' | undefined;
  return {
    id: row.id,
    number: row.number,
    title,
    state: row.state as CaseRow['state'],
    stage: row.stage as CaseRow['stage'],
    levelOfConcern: row.levelOfConcern as CaseRow['levelOfConcern'],
    openedAt: row.openedAt.toISOString(),
    lead: named(row.leadId, names),
    deputy: named(row.deputyId, names),
    nextReviewAt: row.nextReviewAt?.toISOString() ?? null,
    ...counts,
    myPart: row.leadId === reader ? 'lead' : row.deputyId === reader ? 'deputy' : (onTeam ?? 'none'),
  };
}

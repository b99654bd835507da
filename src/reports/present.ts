import type { Selectable } from 'kysely';
import type { Reports } from '../../db/types.ts';
import type { Member } from '../community/index.ts';
import type { Channel, Lane, Language, Outcome, ReportRow, Urgency } from './contract.ts';

type Row = Omit<Selectable<Reports>, 'content'>;
export type Names = Map<string, Member>;

export const presentPerson = (id: string, names: Names) => ({ id, name: names.get(id)?.name ?? '' });
const time = (date: Date | null) => date?.toISOString() ?? null;

/** A row of the desk: ids, states and clocks, nothing that is sealed. */
export function presentReportRow(row: Row, names: Names, others: number): ReportRow {
  return {
    id: row.id,
    number: row.number,
    channel: row.channel as Channel,
    language: row.language as Language,
    receivedAt: row.receivedAt.toISOString(),
    urgency: row.urgency as Urgency,
    state: row.state as 'waiting' | 'decided',
    outcome: row.outcome as Outcome | null,
    responsible: presentPerson(row.responsibleId, names),
    climbedTo: row.climbedTo as ReportRow['climbedTo'],
    nextDueAt: time(row.nextDueAt),
    firstReadAt: time(row.firstReadAt),
    answeredAt: time(row.answeredAt),
    sealedPast: row.sealedPast,
    lane: row.lane as Lane,
    others,
    folded: row.folded,
  };
}

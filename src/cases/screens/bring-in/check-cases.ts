import { momentOf } from '../../../platform/tables/moment-of.ts';
import type { Table } from '../../../platform/tables/read-table.ts';
import { type BringInOptions, type CaseImports, closingReasons } from '../../contract.ts';
import { caseWords } from '../../words/index.ts';
import { type Stage, stages } from '../../words/vocabulary.ts';

/** What a column of the old list can hold; the title must be there. */
export const caseFields = [
  'title',
  'summary',
  'openedAt',
  'stage',
  'lead',
  'deputy',
  'nextReviewAt',
  'closedAt',
  'closingReason',
  'statement',
  'source',
  'earlierNumber',
  'earlierLevel',
] as const;
export type CaseField = (typeof caseFields)[number];

/** A case as it was in an earlier system, with the moments and people of this one. */
export type OldCase = {
  title: string;
  summary: string;
  openedAt: Date;
  stage: Stage;
  leadId: string;
  deputyId: string;
  nextReviewAt: Date;
  closing: { at: Date; reason: (typeof closingReasons)[number] } | null;
  statement: { words: string; source: string } | null;
};

/** What is wrong in one row, counted as a spreadsheet counts, with the heading as row 1. */
export type CaseFault = {
  row: number;
  field: CaseField | 'row';
  because:
    | 'required'
    | 'too-long'
    | 'not-a-date'
    | 'in-the-future'
    | 'in-the-past'
    | 'not-a-member'
    | 'same-person-twice'
    | 'not-a-stage'
    | 'not-a-reason'
    | 'before-its-opening'
    | 'past-its-keeping'
    | 'more-cells-than-columns';
};
type Because = CaseFault['because'];

/** What holds for all rows, who can lead here, and for how long a case is kept or may wait. */
export type Given = BringInOptions & Omit<CaseImports, 'imports'> & { now: Date };

const most: Partial<Record<CaseField, number>> = {
  title: 200,
  summary: 9_000,
  statement: 10_000,
  source: 500,
  earlierNumber: 100,
  earlierLevel: 100,
};
const dayMilliseconds = 86_400_000;

/** Every row as a case, or every fault of every row: it stops at none. */
export function checkCases(table: Table, given: Given): { cases: OldCase[]; faults: CaseFault[] } {
  const cases: OldCase[] = [];
  const faults: CaseFault[] = [];
  const people = new Map(given.members.map(({ id, email }) => [email.toLowerCase(), id]));
  table.rows.forEach((cells, index) => {
    const reading = new RowReading(cells, table.header, given, people);
    const read = reading.read();
    for (const { field, because } of reading.faults) faults.push({ row: index + 2, field, because });
    if (reading.faults.length === 0) cases.push(read);
  });
  return { cases, faults };
}

/** The code that a cell names, as it is or in the words of any of the languages. */
function codeOf<Code extends string>(codes: readonly Code[], key: 'stage' | 'closing', text: string): Code | null {
  const plain = text.toLowerCase();
  const names = (code: Code) => [code, ...Object.values(caseWords).map((words) => wordOf(words, `${key}.${code}`))];
  return codes.find((code) => names(code).some((name) => name.toLowerCase() === plain)) ?? null;
}
const wordOf = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

class RowReading {
  readonly faults: { field: CaseField | 'row'; because: Because }[] = [];
  private readonly cells: readonly string[];
  private readonly header: readonly string[];
  private readonly given: Given;
  private readonly people: ReadonlyMap<string, string>;

  constructor(cells: readonly string[], header: readonly string[], given: Given, people: ReadonlyMap<string, string>) {
    this.cells = cells;
    this.header = header;
    this.given = given;
    this.people = people;
  }

  read(): OldCase {
    const { now, stage } = this.given;
    if (this.cells.length > this.header.length) this.fault('row', 'more-cells-than-columns');
    for (const field of caseFields)
      if (this.cell(field).length > (most[field] ?? Infinity)) this.fault(field, 'too-long');
    if (this.cell('title') === '') this.fault('title', 'required');
    const openedAt = this.past('openedAt') ?? now;
    const [leadId, deputyId] = [this.person('lead', this.given.leadId), this.person('deputy', this.given.deputyId)];
    if (leadId === deputyId) this.fault('deputy', 'same-person-twice');
    return {
      title: this.cell('title'),
      summary: [this.cell('summary'), this.kept('earlierNumber'), this.kept('earlierLevel')].filter(Boolean).join('\n'),
      openedAt,
      stage: this.code('stage', stages, 'stage', 'not-a-stage') ?? stage,
      leadId,
      deputyId,
      nextReviewAt: this.review(),
      closing: this.closing(openedAt),
      statement: this.statement(),
    };
  }

  private fault(field: CaseField | 'row', because: Because): void {
    this.faults.push({ field, because });
  }

  private cell(field: CaseField): string {
    const column = this.given.mapping[field];
    return (column === undefined ? '' : (this.cells[column] ?? '')).trim();
  }

  /** What has no place of its own here is kept in the summary, under the name of its column. */
  private kept(field: CaseField): string {
    const name = this.header[this.given.mapping[field] ?? -1];
    return this.cell(field) === '' ? '' : `${name}: ${this.cell(field)}`;
  }

  private moment(field: CaseField): Date | null {
    const text = this.cell(field);
    if (text === '') return null;
    const moment = momentOf(text);
    if (moment === null) this.fault(field, 'not-a-date');
    return moment;
  }

  private past(field: CaseField): Date | null {
    const moment = this.moment(field);
    if (moment !== null && moment > this.given.now) this.fault(field, 'in-the-future');
    return moment;
  }

  /** Whoever the row names by the address of their account; where it names nobody, whoever was chosen for all. */
  private person(field: 'lead' | 'deputy', otherwise: string): string {
    const email = this.cell(field).toLowerCase();
    const id = email === '' ? otherwise : this.people.get(email);
    if (id === undefined) this.fault(field, 'not-a-member');
    return id ?? `${field} ${email}`;
  }

  private code<Code extends string>(
    field: CaseField,
    codes: readonly Code[],
    key: 'stage' | 'closing',
    because: Because,
  ): Code | null {
    const text = this.cell(field);
    if (text === '') return null;
    const code = codeOf(codes, key, text);
    if (code === null) this.fault(field, because);
    return code;
  }

  /** The day that was set there, but no later than a case may wait that nobody here has rated yet. */
  private review(): Date {
    const { now, reviewWithinDays } = this.given;
    const latest = new Date(now.getTime() + reviewWithinDays * dayMilliseconds);
    const moment = this.cell('closedAt') === '' ? this.moment('nextReviewAt') : null;
    if (moment !== null && moment <= now) this.fault('nextReviewAt', 'in-the-past');
    return moment === null || moment > latest ? latest : moment;
  }

  private closing(openedAt: Date): OldCase['closing'] {
    const at = this.past('closedAt');
    const reason = this.code('closingReason', closingReasons, 'closing', 'not-a-reason');
    if (at === null) return null;
    if (at < openedAt) this.fault('closedAt', 'before-its-opening');
    const { now, closedKeptDays } = this.given;
    if (at.getTime() + closedKeptDays * dayMilliseconds <= now.getTime()) this.fault('closedAt', 'past-its-keeping');
    if (reason === null && this.cell('closingReason') === '') this.fault('closingReason', 'required');
    return reason && { at, reason };
  }

  private statement(): OldCase['statement'] {
    const words = this.cell('statement');
    const source = this.cell('source');
    if (words !== '' && source === '') this.fault('source', 'required');
    return words === '' ? null : { words, source };
  }
}

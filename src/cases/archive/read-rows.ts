import type { Tx } from '../../platform/db/database.ts';
import { type CaseSpot, openAt } from '../sealing.ts';
import type { CaseArchive } from './contract.ts';
import { archivedCase, archivedRows, ofTheStore } from './rows.ts';

type Row = Record<string, unknown>;
export type Table = keyof typeof archivedRows;
export const tables = Object.keys(archivedRows) as Table[];

/** The row that a sealed value is bound to, where that is not its id. */
const boundTo: Partial<Record<Table, (row: Row) => string>> = {
  recusals: ({ personId }) => String(personId),
  concernRatings: ({ roundId, raterId }) => `${roundId} ${raterId}`,
};

/** Tables that name no case themselves: by which column they hang on rows of which table. */
const hangsOn: Partial<Record<Table, [column: string, table: 'concernRounds' | 'meetingEntries']>> = {
  concernRatings: ['roundId', 'concernRounds'],
  meetingDecisions: ['entryId', 'meetingEntries'],
};

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Opened = { communityId: string; caseId: string; key: Buffer };

/** A value as JSON writes it; what was sealed under the key of the case is opened. */
function plain(of: Opened, table: string, row: string, column: string, value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (!Buffer.isBuffer(value)) return value;
  const spot = { community: of.communityId, caseId: of.caseId, table: snake(table), column: snake(column), row };
  return openAt(of.key, spot as CaseSpot, value);
}

const openRow = (of: Opened, table: string, row: Row, bound: string): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !ofTheStore.includes(column))
      .map(([column, value]) => [column, plain(of, table, bound, column, value)]),
  );

/** The rows of one table that belong to the case, in the case's own order where the table has one. */
async function rowsOf(tx: Tx, of: Opened, table: Table): Promise<Row[]> {
  const all = tx.sql.selectFrom(table as 'statements').selectAll();
  const link = hangsOn[table];
  const query = link
    ? all.where(link[0] as 'id', 'in', tx.sql.selectFrom(link[1]).select('id').where('caseId', '=', of.caseId))
    : all.where('caseId', '=', of.caseId);
  const rows = (await query.execute()) as Row[];
  const opened = rows.map((row) => openRow(of, table, row, boundTo[table]?.(row) ?? String(row.id)));
  return opened.sort((one, other) => placeOf(one) - placeOf(other) || (nameOf(one) < nameOf(other) ? -1 : 1));
}

const placeOf = ({ position = 0 }: Row): number => Number(position);
const nameOf = ({ id, personId, raterId, reportId }: Row): string => String(id ?? personId ?? raterId ?? reportId);

/** The case and everything that its tables hold of it, opened; a value that fits no column of the archive is left out. */
export async function readRows(tx: Tx, of: Opened): Promise<Pick<CaseArchive, 'case' | 'rows'>> {
  const row = await tx.sql.selectFrom('cases').selectAll().where('id', '=', of.caseId).executeTakeFirstOrThrow();
  const rows: Partial<Record<Table, unknown[]>> = {};
  for (const table of tables)
    rows[table] = (await rowsOf(tx, of, table)).map((each) => archivedRows[table].parse(each));
  return {
    case: archivedCase.parse(openRow(of, 'cases', row, of.caseId)),
    rows: rows as CaseArchive['rows'],
  };
}

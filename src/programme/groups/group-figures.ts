import { groupSettingsOf } from '../../cases/index.ts';
import { membersById } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { writeTable } from '../../platform/tables/write-table.ts';
import type { CountedYear, GroupFigures, GroupTable } from './contract.ts';
import { endedYears } from './year-of-cases.ts';

/** The years that were counted by group, as they were kept, and those that can be; no key is touched. */
export async function groupFiguresOf(tx: Tx, ground: Ground): Promise<GroupFigures> {
  const { isOn, heading, document, section, counsel, threshold } = await groupSettingsOf(tx);
  const counted = await countedYears(tx);
  const isCounted = new Set(counted.map(({ year }) => year));
  const ended = await endedYears(tx, ground.clock.now());
  return {
    settings: { isOn, heading, document, section, counsel, threshold },
    counted,
    ended: isOn ? ended.filter(({ year }) => !isCounted.has(year)) : [],
  };
}

async function countedYears(tx: Tx): Promise<CountedYear[]> {
  const rows = await tx.sql.selectFrom('countedYears').selectAll().orderBy('year', 'desc').execute();
  const names = await membersById(
    tx,
    rows.map(({ countedBy }) => countedBy),
  );
  return rows.map(({ communityId: _, countedAt, countedBy, tables, ...kept }) => ({
    ...kept,
    countedAt: countedAt.toISOString(),
    countedBy: names.get(countedBy)?.name ?? '',
    tables: tables as GroupTable[],
  }));
}

/** What stands in a file where a number is held back. */
const heldBack = 'held-back';

/** One counted year as comma-separated values: one figure a line, marked where it is held back or too small to be told by group. */
export async function groupFile(tx: Tx, year: number): Promise<string> {
  const kept = (await countedYears(tx)).find((each) => each.year === year);
  if (!kept) throw notFound();
  const lines = kept.tables.flatMap(({ table, columns, rows, all, leftOut }) => [
    ...rows.flatMap(({ groupId, name, values }) =>
      columns.map((column, at) => [table, name || groupId, column, values[at] ?? heldBack]),
    ),
    ...columns.map((column, at) => [table, 'all', column, all[at] ?? null]),
    ...leftOut.map((column) => [table, 'all', column, 'too-few-to-tell-by-group']),
  ]);
  const people = kept.tables[0]!.rows.filter((row) => row.people !== null);
  return writeTable([
    ['table', 'group', 'column', 'value'],
    ['year', kept.heading, 'year', kept.year],
    ['year', kept.heading, 'ground', `${kept.document}, ${kept.section}`],
    ['year', kept.heading, 'least-number-shown', kept.threshold],
    ['year', kept.heading, 'counted-at', kept.countedAt],
    ...people.map((row) => ['people', row.name, 'people', row.people]),
    ...lines,
  ]);
}

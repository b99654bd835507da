import type { GroupSettings } from '../../cases/contract.ts';
import { groupSettingsOf, groupsOfCases } from '../../cases/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { type Ending, endings, type GroupTable, notRecorded } from './contract.ts';
import { hideSmall } from './hide-small.ts';
import { casesOfYear, thisYear } from './year-of-cases.ts';

const kinds: Record<string, Ending> = {
  'no-concern': 'unfounded',
  'insufficient-information-after-effort': 'unfounded',
  resolved: 'helped',
  'support-in-place': 'helped',
  transferred: 'passed-on',
  'moved-away': 'passed-on',
  deceased: 'passed-on',
  'legal-disposition': 'legal',
};

/** What was counted of a year before anything is held back: of each group how many cases were opened, and how many ended in which way. */
export type YearByGroup = Record<string, { opened: number } & Record<Ending, number>>;

/**
 * Counts an ended year by group and keeps the counts without what is too small, for good: a second count beside the first would tell
 * by subtraction what either holds back. Refused where not every record opens to whoever counts.
 */
export async function countYear(tx: Tx<PersonActor>, ground: Ground, year: number): Promise<void> {
  const settings = await groupSettingsOf(tx);
  if (!settings.isOn) throw invalid({ year: 'groups-are-off' });
  if (year >= (await thisYear(tx, ground.clock.now()))) throw invalid({ year: 'not-ended' });
  const cases = await casesOfYear(tx, year);
  const groups = await groupsOfCases(
    tx,
    ground,
    cases.map(({ id }) => id),
  );
  if (!groups) throw invalid({ year: 'does-not-open-to-you-yet' });
  const counts: YearByGroup = {};
  for (const { id, isOpened, closingReason } of cases) {
    const group = groups.get(id) ?? notRecorded;
    counts[group] ??= { ...nothing };
    if (isOpened) counts[group].opened += 1;
    if (closingReason !== null) counts[group][kinds[closingReason]!] += 1;
  }
  await keepYear(tx, ground, settings, year, counts);
}

const nothing = { opened: 0, unfounded: 0, helped: 0, 'passed-on': 0, legal: 0 };

/** Keeps what was counted of a year, with the small numbers held back; the whole counts are kept nowhere. */
export async function keepYear(
  tx: Tx<PersonActor>,
  ground: Ground,
  settings: GroupSettings,
  year: number,
  counts: YearByGroup,
): Promise<void> {
  const { heading, document, section, counsel, threshold } = settings;
  const tables = [
    tableOf('opened', ['opened'], settings, counts),
    tableOf('closed', endings, settings, counts),
  ] satisfies GroupTable[];
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('countedYears')
    .values({
      communityId: tx.actor.communityId,
      year,
      countedAt: ground.clock.now(),
      countedBy: tx.actor.personId,
      heading,
      document,
      section,
      counsel,
      threshold,
      tables: JSON.stringify(tables),
    })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw invalid({ year: 'counted-already' });
  const facts = { year, threshold };
  await recordAct(tx, ground, { act: 'year-counted-by-group', recordKind: 'community', recordId: null, facts });
}

/** A group that is no longer in the list is counted as not recorded. */
function tableOf<Column extends Ending | 'opened'>(
  table: GroupTable['table'],
  columns: readonly Column[],
  { groups, threshold }: GroupSettings,
  counts: YearByGroup,
): GroupTable {
  const listed = new Set(groups.map(({ id }) => id));
  const of = (isIn: (group: string) => boolean) =>
    columns.map((column) =>
      Object.entries(counts)
        .filter(([group]) => isIn(group))
        .reduce((sum, [, count]) => sum + count[column], 0),
    );
  const whole = [...groups.map(({ id }) => of((group) => group === id)), of((group) => !listed.has(group))];
  const safe = hideSmall(whole, threshold);
  const isWide = safe.columns.length > 1;
  const totals = safe.columns.map((column) => whole.reduce((sum, row) => sum + row[column]!, 0));
  const rows = [...groups, { id: notRecorded, name: '', people: null } as const];
  return {
    table,
    columns: [...safe.columns.map((column) => columns[column]!), ...(isWide ? (['together'] as const) : [])],
    rows: rows.map(({ id, name, people }, at) => ({
      groupId: id,
      name,
      people,
      values: [...safe.cells[at]!, ...(isWide ? [safe.together[at]!] : [])],
    })),
    all: [...totals, ...(isWide ? [totals.reduce((sum, each) => sum + each, 0)] : [])],
    leftOut: columns.filter((_, column) => !safe.columns.includes(column)),
  };
}

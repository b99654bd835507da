import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { type Programme, programmeTables } from '../contract.ts';
import { caseFigures } from './case-figures.ts';
import { periodOf } from './period.ts';
import { reportFigures } from './report-figures.ts';
import { times } from './times.ts';
import { workFigures } from './work-figures.ts';

/** The programme of a period in figures, from states and times alone: no key is touched. */
export async function programmeOf(
  tx: Tx,
  ground: Ground,
  asked: { from?: string | undefined; to?: string | undefined },
): Promise<Programme> {
  const now = ground.clock.now();
  const period = await periodOf(tx, ground, asked);
  const tables = [
    ...(await reportFigures(tx, period, now)),
    await times(tx, period),
    ...(await caseFigures(tx, period, now)),
    ...(await workFigures(tx, ground, period)),
  ];
  const order = ({ table }: { table: (typeof programmeTables)[number] }) => programmeTables.indexOf(table);
  return {
    at: now.toISOString(),
    from: period.first,
    to: period.last,
    tables: tables.sort((one, other) => order(one) - order(other)),
  };
}

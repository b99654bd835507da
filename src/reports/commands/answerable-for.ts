import { type Answerable, answerableAt, type Member, membersOf } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { holdsRecordKey, keptOutOf } from '../../platform/keys/index.ts';

const firstAsked = ['coordinator', 'duty-officer', 'custodian'];
const placeOf = ({ roles }: Member) => {
  const place = firstAsked.findIndex((role) => roles.includes(role));
  return place < 0 ? firstAsked.length : place;
};

/**
 * Named people for each step of this report's ladder at that moment. Whoever is kept out of it is passed over: by the next step
 * first, then by the desk, then by anybody else who can open it.
 */
export async function answerableFor(tx: Tx, report: string, at: Date): Promise<Answerable> {
  const steps = await answerableAt(tx, at);
  const out = await keptOutOf(tx, report);
  if (out.size === 0) return steps;
  const others = (await membersOf(tx))
    .filter(({ state }) => state === 'active')
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map(({ id }) => id);
  const first = async (...before: string[]) => {
    for (const id of [...before, ...others]) if (!out.has(id) && (await holdsRecordKey(tx, id, report))) return id;
    return steps.coordinator;
  };
  return {
    duty: await first(steps.duty, steps.second, steps.coordinator),
    second: await first(steps.second, steps.coordinator),
    coordinator: await first(steps.coordinator),
  };
}

/** Gives the reports and open handovers that this person answers for and is kept out of to whoever answers instead. */
export async function passOnKeptOut(tx: Tx, ground: Ground, personId: string): Promise<void> {
  const now = ground.clock.now();
  const waiting = await tx.sql
    .selectFrom('reports')
    .innerJoin('keptOut', 'keptOut.recordId', 'reports.id')
    .select('reports.id')
    .where('reports.responsibleId', '=', personId)
    .where('keptOut.personId', '=', personId)
    .execute();
  for (const { id } of waiting) {
    const { duty } = await answerableFor(tx, id, now);
    await tx.sql.updateTable('reports').set({ responsibleId: duty }).where('id', '=', id).execute();
  }
  const open = await tx.sql
    .selectFrom('reportHandovers')
    .innerJoin('keptOut', 'keptOut.recordId', 'reportHandovers.reportId')
    .select(['reportHandovers.id', 'reportHandovers.reportId'])
    .where('reportHandovers.accountableId', '=', personId)
    .where('reportHandovers.acceptedAt', 'is', null)
    .where('keptOut.personId', '=', personId)
    .execute();
  for (const { id, reportId } of open) {
    const { duty } = await answerableFor(tx, reportId, now);
    await tx.sql.updateTable('reportHandovers').set({ accountableId: duty }).where('id', '=', id).execute();
  }
}

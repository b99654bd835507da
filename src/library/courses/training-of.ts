import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { Course } from '../contract.ts';
import type { TrainingRecord } from './training-contract.ts';

/** What this person has on record: each course once, as it was last finished, the one that is due first on top. */
export async function trainingOf(
  tx: Tx,
  { clock }: Pick<Ground, 'clock'>,
  courses: readonly Course[],
  personId: string,
): Promise<TrainingRecord[]> {
  const rows = await tx.sql
    .selectFrom('trainingRecords')
    .select(['id', 'courseId', 'finishedAt', 'renewBy'])
    .distinctOn('courseId')
    .where('personId', '=', personId)
    .orderBy('courseId')
    .orderBy('finishedAt', 'desc')
    .execute();
  const now = clock.now();
  const records = rows.map(({ finishedAt, renewBy, ...row }) => ({
    ...row,
    title: courses.find(({ id }) => id === row.courseId)?.title ?? null,
    finishedAt: finishedAt.toISOString(),
    renewBy: renewBy.toISOString(),
    isDue: renewBy <= now,
  }));
  return records.toSorted((a, b) => (a.renewBy < b.renewBy ? -1 : 1));
}

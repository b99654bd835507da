import { membersById } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { Course } from '../contract.ts';
import type { DueTraining } from './training-contract.ts';

const daysAhead = 30;

/** Who has a course to take again within thirty days or has let the date pass, the longest overdue first; active members only. */
export async function trainingDue(
  tx: Tx,
  { clock }: Pick<Ground, 'clock'>,
  courses: readonly Course[],
): Promise<DueTraining['due']> {
  const until = new Date(clock.now().getTime() + daysAhead * 86_400_000);
  const rows = await tx.sql
    .selectFrom('trainingRecords')
    .select(['personId', 'courseId', 'renewBy'])
    .distinctOn(['personId', 'courseId'])
    .orderBy('personId')
    .orderBy('courseId')
    .orderBy('finishedAt', 'desc')
    .execute();
  const due = rows
    .filter(({ renewBy }) => renewBy <= until)
    .toSorted((a, b) => a.renewBy.getTime() - b.renewBy.getTime());
  const members = await membersById(tx, [...new Set(due.map(({ personId }) => personId))]);
  return due.flatMap(({ personId, courseId, renewBy }) => {
    const member = members.get(personId);
    if (member?.state !== 'active') return [];
    const title = courses.find(({ id }) => id === courseId)?.title ?? null;
    return [{ person: { id: personId, name: member.name }, courseId, title, renewBy: renewBy.toISOString() }];
  });
}

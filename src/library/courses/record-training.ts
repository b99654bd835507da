import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import type { Course } from '../contract.ts';
import { isFinished } from './progress.ts';
import { renewalOf } from './renewal.ts';
import type { FinishedCourse } from './training-contract.ts';

/** Keeps that the actor finished a course today, and when it is worth taking again; refuses one with a situation left open. */
export async function recordTraining(
  tx: Tx<PersonActor>,
  ground: Ground,
  courses: readonly Course[],
  { courseId, answers }: FinishedCourse,
): Promise<void> {
  const course = courses.find(({ id }) => id === courseId);
  if (!course) throw invalid({ courseId: 'not-valid' });
  if (!isFinished(course, answers)) throw invalid({ answers: 'not-valid' });
  const id = newId(ground.clock, ground.chance);
  const finishedAt = ground.clock.now();
  const { communityId, personId } = tx.actor;
  await tx.sql
    .insertInto('trainingRecords')
    .values({ communityId, id, personId, courseId, finishedAt, renewBy: renewalOf(course, finishedAt) })
    .execute();
  await recordAct(tx, ground, {
    act: 'training-recorded',
    recordKind: 'training',
    recordId: id,
    facts: { course: courseId },
  });
}

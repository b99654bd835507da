import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { may } from '../policy.ts';
import { libraryOf } from '../shelf.ts';
import { recordTraining } from './record-training.ts';
import { finishedCourse, trainingAnswer } from './training-contract.ts';
import { trainingOf } from './training-of.ts';

const answer = async (tx: Tx<PersonActor>, ground: Ground) => {
  const { courses } = await libraryOf(ground);
  return { records: await trainingOf(tx, ground, courses, tx.actor.personId) };
};

/** The doors of the training record; everybody reaches their own and no other. */
export const trainingRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/library/training',
    summary: 'The courses that you finished, each with the date by which it is worth taking again',
    permission: may('keep-own-training'),
    audit: { none: 'reading what is about oneself' },
    input: { path: null, query: null, body: null },
    answer: trainingAnswer,
    handle: (tx, _, ground) => answer(tx as Tx<PersonActor>, ground),
  }),
  route({
    method: 'POST',
    path: '/api/v1/library/training',
    summary: 'Keep that you finished a course',
    permission: may('keep-own-training'),
    audit: { inside: 'recordTraining writes training-recorded with the course' },
    input: { path: null, query: null, body: finishedCourse },
    answer: trainingAnswer,
    status: 201,
    async handle(tx, { body }, ground) {
      const { courses } = await libraryOf(ground);
      await recordTraining(tx as Tx<PersonActor>, ground, courses, body);
      return await answer(tx as Tx<PersonActor>, ground);
    },
  }),
];

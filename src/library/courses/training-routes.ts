import { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { languages } from '../../platform/i18n/index.ts';
import { may } from '../policy.ts';
import type { Library } from '../reading/library.ts';
import { libraryOf } from '../shelf.ts';
import { certificateOfRecord } from './certificate-of-record.ts';
import { recordTraining } from './record-training.ts';
import { dueTraining, finishedCourse, trainingAnswer } from './training-contract.ts';
import { trainingDue } from './training-due.ts';
import { trainingOf } from './training-of.ts';

const answer = async (tx: Tx<PersonActor>, ground: Ground, { courses }: Library) => ({
  records: await trainingOf(tx, ground, courses, tx.actor.personId),
});

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
    prepare: (ground, _, actor) => libraryOf(ground, actor),
    handle: (tx, { prepared }, ground) => answer(tx as Tx<PersonActor>, ground, prepared),
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
    prepare: (ground, _, actor) => libraryOf(ground, actor),
    async handle(tx, { body, prepared }, ground) {
      await recordTraining(tx as Tx<PersonActor>, ground, prepared.courses, body);
      return await answer(tx as Tx<PersonActor>, ground, prepared);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/library/training/{id}/certificate',
    summary: 'The certificate of a course that you have on record, as a PDF in your language',
    permission: may('keep-own-training'),
    audit: { none: 'about oneself' },
    input: {
      path: z.strictObject({ id: z.uuid() }),
      query: z.strictObject({ lang: z.enum(languages).default('en') }),
      body: null,
    },
    answer: 'bytes',
    prepare: (ground, { path, query }, actor) => certificateOfRecord(ground, actor, path.id, query.lang),
    handle: async (_, { prepared }) => prepared,
  }),
  route({
    method: 'GET',
    path: '/api/v1/library/training/due',
    summary: 'Who has which course to take again: names and dates only',
    permission: may('see-due-training'),
    audit: { none: 'names and dates, no content' },
    input: { path: null, query: null, body: null },
    answer: dueTraining,
    prepare: (ground, _, actor) => libraryOf(ground, actor),
    handle: async (tx, { prepared }, ground) => ({ due: await trainingDue(tx, ground, prepared.courses) }),
  }),
];

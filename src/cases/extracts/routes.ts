import { z } from 'zod';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { byId, change, insideCommand, ofCase, person } from '../change-of-case.ts';
import { openedCase } from '../contract.ts';
import { may, relationToExtract } from '../policy.ts';
import { openCasePage } from '../queries/case-page.ts';
import { answerExtract, takeAnswer } from './answer-extract.ts';
import { answerExtractInput, giveExtractInput, givenExtract } from './contract.ts';
import { giveExtract, takeBackExtract } from './give-extract.ts';
import { readExtract } from './present-extracts.ts';

const byExtract = z.strictObject({ id: z.uuid(), extractId: z.uuid() });
const asItsReader = may('read-extract', relationToExtract);

/** The doors of what consultants are given: two of its team's, two of the consultant's. */
export const extractRoutes: AnyRoute[] = [
  change(
    'extracts',
    'direct-case',
    'Give a consultant a question and chosen statements',
    giveExtractInput,
    giveExtract,
  ),
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/extracts/{extractId}/end',
    summary: 'Take back what a consultant was given; they open it no more',
    permission: may('direct-case', ofCase),
    audit: insideCommand,
    input: { path: byExtract, query: null, body: null },
    answer: openedCase,
    async handle(tx, { path }, ground) {
      await takeBackExtract(person(tx), ground, path.id, path.extractId);
      return await openCasePage(person(tx), ground, path.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/extracts/{extractId}/answers/{answerId}/statement',
    summary: 'Record an answer of a consultant as a statement, marked as assessed',
    permission: may('direct-case', ofCase),
    audit: insideCommand,
    input: { path: byExtract.extend({ answerId: z.uuid() }), query: null, body: null },
    answer: openedCase,
    async handle(tx, { path }, ground) {
      await takeAnswer(person(tx), ground, path);
      return await openCasePage(person(tx), ground, path.id);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/extracts/{id}',
    summary: 'Read what one was given of a case as a consultant; the reading is logged',
    permission: asItsReader,
    audit: { act: 'extract-read', recordKind: 'extract', recordId: ({ path }) => path.id },
    input: { path: byId, query: null, body: null },
    answer: givenExtract,
    handle: (tx, { path }, ground) => readExtract(person(tx), ground, path.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/extracts/{id}/answers',
    summary: 'Answer the question in words',
    permission: asItsReader,
    audit: insideCommand,
    input: { path: byId, query: null, body: answerExtractInput },
    answer: givenExtract,
    async handle(tx, { path, body }, ground) {
      await answerExtract(person(tx), ground, path.id, body);
      return await readExtract(person(tx), ground, path.id);
    },
  }),
];

import { z } from 'zod';
import type { Tx } from '../../platform/db/database.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { byId, insideCommand, ofCase, person } from '../change-of-case.ts';
import { may } from '../policy.ts';
import { answerRequest, extendRequest } from './answer-request.ts';
import {
  answerRequestInput,
  extendRequestInput,
  openSubjectRequests,
  recordRequestInput,
  subjectRequests,
} from './contract.ts';
import { openRequests, recordRequest, requestsOfCase } from './requests-of-case.ts';

const byRequest = z.strictObject({ id: z.uuid(), requestId: z.uuid() });
const ofItsCase = (tx: Tx, { path }: { path: { id: string } }) => ofCase(tx, { path });

/** The doors of what the other side asks. */
export const subjectRequestRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/subject-requests',
    summary: 'Open requests of persons of concern by case number and date; no content',
    permission: may('see-subject-requests'),
    audit: { none: 'numbers, kinds and dates' },
    input: { path: null, query: null, body: null },
    answer: openSubjectRequests,
    handle: (tx) => openRequests(tx),
  }),
  route({
    method: 'GET',
    path: '/api/v1/cases/{id}/subject-requests',
    summary: 'What the person of concern or a guardian asked, and what was answered',
    permission: may('open-case', ofCase),
    audit: { act: 'subject-requests-read', recordKind: 'case', recordId: (input) => input.path.id },
    input: { path: byId, query: null, body: null },
    answer: subjectRequests,
    handle: (tx, { path }, ground) => requestsOfCase(person(tx), ground, path.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/subject-requests',
    summary: 'Record a request; it is clocked, and the case is not destroyed while it is open',
    permission: may('direct-case', ofCase),
    audit: insideCommand,
    input: { path: byId, query: null, body: recordRequestInput },
    answer: subjectRequests,
    status: 201,
    async handle(tx, { path, body }, ground) {
      await recordRequest(person(tx), ground, path.id, body);
      return await requestsOfCase(person(tx), ground, path.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/subject-requests/{requestId}/extension',
    summary: 'Take the further time that the law allows, with the reason that the asker is told',
    permission: may('direct-case', ofItsCase),
    audit: insideCommand,
    input: { path: byRequest, query: null, body: extendRequestInput },
    answer: subjectRequests,
    async handle(tx, { path, body }, ground) {
      await extendRequest(person(tx), ground, path.id, path.requestId, body);
      return await requestsOfCase(person(tx), ground, path.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/subject-requests/{requestId}/answer',
    summary: 'Answer a request with what others’ rights allow; who reported is never in it',
    permission: may('direct-case', ofItsCase),
    audit: insideCommand,
    input: { path: byRequest, query: null, body: answerRequestInput },
    answer: subjectRequests,
    async handle(tx, { path, body }, ground) {
      await answerRequest(person(tx), ground, path.id, path.requestId, body);
      return await requestsOfCase(person(tx), ground, path.id);
    },
  }),
];

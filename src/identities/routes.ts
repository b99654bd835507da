import { z } from 'zod';
import type { PersonActor } from '../platform/actor.ts';
import type { Tx } from '../platform/db/database.ts';
import { type AnyRoute, route } from '../platform/http/route.ts';
import { endRequest, releaseHalf, reviewRequest } from './commands/answer-request.ts';
import { askForIdentity } from './commands/ask-for-identity.ts';
import { confirmKitHalf } from './commands/confirm-kit-half.ts';
import * as contract from './contract.ts';
import { may, toReport, toRequest } from './policy.ts';
import { recoveryKitOf } from './queries/recovery-kit.ts';
import { identityOf, openingOf, requestsFor } from './queries/requests.ts';

const byId = z.strictObject({ id: z.uuid() });
type ById = { path: { id: string } };
const person = (tx: Tx) => tx as Tx<PersonActor>;
const ofReport = (tx: Tx, input: ById) => toReport(tx, input.path.id);
const ofRequest = (tx: Tx, input: ById) => toRequest(tx, input.path.id);
const insideCommand = { inside: 'the command writes its act before it acts' } as const;
const none = { path: null, query: null, body: null } as const;

/** The doors of sealed identities. */
export const identityRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/reports/{id}/identity',
    summary: 'Whether a report came with a sealed identity, and who asked to open it',
    permission: may('see-identity', ofReport),
    audit: { none: 'states of requests; the identity itself is not opened' },
    input: { path: byId, query: null, body: null },
    answer: contract.reportIdentity,
    handle: (tx, { path }, ground) => identityOf(person(tx), ground, path.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/reports/{id}/identity-requests',
    summary: 'Ask both sides to open the identity for this browser session',
    permission: may('ask-for-identity', ofReport),
    audit: insideCommand,
    input: { path: byId, query: null, body: contract.askForIdentityInput },
    answer: z.object({ id: z.uuid() }),
    status: 201,
    stepUp: true,
    handle: async (tx, { path, body }, ground) => ({ id: await askForIdentity(person(tx), ground, path.id, body) }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/identity-requests',
    summary: 'Requests that wait for my side, and those that I made',
    permission: may('see-identity-requests'),
    audit: { act: 'identity-requests-seen', recordKind: 'community', recordId: () => null },
    input: none,
    answer: contract.identityRequests,
    handle: async (tx, _, ground) => ({ requests: await requestsFor(person(tx), ground) }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/identity-requests/{id}/release',
    summary: 'Release my side’s half to the browser that asked',
    permission: may('release-half', ofRequest),
    audit: insideCommand,
    input: { path: byId, query: null, body: null },
    answer: 'nothing',
    stepUp: true,
    handle: (tx, { path }, ground) => releaseHalf(person(tx), ground, path.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/identity-requests/{id}/end',
    summary: 'Refuse a request, or end one’s own before its time',
    permission: may('end-request', ofRequest),
    audit: insideCommand,
    input: { path: byId, query: null, body: null },
    answer: 'nothing',
    handle: (tx, { path }, ground) => endRequest(person(tx), ground, path.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/identity-requests/{id}/opening',
    summary: 'Both halves, sealed to the asking browser, and the sealed contact',
    permission: may('open-identity', ofRequest),
    audit: { act: 'identity-opened', recordKind: 'identity-request', recordId: (input) => input.path.id },
    input: { path: byId, query: null, body: null },
    answer: contract.identityOpening,
    stepUp: true,
    handle: (tx, { path }, ground) => openingOf(person(tx), ground, path.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/identity-requests/{id}/review',
    summary: 'Review an emergency the day after',
    permission: may('review-request', ofRequest),
    audit: insideCommand,
    input: { path: byId, query: null, body: contract.reviewInput },
    answer: 'nothing',
    handle: (tx, { path, body }, ground) => reviewRequest(person(tx), ground, path.id, body.words),
  }),
  route({
    method: 'GET',
    path: '/api/v1/recovery-kit',
    summary: 'Who holds the two sheets of the recovery kit',
    permission: may('see-identity-requests'),
    audit: { none: 'names and dates; no part of the kit' },
    input: none,
    answer: contract.recoveryKit,
    handle: (tx) => recoveryKitOf(tx),
  }),
  route({
    method: 'POST',
    path: '/api/v1/recovery-kit',
    summary: 'Confirm that I hold my side’s sheet of the recovery kit',
    permission: may('hold-kit-half'),
    audit: insideCommand,
    input: { path: null, query: null, body: contract.kitHalfInput },
    answer: contract.recoveryKit,
    async handle(tx, { body }, ground) {
      await confirmKitHalf(person(tx), ground, body);
      return await recoveryKitOf(tx);
    },
  }),
];

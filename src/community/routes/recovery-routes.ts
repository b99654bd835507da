import { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { recoverByCode, recoverByKit } from '../commands/recover.ts';
import { askRecovery, completeRecovery, confirmRecovery, readRecovery } from '../commands/recover-by-two.ts';
import * as contract from '../contract.ts';
import { may } from '../policy.ts';
import { recoveryRequestsOf } from '../queries/recovery-requests.ts';

const done = z.object({ done: z.literal(true) });
const inside = { inside: 'inEveryCommunity writes sign-in-recovered into the log of each community of the person' };

/** The doors for a forgotten password or a lost factor. Those without a session say the same to a known and an unknown address. */
export const recoveryRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/v1/recovery/code',
    summary: 'Set a new password with a recovery code',
    permission: may('sign-in'),
    audit: inside,
    input: { path: null, query: null, body: contract.recoverByCodeInput },
    answer: done,
    prepare: (ground, input) => recoverByCode(ground, input.body),
    handle: async () => ({ done: true }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/recovery/kit',
    summary: 'Set a new password with both halves of the recovery kit',
    permission: may('sign-in'),
    audit: inside,
    input: { path: null, query: null, body: contract.recoverByKitInput },
    answer: z.object({ recoveryCodes: z.array(z.string()) }),
    prepare: (ground, input) => recoverByKit(ground, input.body),
    handle: async (_, input) => ({ recoveryCodes: input.prepared }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/recovery/requests',
    summary: 'Ask two officers to vouch for me',
    permission: may('sign-in'),
    audit: { none: 'nothing changes until two have confirmed' },
    input: { path: null, query: null, body: contract.askRecoveryInput },
    answer: contract.askedRecovery,
    status: 201,
    prepare: (ground, input) => askRecovery(ground, input.body.email),
    handle: async (_, input) => input.prepared,
  }),
  route({
    method: 'POST',
    path: '/api/v1/recovery/requests/open',
    summary: 'How far my request has come',
    permission: may('sign-in'),
    audit: { none: 'nothing is changed' },
    input: { path: null, query: null, body: contract.openRecoveryInput },
    answer: contract.openedRecovery,
    prepare: (ground, input) => readRecovery(ground, input.body.secret),
    handle: async (_, input) => input.prepared,
  }),
  route({
    method: 'POST',
    path: '/api/v1/recovery/requests/completion',
    summary: 'Set a new password once two officers have confirmed',
    permission: may('sign-in'),
    audit: inside,
    input: { path: null, query: null, body: contract.completeRecoveryInput },
    answer: contract.recovered,
    status: 201,
    prepare: (ground, input) => completeRecovery(ground, input.body),
    handle: async (_, input) => input.prepared,
  }),
  route({
    method: 'GET',
    path: '/api/v1/recovery-requests',
    summary: 'Colleagues who ask to sign in anew',
    permission: may('vouch-for-colleagues'),
    audit: { none: 'colleagues, no content' },
    input: { path: null, query: null, body: null },
    answer: contract.recoveryRequests,
    handle: (tx, _, ground) => recoveryRequestsOf(tx as Tx<PersonActor>, ground),
  }),
  route({
    method: 'POST',
    path: '/api/v1/recovery-requests/{id}/confirmations',
    summary: 'Confirm who it is, with the number that they said; two different people are needed',
    permission: may('vouch-for-colleagues'),
    stepUp: true,
    audit: { act: 'recovery-confirmed', recordKind: 'recovery-request', recordId: (input) => input.path.id },
    input: { path: z.strictObject({ id: z.uuid() }), query: null, body: contract.confirmRecoveryInput },
    answer: done,
    async handle(tx, input, ground) {
      await confirmRecovery(tx as Tx<PersonActor>, ground, input.path.id, input.body.number);
      return { done: true };
    },
  }),
];

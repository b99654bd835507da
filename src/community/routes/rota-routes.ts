import { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { acknowledgePages } from '../../platform/paging/index.ts';
import { addLeave, addShift, removeLeave, removeShift } from '../commands/rota.ts';
import { answerSwap, offerSwap } from '../commands/swaps.ts';
import { acknowledgeTestPage, sendTestPages } from '../commands/test-pages.ts';
import * as contract from '../contract.ts';
import { may } from '../policy.ts';
import { rotaBetween } from '../queries/rota.ts';

const byId = z.strictObject({ id: z.uuid() });
const done = z.object({ done: z.literal(true) });
const person = (tx: Tx) => tx as Tx<PersonActor>;
const isOneself = (tx: Tx, id: string | undefined) => ({
  isSelf: tx.actor.kind === 'person' && tx.actor.personId === id,
});

async function ownerOfLeave(tx: Tx, id: string): Promise<{ isSelf: boolean }> {
  const leave = await tx.sql.selectFrom('leaves').select('personId').where('id', '=', id).executeTakeFirst();
  return isOneself(tx, leave?.personId);
}

/** The doors of the rota: shifts, leave, swaps and the test of paging. */
export const rotaRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/rota',
    summary: 'Who is on duty, who is away, what is offered, and the gaps',
    permission: may('see-rota'),
    audit: { none: 'colleagues, no content' },
    input: { path: null, query: contract.rotaInput, body: null },
    answer: contract.rota,
    handle: (tx, input, ground) => rotaBetween(tx, ground, new Date(input.query.from), new Date(input.query.to)),
  }),
  route({
    method: 'POST',
    path: '/api/v1/rota/shifts',
    summary: 'Add a shift',
    permission: may('change-rota'),
    audit: { act: 'shift-added', recordKind: 'shift', recordId: () => null },
    input: { path: null, query: null, body: contract.addShiftInput },
    answer: contract.shift,
    status: 201,
    handle: (tx, input, ground) => addShift(tx, ground, input.body),
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/rota/shifts/{id}',
    summary: 'Remove a shift',
    permission: may('change-rota'),
    audit: { act: 'shift-removed', recordKind: 'shift', recordId: (input) => input.path.id },
    input: { path: byId, query: null, body: null },
    answer: 'nothing',
    handle: (tx, input) => removeShift(tx, input.path.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/rota/leaves',
    summary: 'Say that somebody is away; a shift of theirs becomes a gap that is shown',
    permission: may('keep-leave', (tx, input: { body: { personId: string } }) => isOneself(tx, input.body.personId)),
    audit: { act: 'leave-added', recordKind: 'person', recordId: (input) => input.body.personId },
    input: { path: null, query: null, body: contract.addLeaveInput },
    answer: z.object({ id: z.uuid() }),
    status: 201,
    handle: async (tx, input, ground) => ({ id: await addLeave(tx, ground, input.body) }),
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/rota/leaves/{id}',
    summary: 'Take a leave back',
    permission: may('keep-leave', (tx, input: { path: { id: string } }) => ownerOfLeave(tx, input.path.id)),
    audit: { act: 'leave-removed', recordKind: 'leave', recordId: (input) => input.path.id },
    input: { path: byId, query: null, body: null },
    answer: 'nothing',
    handle: (tx, input) => removeLeave(tx, input.path.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/rota/shifts/{id}/swaps',
    summary: 'Offer one’s own part of a shift; it stays one’s own until somebody accepts',
    permission: may('work-the-desk'),
    audit: { act: 'swap-offered', recordKind: 'shift', recordId: (input) => input.path.id },
    input: { path: byId, query: null, body: contract.offerSwapInput },
    answer: z.object({ id: z.uuid() }),
    status: 201,
    handle: async (tx, input, ground) => ({ id: await offerSwap(person(tx), ground, input.path.id, input.body.toId) }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/rota/swaps/{id}/answers',
    summary: 'Accept, decline or withdraw what is offered',
    permission: may('work-the-desk'),
    audit: { inside: 'answerSwap writes swap-accepted, swap-declined or swap-withdrawn with the shift' },
    input: { path: byId, query: null, body: contract.swapAnswerInput },
    answer: done,
    async handle(tx, input, ground) {
      await answerSwap(person(tx), ground, input.path.id, input.body.answer);
      return { done: true };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/rota/test-pages',
    summary: 'Send a test page to everybody on the rota',
    permission: may('change-rota'),
    audit: { act: 'test-pages-sent', recordKind: 'community', recordId: () => null },
    input: { path: null, query: null, body: null },
    answer: done,
    status: 201,
    async handle(tx, _, ground) {
      await sendTestPages(person(tx), ground);
      return { done: true };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/rota/test-pages/{id}/acknowledgement',
    summary: 'Say that the test page arrived',
    permission: may('see-rota'),
    audit: { act: 'test-page-acknowledged', recordKind: 'test-page', recordId: (input) => input.path.id },
    input: { path: byId, query: null, body: null },
    answer: contract.acknowledgementAnswer,
    async handle(tx, input, ground) {
      await acknowledgePages(tx, ground, person(tx).actor.personId, input.path.id);
      return await acknowledgeTestPage(person(tx), ground, input.path.id);
    },
  }),
];

import { z } from 'zod';
import type { PersonActor } from '../platform/actor.ts';
import type { Tx } from '../platform/db/database.ts';
import { type AnyRoute, route } from '../platform/http/route.ts';
import { keepLonger, setPeriod } from './commands/keep-longer.ts';
import { askFor, confirmAsk, endAsk } from './commands/two-people.ts';
import * as contract from './contract.ts';
import type { AllKeptRecords } from './kept-records.ts';
import { may, toAsk, toRecord } from './policy.ts';
import { keepingOf, keepingPageOf } from './queries/keeping.ts';

const byRecord = z.strictObject({ kind: z.enum(contract.recordKinds), id: z.uuid() });
const byId = z.strictObject({ id: z.uuid() });
const person = (tx: Tx) => tx as Tx<PersonActor>;
type Named = { body: { recordId: string } };
const named = (tx: Tx, input: Named) => toRecord(tx, input.body.recordId);
type ById = { path: { id: string } };
const insideCommand = { inside: 'the command writes its act before it acts' } as const;

/** The doors of keeping and destroying; the slices whose records are kept are handed in. */
export const retentionRoutes = (kept: AllKeptRecords): AnyRoute[] => [
  route({
    method: 'GET',
    path: '/api/v1/keeping',
    summary: 'What is held, what runs out, what was destroyed; no content',
    permission: may('see-keeping'),
    audit: { act: 'keeping-seen', recordKind: 'community', recordId: () => null },
    input: { path: null, query: null, body: null },
    answer: contract.keepingPage,
    handle: (tx, _, ground) => keepingPageOf(person(tx), ground, kept),
  }),
  route({
    method: 'GET',
    path: '/api/v1/keeping/{kind}/{id}',
    summary: 'How long a record is kept, and whether it is held',
    permission: may('see-how-long', (tx, input: ById) => toRecord(tx, input.path.id)),
    audit: { none: 'dates and states of a record; its content is not opened' },
    input: { path: byRecord, query: null, body: null },
    answer: contract.recordKeeping,
    handle: (tx, { path }, ground) => keepingOf(person(tx), ground, kept, path.kind, path.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/keeping/acts',
    summary: 'Ask for a hold, its release or destruction; somebody else must confirm',
    permission: may('ask-for-hold', named),
    audit: insideCommand,
    input: { path: null, query: null, body: contract.askInput },
    answer: contract.recordKeeping,
    status: 201,
    stepUp: true,
    async handle(tx, { body }, ground) {
      await askFor(person(tx), ground, kept, body);
      return await keepingOf(person(tx), ground, kept, body.recordKind, body.recordId);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/keeping/acts/{id}/confirmation',
    summary: 'Confirm what somebody else asked for; it is done at once',
    permission: may('answer-ask'),
    audit: insideCommand,
    input: { path: byId, query: null, body: null },
    answer: 'nothing',
    stepUp: true,
    handle: (tx, { path }, ground) => confirmAsk(person(tx), ground, kept, path.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/keeping/acts/{id}/refusal',
    summary: 'Refuse what somebody asked for, or withdraw what one asked for',
    permission: may('end-ask', (tx, input: ById) => toAsk(tx, input.path.id)),
    audit: insideCommand,
    input: { path: byId, query: null, body: null },
    answer: 'nothing',
    handle: (tx, { path }, ground) => endAsk(person(tx), ground, path.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/keeping/renewals',
    summary: 'Keep a record longer, by name and with a reason',
    permission: may('keep-longer', named),
    audit: insideCommand,
    input: { path: null, query: null, body: contract.renewInput },
    answer: contract.recordKeeping,
    async handle(tx, { body }, ground) {
      await keepLonger(person(tx), ground, kept, body);
      return await keepingOf(person(tx), ground, kept, body.recordKind, body.recordId);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/keeping/periods',
    summary: 'Say how long a kind of record is kept after its end',
    permission: may('set-period'),
    audit: insideCommand,
    input: { path: null, query: null, body: contract.periodInput },
    answer: 'nothing',
    stepUp: true,
    handle: (tx, { body }, ground) => setPeriod(tx, ground, body),
  }),
];

import { z } from 'zod';
import { isPerson, type PersonActor } from '../platform/actor.ts';
import type { Tx } from '../platform/db/database.ts';
import { notFound, Refused } from '../platform/errors.ts';
import { answerOnce, keepAnswer, repeatable } from '../platform/http/idempotency.ts';
import { type AnyRoute, route } from '../platform/http/route.ts';
import { beginImport, cancelImport, orNothing } from '../platform/imports/index.ts';
import { permits } from '../platform/policy/policy.ts';
import { receiptAnswer } from '../reports/contract.ts';
import { prepareReport } from '../reports/index.ts';
import * as contract from './contract.ts';
import { mailboxRoutes } from './mail/routes.ts';
import { endPartner, makePartner, partnerOf, partnersOf } from './partners/partners.ts';
import { takeFromPartner } from './partners/take-from-partner.ts';
import { may, waysInPolicy } from './policy.ts';
import { importTips, readImport, tipImportsOf } from './tip-line/import-tips.ts';

const person = (tx: Tx) => tx as Tx<PersonActor>;
const byId = z.strictObject({ id: z.uuid() });
const done = z.object({ done: z.literal(true) });

/** The doors of whoever sends reports in another way than by the form, and of whoever keeps those ways. */
export const waysInRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/v1/partner/reports',
    summary:
      'Send a report as a partner; needs the partner’s token as bearer, and an Idempotency-Key to be sent again safely',
    permission: may('report-as-partner', async (tx, { headers }: { headers: Headers }, ground) => ({
      isPartner: (await partnerOf(tx, ground, headers)) !== null,
    })),
    audit: { inside: 'takeFromPartner writes report-received and partner-reported' },
    input: { path: null, query: null, body: contract.partnerReportInput },
    answer: receiptAnswer,
    status: 201,
    async prepare(ground, input, actor) {
      const partner = await ground.database.withActor(actor, (tx) => partnerOf(tx, ground, input.headers));
      if (!partner) throw new Refused({ kind: 'not-signed-in' });
      const repeat = repeatable(ground, input.headers, input.body);
      const given = await answerOnce(ground, actor, repeat);
      return { partner, repeat, given, report: given ? null : await prepareReport(ground) };
    },
    async handle(tx, { body, prepared }, ground) {
      if (!prepared.report) return prepared.given;
      const answer = await takeFromPartner(tx, ground, prepared.partner, body, prepared.report);
      await keepAnswer(tx, ground, prepared.repeat, answer);
      return answer;
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/partners',
    summary: 'Whose programs may send reports',
    permission: may('see-ways-in'),
    audit: { none: 'names of organisations and counts' },
    input: { path: null, query: null, body: null },
    answer: contract.partnersAnswer,
    handle: async (tx) => ({ partners: await partnersOf(tx) }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/partners',
    summary: 'Make a partner; its token is told once',
    permission: may('change-ways-in'),
    audit: { inside: 'makePartner writes partner-made with the new id' },
    input: { path: null, query: null, body: contract.makePartnerInput },
    answer: contract.madePartner,
    status: 201,
    handle: (tx, { body }, ground) => makePartner(person(tx), ground, body.name),
  }),
  route({
    method: 'POST',
    path: '/api/v1/partners/{id}/end',
    summary: 'End a partner’s key at once',
    permission: may('change-ways-in'),
    audit: { inside: 'endPartner writes partner-ended' },
    input: { path: byId, query: null, body: null },
    answer: done,
    async handle(tx, { path }, ground) {
      await endPartner(person(tx), ground, path.id);
      return { done: true as const };
    },
  }),
  ...mailboxRoutes,
  route({
    method: 'GET',
    path: '/api/v1/tip-imports',
    summary: 'The newest imports of old tips, and how far the running one is',
    permission: may('bring-in-old-tips'),
    audit: { none: 'counts and states' },
    input: { path: null, query: null, body: null },
    answer: contract.tipImports,
    handle: async (tx) => ({ imports: await tipImportsOf(tx) }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/tip-imports',
    summary: 'Bring in the list of an old tip line: a form with `file` (CSV) and `options` (JSON); all rows or none',
    permission: may('bring-in-old-tips'),
    audit: { inside: 'beginImport writes tips-import-begun, importTips report-received for each and tips-imported' },
    input: { path: null, query: null, body: 'form' },
    answer: z.object({ id: z.uuid() }),
    status: 201,
    async prepare(ground, { body }, actor) {
      if (!isPerson(actor) || !permits(waysInPolicy, actor, 'bring-in-old-tips', { isPartner: false }))
        throw notFound();
      const read = await readImport(ground, body);
      const begun = { kind: 'tips' as const, rows: read.tips.length, become: read.options.become };
      const id = await ground.database.withActor(actor, (tx) => beginImport(tx, ground, begun));
      return { id, ...read };
    },
    handle: (tx, { prepared }, ground) =>
      orNothing(ground, person(tx).actor, prepared.id, () => importTips(person(tx), ground, prepared)),
  }),
  route({
    method: 'POST',
    path: '/api/v1/tip-imports/{id}/cancellation',
    summary: 'Stop a running import: nothing of it is kept',
    permission: may('bring-in-old-tips'),
    audit: { inside: 'cancelImport writes tips-import-cancelled' },
    input: { path: byId, query: null, body: null },
    answer: done,
    async handle(tx, { path }, ground) {
      await cancelImport(person(tx), ground, 'tips', path.id);
      return { done: true as const };
    },
  }),
];

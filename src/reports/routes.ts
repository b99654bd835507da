import { z } from 'zod';
import { takeIdentity } from '../identities/index.ts';
import type { PersonActor, PublicActor } from '../platform/actor.ts';
import type { Sql, Tx } from '../platform/db/database.ts';
import { notFound } from '../platform/errors.ts';
import { imageAnswer, takeImages } from '../platform/files/store-images.ts';
import type { Ground } from '../platform/ground.ts';
import { answerOnce, keepAnswer, repeatable } from '../platform/http/idempotency.ts';
import { type AnyRoute, route } from '../platform/http/route.ts';
import { addImages } from './commands/add-images.ts';
import { answerReporter } from './commands/answer-reporter.ts';
import { readImage } from './commands/attach-images.ts';
import { acceptHandover, changeUrgency, reopenReport } from './commands/change-report.ts';
import { changeRow } from './commands/change-row.ts';
import { checkRelay } from './commands/check-relay.ts';
import { type CaseDesk, decideReport } from './commands/decide-report.ts';
import { decideRow } from './commands/decide-row.ts';
import { addFromReporter, openReporterReceipt, readMailbox } from './commands/open-mailbox.ts';
import { prepareReport, receiveReport } from './commands/receive-report.ts';
import * as contract from './contract.ts';
import { linkingRoutes } from './linking/routes.ts';
import { may, relationToHandover, relationToReport } from './policy.ts';
import { openReport, reportKey } from './queries/open-report.ts';
import { reportRowOf } from './queries/report-row.ts';
import { triagePageOf } from './queries/triage.ts';
import { giveReason } from './reading/give-reason.ts';
import { noticeArrival } from './surge/notice-arrival.ts';

const byId = z.strictObject({ id: z.uuid() });
type ById = { path: { id: string } };
const person = (tx: Tx) => tx as Tx<PersonActor>;
const ofReport = (tx: Tx, input: ById) => relationToReport(tx, input.path.id);
const idOf = (input: ById) => input.path.id;

/** The doors of the reports. What becomes of a report in a case is handed in by the program. */
export const reportRoutes = (
  cases: CaseDesk & { caseOfReport(sql: Sql, report: string): Promise<string | null> },
): AnyRoute[] => {
  const opened = (tx: Tx, ground: Ground, id: string) => openReport(person(tx), ground, id, cases.caseOfReport);
  return [
    route({
      method: 'POST',
      path: '/api/v1/reports',
      summary: 'Report a concern; nobody needs to be signed in',
      permission: may('report-a-concern'),
      audit: { inside: 'receiveReport writes report-received with the new id' },
      input: { path: null, query: null, body: contract.reportInput },
      answer: contract.receiptAnswer,
      status: 201,
      async prepare(ground, input, actor) {
        const repeat = repeatable(ground, input.headers, input.body);
        const given = await answerOnce(ground, actor, repeat);
        if (given) return { repeat, given, report: null, arrival: {} };
        const arrival = noticeArrival(ground, actor.communityId, input.headers);
        return { repeat, given, report: await prepareReport(ground), arrival };
      },
      async handle(tx, { body, prepared }, ground) {
        if (!prepared.report) return prepared.given;
        const { contact, ...concern } = body;
        const answer = await receiveReport(tx, ground, concern, prepared.report, 'api', prepared.arrival);
        await takeIdentity(tx, ground, prepared.report.id, contact);
        await keepAnswer(tx, ground, prepared.repeat, answer);
        return answer;
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/receipts/open',
      summary: 'Come back with a receipt',
      permission: may('open-own-receipt'),
      audit: { none: 'a reporter leaves no trace by reading' },
      input: { path: null, query: null, body: contract.receiptInput },
      answer: contract.mailbox,
      prepare: (ground, input, actor) => openReporterReceipt(ground, actor as PublicActor, input.body.receipt),
      handle: (tx, input, ground) => readMailbox(tx, ground, input.prepared),
    }),
    route({
      method: 'POST',
      path: '/api/v1/receipts/messages',
      summary: 'Add to a report with its receipt',
      permission: may('open-own-receipt'),
      audit: { inside: 'addFromReporter writes reporter-wrote' },
      input: { path: null, query: null, body: contract.reporterMessageInput },
      answer: contract.mailbox,
      status: 201,
      prepare: (ground, input, actor) => openReporterReceipt(ground, actor as PublicActor, input.body.receipt),
      async handle(tx, input, ground) {
        await addFromReporter(tx, ground, input.prepared, input.body.words, []);
        return await readMailbox(tx, ground, input.prepared);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/staff-reports',
      summary: 'Enter a report for a phone call, a letter or a visit',
      permission: may('enter-report'),
      audit: { inside: 'receiveReport writes report-received with the new id' },
      input: { path: null, query: null, body: contract.staffReportInput },
      answer: contract.receiptAnswer.extend({ id: z.uuid() }),
      status: 201,
      prepare: (ground) => prepareReport(ground),
      async handle(tx, { body, prepared }, ground) {
        const { channel, ...concern } = body;
        return { id: prepared.id, ...(await receiveReport(tx, ground, concern, prepared, channel)) };
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/triage',
      summary: 'What waits, by urgency and age',
      permission: may('see-triage'),
      audit: { none: 'ids, states and clocks; opening one is logged' },
      input: { path: null, query: contract.triageInput, body: null },
      answer: contract.triagePage,
      handle: (tx, input) => triagePageOf(tx, input.query),
    }),
    route({
      method: 'GET',
      path: '/api/v1/reports/{id}',
      summary: 'Open a report; the opening is logged',
      permission: may('open-report', ofReport),
      audit: { act: 'report-opened', recordKind: 'report', recordId: idOf },
      input: { path: byId, query: null, body: null },
      answer: contract.openedReport,
      handle: (tx, input, ground) => opened(tx, ground, input.path.id),
    }),
    route({
      method: 'POST',
      path: '/api/v1/reports/{id}/reading-reasons',
      summary: 'Say why one reads a report that is none of one’s assignments; it opens for twelve hours',
      permission: may('give-reason', ofReport),
      audit: { inside: 'giveReason writes reading-reason-given' },
      input: { path: byId, query: null, body: contract.giveReasonInput },
      answer: 'nothing',
      handle: (tx, input, ground) => giveReason(person(tx), ground, input.path.id, input.body.words),
    }),
    route({
      method: 'POST',
      path: '/api/v1/reports/{id}/answers',
      summary: 'Answer the reporter',
      permission: may('answer-reporter', ofReport),
      audit: { inside: 'answerReporter writes reporter-answered' },
      input: { path: byId, query: null, body: contract.answerReporterInput },
      answer: contract.openedReport,
      status: 201,
      async handle(tx, input, ground) {
        await answerReporter(person(tx), ground, input.path.id, input.body.words);
        return await opened(tx, ground, input.path.id);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/reports/{id}/urgency',
      summary: 'Change the urgency, with a reason',
      permission: may('change-urgency', ofReport),
      audit: { inside: 'changeUrgency writes urgency-changed' },
      input: { path: byId, query: null, body: contract.changeUrgencyInput },
      answer: contract.openedReport,
      async handle(tx, input, ground) {
        await changeUrgency(person(tx), ground, input.path.id, input.body);
        return await opened(tx, ground, input.path.id);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/reports/{id}/row',
      summary: 'Take a report out of its row, take the row apart, or fold the report into another row',
      permission: may('arrange-desk', ofReport),
      audit: { inside: 'changeRow writes report-folded or report-unfolded' },
      input: { path: byId, query: null, body: contract.changeRowInput },
      answer: contract.reportRow,
      async handle(tx, input, ground) {
        await changeRow(person(tx), ground, input.path.id, input.body);
        return await reportRowOf(tx, input.path.id);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/reports/{id}/checks',
      summary: 'Record how a report was checked, a relayed one above all',
      permission: may('decide-report', ofReport),
      audit: { inside: 'checkRelay writes relay-checked with the finding' },
      input: { path: byId, query: null, body: contract.checkRelayInput },
      answer: contract.openedReport,
      status: 201,
      async handle(tx, input, ground) {
        const key = await reportKey(person(tx), ground, input.path.id);
        await checkRelay(person(tx), ground, input.path.id, key, input.body);
        return await opened(tx, ground, input.path.id);
      },
    }),
    ...linkingRoutes(cases),
    route({
      method: 'POST',
      path: '/api/v1/reports/{id}/decisions',
      summary: 'Decide what becomes of a report, with a reason',
      permission: may('decide-report', ofReport),
      audit: { inside: 'decideReport writes report-decided with the outcome' },
      input: { path: byId, query: null, body: contract.decisionInput },
      answer: contract.decisionAnswer,
      async handle(tx, input, ground) {
        const caseId = await decideReport(person(tx), ground, input.path.id, input.body, cases);
        return { report: await reportRowOf(tx, input.path.id), caseId };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/reports/{id}/row-decisions',
      summary: 'Decide what still waits in the row of a decided report as it was decided, some hundred at a time',
      permission: may('decide-report', ofReport),
      audit: { inside: 'decideRow writes report-decided for each' },
      input: { path: byId, query: null, body: null },
      answer: contract.rowDecided,
      handle: (tx, input, ground) => decideRow(person(tx), ground, input.path.id, cases),
    }),
    route({
      method: 'POST',
      path: '/api/v1/reports/{id}/reopening',
      summary: 'Put a decided report back on the desk, with a reason',
      permission: may('reopen-report', ofReport),
      audit: { inside: 'reopenReport writes report-reopened' },
      input: { path: byId, query: null, body: contract.reopenInput },
      answer: contract.openedReport,
      async handle(tx, input, ground) {
        await reopenReport(person(tx), ground, input.path.id, input.body);
        return await opened(tx, ground, input.path.id);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/handovers/{id}/acceptance',
      summary: 'Record who accepted what was relayed, routed or referred',
      permission: may('accept-handover', (tx, input: ById) => relationToHandover(tx, input.path.id)),
      audit: { inside: 'acceptHandover writes handover-accepted' },
      input: { path: byId, query: null, body: contract.handoverAcceptedInput },
      answer: contract.openedReport,
      async handle(tx, input, ground) {
        const reportId = await acceptHandover(person(tx), ground, input.path.id, input.body.acceptedName);
        return await opened(tx, ground, reportId);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/reports/{id}/attachments',
      summary: 'Add images to a report, made anew from their pixels',
      permission: may('decide-report', ofReport),
      audit: { inside: 'addImages writes images-added with their number' },
      input: { path: byId, query: null, body: 'form' },
      answer: contract.imagesAdded,
      status: 201,
      prepare: (ground, { body }) => takeImages(ground, body),
      async handle(tx, { path, prepared }, ground) {
        await addImages(person(tx), ground, path.id, prepared.images);
        return { added: prepared.images.length, refused: prepared.refused };
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/reports/{id}/attachments/{attachmentId}',
      summary: 'One image of a report; the opening is logged',
      permission: may('open-report', ofReport),
      audit: { act: 'attachment-opened', recordKind: 'report', recordId: idOf },
      input: { path: z.strictObject({ id: z.uuid(), attachmentId: z.uuid() }), query: null, body: null },
      answer: 'bytes',
      async handle(tx, input, ground) {
        const key = await reportKey(person(tx), ground, input.path.id);
        const bytes = await readImage(tx, ground, input.path.id, input.path.attachmentId, key);
        if (!bytes) throw notFound();
        return imageAnswer(bytes);
      },
    }),
  ];
};

import { z } from 'zod';
import type { PublicActor } from '../platform/actor.ts';
import { type AnyRoute, route } from '../platform/http/route.ts';
import { languages } from './contract.ts';
import { may } from './policy.ts';
import { readyMessage, readyReceipt, takeMessage, takeReceipt } from './public/post-receipt.ts';
import { readyForm, takeForm } from './public/post-report.ts';

const inLanguage = z.strictObject({ language: z.enum(languages) });

/** The doors for posted forms. The POST itself answers with the page: no redirect, no cookie, nothing in an address. */
export const reportPageRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/{language}/report',
    summary: 'Send the report form; answers with the receipt page',
    permission: may('report-a-concern'),
    audit: { inside: 'receiveReport writes report-received with the new id' },
    input: { path: inLanguage, query: null, body: 'form' },
    answer: 'page',
    prepare: (ground, { path, body }, actor) => readyForm(ground, body, path.language, actor),
    handle: (tx, { prepared }, ground) => takeForm(tx, ground, prepared),
  }),
  route({
    method: 'POST',
    path: '/{language}/receipt',
    summary: 'Come back with a receipt; answers with the mailbox page',
    permission: may('open-own-receipt'),
    audit: { none: 'a reporter leaves no trace by reading' },
    input: { path: inLanguage, query: null, body: 'form' },
    answer: 'page',
    prepare: (ground, { path, body }, actor) => readyReceipt(ground, body, path.language, actor as PublicActor),
    handle: (tx, { prepared }, ground) => takeReceipt(tx, ground, prepared),
  }),
  route({
    method: 'POST',
    path: '/{language}/receipt/message',
    summary: 'Add to a report with its receipt; answers with the mailbox page',
    permission: may('open-own-receipt'),
    audit: { inside: 'addFromReporter writes reporter-wrote' },
    input: { path: inLanguage, query: null, body: 'form' },
    answer: 'page',
    prepare: (ground, { path, body }, actor) => readyMessage(ground, body, path.language, actor as PublicActor),
    handle: (tx, { prepared }, ground) => takeMessage(tx, ground, prepared),
  }),
];

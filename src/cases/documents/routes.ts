import { z } from 'zod';
import type { Tx } from '../../platform/db/database.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { byId, ofCase, person } from '../change-of-case.ts';
import { may as mayInMeeting, relationToMeeting } from '../meetings/policy.ts';
import { may } from '../policy.ts';
import { caseDocument, documentKinds, documentQuery } from './contract.ts';
import { caseDocumentOf, documentFile, meetingMinutesOf } from './make-document.ts';

const byDocument = z.strictObject({ id: z.uuid(), kind: z.enum(documentKinds) });
type ByDocument = { path: z.infer<typeof byDocument>; query: z.infer<typeof documentQuery> };
type ById = { path: { id: string } };

const ofMeeting = (tx: Tx, input: ById) => relationToMeeting(tx, input.path.id);
const made = {
  act: 'document-made',
  recordKind: 'case',
  recordId: ({ path }: ByDocument) => path.id,
  facts: ({ path, query }: ByDocument) => ({ kind: path.kind, language: query.language }),
};
const minutesMade = { act: 'minutes-made', recordKind: 'meeting', recordId: ({ path }: ById) => path.id };

/** The doors of what a team prints; every making is logged. */
export const documentRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/cases/{id}/documents/{kind}',
    summary: 'A document of a case, to be shown and printed',
    permission: may('open-case', ofCase),
    audit: made,
    input: { path: byDocument, query: documentQuery, body: null },
    answer: caseDocument,
    handle: (tx, { path, query }, ground) => caseDocumentOf(person(tx), ground, path.id, path.kind, query.language),
  }),
  route({
    method: 'GET',
    path: '/api/v1/cases/{id}/documents/{kind}/file',
    summary: 'The same as a tagged PDF',
    permission: may('open-case', ofCase),
    audit: made,
    input: { path: byDocument, query: documentQuery, body: null },
    answer: 'bytes',
    handle: async (tx, { path, query }, ground) =>
      await documentFile(await caseDocumentOf(person(tx), ground, path.id, path.kind, query.language)),
  }),
  route({
    method: 'GET',
    path: '/api/v1/meetings/{id}/minutes',
    summary: 'The minutes of a meeting, of the cases that the reader may open',
    permission: mayInMeeting('open-meeting', ofMeeting),
    audit: minutesMade,
    input: { path: byId, query: documentQuery, body: null },
    answer: caseDocument,
    handle: (tx, { path, query }, ground) => meetingMinutesOf(person(tx), ground, path.id, query.language),
  }),
  route({
    method: 'GET',
    path: '/api/v1/meetings/{id}/minutes/file',
    summary: 'The same as a tagged PDF',
    permission: mayInMeeting('open-meeting', ofMeeting),
    audit: minutesMade,
    input: { path: byId, query: documentQuery, body: null },
    answer: 'bytes',
    handle: async (tx, { path, query }, ground) =>
      await documentFile(await meetingMinutesOf(person(tx), ground, path.id, query.language)),
  }),
];

import { z } from 'zod';
import type { PublicActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type AnyRoute, type Permission, route } from '../../platform/http/route.ts';
import { languages } from '../../platform/i18n/index.ts';
import { byId, insideCommand, ofCase, person } from '../change-of-case.ts';
import { may } from '../policy.ts';
import { caseSharing, partnerView, shared, shareInput, withdrawInput } from './contract.ts';
import { withdrawDisclosure } from './end-sharing.ts';
import { isGivenView, readPartnerView } from './partner-views.ts';
import { readyView, takeView } from './public/post-view.ts';
import { shareFromCase } from './share.ts';
import { sharingOf } from './sharing-of-case.ts';

type ById = { path: { id: string } };

/** A view is there for its one reader, while it lasts; for everybody else there is none. */
const asItsReader: Permission<ById> = {
  ...may<ById>('read-partner-view'),
  check: async (tx: Tx, input, ground) =>
    (await may<ById>('read-partner-view').check(tx, input, ground)) &&
    (await isGivenView(person(tx), ground, input.path.id)),
  reason: async () => 'given-by-partner',
};

/** The doors of what leaves a case. */
export const sharingRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/cases/{id}/disclosures',
    summary: 'What of a case was shared with whom, and on which grounds one can share; the reading is logged',
    permission: may('open-case', ofCase),
    audit: { act: 'disclosures-read', recordKind: 'case', recordId: ({ path }) => path.id },
    input: { path: byId, query: null, body: null },
    answer: caseSharing,
    handle: (tx, input, ground) => sharingOf(person(tx), ground, input.path.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/disclosures',
    summary: 'Give exactly what was chosen to one recipient, and write that down',
    permission: may('share-case', ofCase),
    audit: insideCommand,
    input: { path: byId, query: null, body: shareInput },
    answer: shared,
    stepUp: true,
    async handle(tx, input, ground) {
      const made = await shareFromCase(person(tx), ground, input.path.id, input.body);
      return { ...made, sharing: await sharingOf(person(tx), ground, input.path.id) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/disclosures/{disclosureId}/withdrawal',
    summary: 'Take back what was shared, with a reason; a view closes at once',
    permission: may('share-case', ofCase),
    audit: insideCommand,
    input: { path: z.strictObject({ id: z.uuid(), disclosureId: z.uuid() }), query: null, body: withdrawInput },
    answer: caseSharing,
    async handle(tx, input, ground) {
      const { id, disclosureId } = input.path;
      await withdrawDisclosure(person(tx), ground, id, disclosureId, input.body.reason);
      return await sharingOf(person(tx), ground, id);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/partner-views/{id}',
    summary: 'Read what another community of this installation gave one; the reading is logged',
    permission: asItsReader,
    audit: { act: 'partner-view-read', recordKind: 'partner-view', recordId: ({ path }) => path.id },
    input: { path: byId, query: null, body: null },
    answer: partnerView,
    handle: (tx, input, ground) => readPartnerView(person(tx), ground, input.path.id),
  }),
  route({
    method: 'POST',
    path: '/{language}/shared',
    summary: 'Open a view with its link and code, once; answers with the page',
    permission: may('open-shared-view'),
    audit: { inside: 'openView writes shared-view-opened or shared-view-refused' },
    input: { path: z.strictObject({ language: z.enum(languages) }), query: null, body: 'form' },
    answer: 'page',
    prepare: (ground, { path, body }, actor) => readyView(ground, body, path.language, actor as PublicActor),
    handle: (tx, { prepared }, ground) => takeView(tx, ground, prepared),
  }),
];

import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import * as contract from '../contract.ts';
import { chooseProfile, recordSignOff } from '../legal/choose-profile.ts';
import { legalProfileOf } from '../legal/legal-profile-of.ts';
import { may } from '../policy.ts';

/** The doors of the legal profile: read by everybody who works here, chosen and signed off by few. */
export const legalRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/legal-profile',
    summary:
      'The law that this community works under: periods, ceilings, grounds for sharing, and what counsel confirmed',
    permission: may('see-legal-profile'),
    audit: { none: 'rules, no content' },
    input: { path: null, query: null, body: null },
    answer: contract.legalProfile,
    handle: (tx) => legalProfileOf(tx),
  }),
  route({
    method: 'POST',
    path: '/api/v1/legal-profile',
    summary: 'Choose the family of law, unless somebody else chose since it was read',
    permission: may('set-legal-profile'),
    audit: {
      act: 'legal-profile-chosen',
      recordKind: 'community',
      recordId: () => null,
      facts: ({ body }) => ({ profile: body.profile }),
    },
    input: { path: null, query: null, body: contract.chooseProfileInput },
    answer: contract.legalProfile,
    stepUp: true,
    async handle(tx, { body }, ground) {
      await chooseProfile(tx as Tx<PersonActor>, ground, body);
      return await legalProfileOf(tx);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/legal-profile/sign-offs',
    summary: 'Record what the community’s counsel confirmed, who signed and when',
    permission: may('set-legal-profile'),
    audit: {
      act: 'legal-profile-signed-off',
      recordKind: 'community',
      recordId: () => null,
      facts: ({ body }) => ({ profile: body.profile, edition: body.edition, parts: body.confirmed.length }),
    },
    input: { path: null, query: null, body: contract.signOffInput },
    answer: contract.legalProfile,
    status: 201,
    stepUp: true,
    async handle(tx, { body }, ground) {
      await recordSignOff(tx as Tx<PersonActor>, ground, body);
      return await legalProfileOf(tx);
    },
  }),
];

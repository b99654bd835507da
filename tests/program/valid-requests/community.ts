import { verifierKeyOf } from '../../../src/platform/audit/tree/index.ts';
import { ownWitnessKey } from '../../../src/platform/audit/witness/index.ts';
import type { Program } from '../program.ts';
import { days, type Stage } from '../stage.ts';
import { aDot, form, type ValidRequest } from './request.ts';

/** One valid request for every door of the community, its people, rota, settings and keeping. */
export function communityRequests(program: Program, stage: Stage): Record<string, ValidRequest> {
  const { actors } = program;
  const { waiting, decided } = stage;
  const reason = 'A reason that somebody gave.';
  const credential = { id: '00000000-0000-7000-8000-000000000000', response: { id: 'none' }, prfSecret: 'none' };
  return {
    'GET /api/v1/community': { as: null, path: '/api/v1/community' },
    'POST /api/v1/witness/add-checkpoint': { as: null, path: '/api/v1/witness/add-checkpoint', body: 'no checkpoint' },
    'GET /api/v1/communities': { as: null, path: '/api/v1/communities' },
    'GET /api/v1/witnesses': { as: 'coordinator', path: '/api/v1/witnesses' },
    'POST /api/v1/witnesses': {
      as: 'coordinator',
      path: '/api/v1/witnesses',
      body: { address: 'https://partner.test/api/v1/witness', key: ownWitnessKey(program.ground.keyStore) },
    },
    'POST /api/v1/witnesses/removal': {
      as: 'coordinator',
      path: '/api/v1/witnesses/removal',
      body: { name: 'partner' },
    },
    'POST /api/v1/watched-logs': {
      as: 'coordinator',
      path: '/api/v1/watched-logs',
      body: { key: verifierKeyOf('forestall/another', program.ground.keyStore.checkpointKey.publicKey) },
    },
    'POST /api/v1/communities': { as: 'coordinator', path: '/api/v1/communities' },
    'POST /api/v1/set-up': { as: null, path: '/api/v1/set-up', body: setUp },
    'POST /api/v1/sign-in': {
      as: null,
      path: '/api/v1/sign-in',
      body: { email: 'duty@test-town.example', password: 'a long pass phrase for tests' },
    },
    'POST /api/v1/sign-out': { as: 'overseer', path: '/api/v1/sign-out' },
    'GET /api/v1/session': { as: 'duty', path: '/api/v1/session' },
    'POST /api/v1/passkeys/sign-in/options': { as: null, path: '/api/v1/passkeys/sign-in/options' },
    'POST /api/v1/passkeys/sign-in': { as: null, path: '/api/v1/passkeys/sign-in', body: credential },
    'GET /api/v1/passkeys': { as: 'duty', path: '/api/v1/passkeys' },
    'POST /api/v1/passkeys/registration/options': { as: 'duty', path: '/api/v1/passkeys/registration/options' },
    'POST /api/v1/passkeys/registration': {
      as: 'duty',
      path: '/api/v1/passkeys/registration',
      body: { ...credential, name: 'Key' },
    },
    'POST /api/v1/totp': { as: 'duty', path: '/api/v1/totp' },
    'POST /api/v1/totp/confirmation': { as: 'duty', path: '/api/v1/totp/confirmation', body: { code: '000000' } },
    'POST /api/v1/recovery-codes': { as: 'duty', path: '/api/v1/recovery-codes' },
    'GET /api/v1/people': { as: 'duty', path: '/api/v1/people' },
    'POST /api/v1/people/{id}/roles': {
      as: 'coordinator',
      path: `/api/v1/people/${stage.spare.personId}/roles`,
      body: { roles: ['leader'], discipline: 'school' },
    },
    'POST /api/v1/people/{id}/suspension': {
      as: 'coordinator',
      path: `/api/v1/people/${actors.duty.personId}/suspension`,
      body: { reason },
    },
    'POST /api/v1/people/{id}/reinstatement': {
      as: 'coordinator',
      path: `/api/v1/people/${stage.suspended.personId}/reinstatement`,
      body: { reason },
    },
    'POST /api/v1/invitations': {
      as: 'coordinator',
      path: '/api/v1/invitations',
      body: { name: 'In Vited', email: 'in@test.example', roles: ['leader'], discipline: 'school' },
    },
    'POST /api/v1/invitations/open': {
      as: null,
      path: '/api/v1/invitations/open',
      body: { secret: stage.invitationSecret },
    },
    'POST /api/v1/invitations/acceptance': {
      as: null,
      path: '/api/v1/invitations/acceptance',
      body: { secret: stage.invitationSecret, name: 'New Comer', language: 'en', password: 'a pass phrase of my own' },
    },
    'POST /api/v1/invitations/joining': {
      as: null,
      path: '/api/v1/invitations/joining',
      body: { secret: stage.invitationSecret, password: 'a pass phrase of my own' },
    },
    'GET /api/v1/lendings': { as: 'duty', path: '/api/v1/lendings' },
    'POST /api/v1/lendings': {
      as: 'coordinator',
      path: '/api/v1/lendings',
      body: {
        personId: actors.second.personId,
        community: 'other-town',
        roles: ['duty-officer'],
        endsAt: days(program, 7),
      },
    },
    'POST /api/v1/lendings/{id}/answers': {
      as: 'second',
      path: `/api/v1/lendings/${stage.spare.personId}/answers`,
      body: { answer: 'accept' },
    },
    'GET /api/v1/rota': { as: 'duty', path: `/api/v1/rota?from=${days(program, -1)}&to=${days(program, 30)}` },
    'POST /api/v1/rota/shifts': {
      as: 'coordinator',
      path: '/api/v1/rota/shifts',
      body: {
        startsAt: days(program, 30),
        endsAt: days(program, 31),
        officerId: actors.duty.personId,
        secondId: actors.second.personId,
      },
    },
    'POST /api/v1/rota/leaves': {
      as: 'coordinator',
      path: '/api/v1/rota/leaves',
      body: { personId: actors.member.personId, startsAt: days(program, 50), endsAt: days(program, 51) },
    },
    'DELETE /api/v1/rota/leaves/{id}': { as: 'coordinator', path: `/api/v1/rota/leaves/${stage.leave}` },
    'POST /api/v1/rota/shifts/{id}/swaps': {
      as: 'second',
      path: `/api/v1/rota/shifts/${stage.shift}/swaps`,
      body: { toId: actors.coordinator.personId },
    },
    'POST /api/v1/rota/swaps/{id}/answers': {
      as: 'coordinator',
      path: `/api/v1/rota/swaps/${stage.swap}/answers`,
      body: { answer: 'accept' },
    },
    'POST /api/v1/rota/test-pages': { as: 'coordinator', path: '/api/v1/rota/test-pages' },
    'POST /api/v1/rota/test-pages/{id}/acknowledgement': {
      as: 'duty',
      path: `/api/v1/rota/test-pages/${stage.testPage}/acknowledgement`,
    },
    'GET /api/v1/pager-number': { as: 'duty', path: '/api/v1/pager-number' },
    'POST /api/v1/pager-number': {
      as: 'duty',
      path: '/api/v1/pager-number',
      body: { number: '+34 600 000 000', way: 'sms' },
    },
    'POST /api/v1/password': {
      as: 'duty',
      path: '/api/v1/password',
      body: { current: 'not the phrase', password: 'a pass phrase of my own' },
    },
    'DELETE /api/v1/passkeys/{id}': { as: 'duty', path: `/api/v1/passkeys/${stage.spare.personId}` },
    'DELETE /api/v1/totp': { as: 'duty', path: '/api/v1/totp' },
    'POST /api/v1/language': { as: 'duty', path: '/api/v1/language', body: { language: 'ca' } },
    'POST /api/v1/recovery/code': {
      as: null,
      path: '/api/v1/recovery/code',
      body: { email: 'duty@test-town.example', code: 'NONE', password: 'a pass phrase of my own' },
    },
    'POST /api/v1/recovery/kit': {
      as: null,
      path: '/api/v1/recovery/kit',
      body: { email: 'duty@test-town.example', halfA: 'A', halfB: 'B', password: 'a pass phrase of my own' },
    },
    'POST /api/v1/recovery/requests': {
      as: null,
      path: '/api/v1/recovery/requests',
      body: { email: 'duty@test-town.example' },
    },
    'POST /api/v1/recovery/requests/open': {
      as: null,
      path: '/api/v1/recovery/requests/open',
      body: { secret: stage.recovery.secret },
    },
    'POST /api/v1/recovery/requests/completion': {
      as: null,
      path: '/api/v1/recovery/requests/completion',
      body: { secret: stage.recovery.secret, password: 'a pass phrase of my own' },
    },
    'GET /api/v1/recovery-requests': { as: 'coordinator', path: '/api/v1/recovery-requests' },
    'POST /api/v1/recovery-requests/{id}/confirmations': {
      as: 'coordinator',
      path: `/api/v1/recovery-requests/${stage.recovery.id}/confirmations`,
      body: { number: stage.recovery.number },
    },
    'GET /api/v1/settings': { as: 'coordinator', path: '/api/v1/settings' },
    'POST /api/v1/settings': {
      as: 'coordinator',
      path: '/api/v1/settings',
      body: { subject: 'clocks', version: 0, immediate: 5, urgent: 30, unsorted: 60, routine: 1_440 },
    },
    'GET /api/v1/legal-profile': { as: 'duty', path: '/api/v1/legal-profile' },
    'POST /api/v1/legal-profile': {
      as: 'custodian',
      path: '/api/v1/legal-profile',
      body: { profile: 'spain', version: 0 },
    },
    'POST /api/v1/legal-profile/sign-offs': {
      as: 'custodian',
      path: '/api/v1/legal-profile/sign-offs',
      body: {
        profile: 'spain',
        edition: '2026-11-23',
        counsel: 'Clara Counsel',
        office: 'Legal service',
        signedOn: '2026-11-20',
        confirmed: ['es-children', 'consent'],
      },
    },
    'POST /api/v1/community-export': {
      as: 'custodian',
      path: '/api/v1/community-export',
      body: { passphrase: 'kelp-mint-oval-yarn-tuba-rust' },
    },
    'POST /api/v1/settings/logo': { as: 'coordinator', path: '/api/v1/settings/logo', body: form({ logo: aDot }) },
    'DELETE /api/v1/settings/logo': { as: 'coordinator', path: '/api/v1/settings/logo' },
    'GET /api/v1/settings/paging-state': { as: 'coordinator', path: '/api/v1/settings/paging-state' },
    'POST /api/v1/settings/test-mail': { as: 'coordinator', path: '/api/v1/settings/test-mail' },
    'DELETE /api/v1/rota/shifts/{id}': { as: 'coordinator', path: `/api/v1/rota/shifts/${stage.shift}` },
    'GET /api/v1/recovery-kit': { as: 'duty', path: '/api/v1/recovery-kit' },
    'POST /api/v1/recovery-kit': {
      as: 'custodian',
      path: '/api/v1/recovery-kit',
      body: { half: 'A', mark: stage.kitMark },
    },
    'GET /api/v1/keeping': { as: 'custodian', path: '/api/v1/keeping' },
    'GET /api/v1/keeping/{kind}/{id}': { as: 'duty', path: `/api/v1/keeping/report/${waiting.id}` },
    'POST /api/v1/keeping/acts': {
      as: 'duty',
      path: '/api/v1/keeping/acts',
      body: { act: 'hold', recordKind: 'report', recordId: waiting.id, reason },
    },
    'POST /api/v1/keeping/acts/{id}/confirmation': {
      as: 'custodian',
      path: `/api/v1/keeping/acts/${stage.ask}/confirmation`,
    },
    'POST /api/v1/keeping/acts/{id}/refusal': { as: 'custodian', path: `/api/v1/keeping/acts/${stage.ask}/refusal` },
    'POST /api/v1/keeping/renewals': {
      as: 'duty',
      path: '/api/v1/keeping/renewals',
      body: { recordKind: 'report', recordId: decided.id, until: days(program, 200), reason },
    },
    'POST /api/v1/keeping/periods': {
      as: 'custodian',
      path: '/api/v1/keeping/periods',
      body: { rule: 'report-no-concern', days: 120, version: 0 },
    },
    'GET /api/v1/captured-mail': { as: 'duty', path: '/api/v1/captured-mail' },
    'GET /api/v1/case-load': { as: 'coordinator', path: '/api/v1/case-load' },
    'POST /api/v1/absences': {
      as: 'duty',
      path: '/api/v1/absences',
      body: { startsAt: days(program, 40), endsAt: days(program, 45) },
    },
    'POST /api/v1/hand-overs': {
      as: 'duty',
      path: '/api/v1/hand-overs',
      body: { toIds: [stage.spare.personId], expiresAt: days(program, 2), note: '' },
    },
    'GET /api/v1/calendar': { as: 'duty', path: '/api/v1/calendar' },
    'POST /api/v1/calendar': { as: 'duty', path: '/api/v1/calendar' },
    'DELETE /api/v1/calendar': { as: 'duty', path: '/api/v1/calendar' },
    'GET /api/v1/calendars/{secret}': { as: null, path: `/api/v1/calendars/${stage.calendar}` },
    'GET /api/v1/oversight': { as: 'overseer', path: '/api/v1/oversight' },
    'GET /api/v1/programme': { as: 'overseer', path: '/api/v1/programme' },
    'GET /api/v1/programme/file': { as: 'coordinator', path: '/api/v1/programme/file?from=2026-01-01&to=2026-12-31' },
    'GET /api/v1/programme/groups': { as: 'coordinator', path: '/api/v1/programme/groups' },
    'POST /api/v1/programme/groups': { as: 'overseer', path: '/api/v1/programme/groups', body: { year: 2025 } },
    'GET /api/v1/programme/groups/file': { as: 'overseer', path: '/api/v1/programme/groups/file?year=2024' },
    'POST /api/v1/find': { as: 'duty', path: '/api/v1/find', body: { words: 'rooms' } },
    'GET /api/v1/events': { as: 'duty', path: '/api/v1/events' },
  };
}

const setUp = {
  secret: 'not the secret',
  community: {
    name: 'Another',
    slug: 'another',
    country: 'ES',
    timeZone: 'Europe/Madrid',
    defaultLanguage: 'en',
    emergencyNumbers: [{ number: '112', for: 'everything' }],
    crisisLines: [],
  },
  officer: { name: 'Off Icer', email: 'off@another.example', language: 'en', password: 'a pass phrase of my own' },
};

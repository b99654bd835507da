import type { AnyRoute } from '../../src/platform/http/route.ts';
import type { CastKey, Program } from './program.ts';
import { aWrittenText, days, rating, type Stage } from './stage.ts';

/** A request that its door takes, sent by somebody who may (`null`: nobody needs to be signed in). */
export type ValidRequest = { as: CastKey | null; path: string; body?: unknown };

export const doorOf = (route: Pick<AnyRoute, 'method' | 'path'>) => `${route.method} ${route.path}`;

const form = (fields: Record<string, string>) => {
  const filled = new FormData();
  for (const [name, value] of Object.entries(fields)) filled.set(name, value);
  return filled;
};

/** A list of two old tips, and what its columns hold. */
const oldTips = () => {
  const list = form({ options: JSON.stringify({ become: 'waiting', language: 'en', mapping: { what: 0 } }) });
  list.set('file', new File(['text\nOne.\nTwo.\n'], 'tips.csv', { type: 'text/csv' }));
  return list;
};

/** One valid request for every door, against the records of the stage. */
export function validRequests(program: Program, stage: Stage): Record<string, ValidRequest> {
  const { actors } = program;
  const { waiting, decided, openCase, closedCase, quietCase, action } = stage;
  const reason = 'A reason that somebody gave.';
  const text = '/api/v1/library/texts/en/prevent.how-to-tell-us';
  const onReport = (name: string) => `/api/v1/reports/${waiting.id}${name}`;
  const onCase = (name: string) => `/api/v1/cases/${openCase.id}${name}`;
  const { version } = openCase;
  const concern = { dangerNow: false, what: 'Words that were heard.', language: 'en' };
  const credential = { id: '00000000-0000-7000-8000-000000000000', response: { id: 'none' }, prfSecret: 'none' };
  return {
    'GET /api/v1/community': { as: null, path: '/api/v1/community' },
    'POST /api/v1/witness/add-checkpoint': { as: null, path: '/api/v1/witness/add-checkpoint', body: 'no checkpoint' },
    'GET /api/v1/communities': { as: null, path: '/api/v1/communities' },
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
    'POST /api/v1/partner/reports': { as: null, path: '/api/v1/partner/reports', body: concern },
    'GET /api/v1/tip-imports': { as: 'coordinator', path: '/api/v1/tip-imports' },
    'POST /api/v1/tip-imports': { as: 'coordinator', path: '/api/v1/tip-imports', body: oldTips() },
    'POST /api/v1/tip-imports/{id}/cancellation': {
      as: 'coordinator',
      path: `/api/v1/tip-imports/${stage.partner}/cancellation`,
    },
    'GET /api/v1/partners': { as: 'coordinator', path: '/api/v1/partners' },
    'POST /api/v1/partners': { as: 'coordinator', path: '/api/v1/partners', body: { name: 'A school' } },
    'POST /api/v1/partners/{id}/end': { as: 'coordinator', path: `/api/v1/partners/${stage.partner}/end` },
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
    'GET /api/v1/settings/paging-state': { as: 'coordinator', path: '/api/v1/settings/paging-state' },
    'POST /api/v1/settings/test-mail': { as: 'coordinator', path: '/api/v1/settings/test-mail' },
    'DELETE /api/v1/rota/shifts/{id}': { as: 'coordinator', path: `/api/v1/rota/shifts/${stage.shift}` },
    'GET /api/v1/library/search': { as: null, path: '/api/v1/library/search?q=warning&lang=ca' },
    'GET /api/v1/library/resources.json': { as: null, path: '/api/v1/library/resources.json' },
    'GET /api/v1/library/resources.csv': { as: null, path: '/api/v1/library/resources.csv' },
    'GET /api/v1/library/training': { as: 'overseer', path: '/api/v1/library/training' },
    'POST /api/v1/library/training': {
      as: 'overseer',
      path: '/api/v1/library/training',
      body: {
        courseId: 'being-there',
        answers: { 'situation-1': 'a', 'situation-2': 'a', 'situation-3': 'a', 'situation-4': 'a' },
      },
    },
    'GET /api/v1/library/training/{id}/certificate': {
      as: 'overseer',
      path: `/api/v1/library/training/${stage.training}/certificate?lang=ca`,
    },
    'GET /api/v1/library/training/due': { as: 'coordinator', path: '/api/v1/library/training/due' },
    'GET /api/v1/library/mistakes': { as: 'coordinator', path: '/api/v1/library/mistakes' },
    'POST /api/v1/library/mistakes/{id}/settling': {
      as: 'coordinator',
      path: `/api/v1/library/mistakes/${stage.mistake}/settling`,
    },
    'GET /api/v1/library/texts': { as: 'coordinator', path: '/api/v1/library/texts' },
    'GET /api/v1/library/texts/{language}/{text}': { as: 'coordinator', path: text },
    'GET /api/v1/library/texts/{language}/{text}/versions/{number}': { as: 'custodian', path: `${text}/versions/2` },
    'POST /api/v1/library/texts/{language}/{text}/preview': {
      as: 'coordinator',
      path: `${text}/preview`,
      body: aWrittenText,
    },
    'POST /api/v1/library/texts/{language}/{text}/draft': {
      as: 'coordinator',
      path: '/api/v1/library/texts/ca/prevent.how-to-tell-us/draft',
      body: { fields: aWrittenText, send: false },
    },
    'POST /api/v1/library/texts/{language}/{text}/versions/{number}/withdrawal': {
      as: 'coordinator',
      path: `${text}/versions/2/withdrawal`,
    },
    'POST /api/v1/library/texts/{language}/{text}/versions/{number}/decision': {
      as: 'custodian',
      path: `${text}/versions/2/decision`,
      body: { decision: 'approve', words: '', position: 1 },
    },
    'POST /api/v1/library/texts/{language}/{text}/going-back': {
      as: 'coordinator',
      path: `${text}/going-back`,
      body: { version: null, position: 1 },
    },
    'POST /api/v1/library/languages': {
      as: 'coordinator',
      path: '/api/v1/library/languages',
      body: { code: 'ar', name: 'العربية', direction: 'rtl', fallsBackTo: 'fr' },
    },
    'POST /{language}/library/mistake': {
      as: null,
      path: '/en/library/mistake',
      body: form({ page: '/en/library', words: 'A link is dead.' }),
    },
    'POST /{language}/library/courses/{course}': { as: null, path: '/en/library/courses/being-there', body: form({}) },
    'POST /{language}/library/courses/{course}/certificate': {
      as: null,
      path: '/en/library/courses/being-there/certificate',
      body: form({}),
    },
    'GET /api/v1/reports/{id}/identity': { as: 'duty', path: onReport('/identity') },
    'POST /api/v1/reports/{id}/identity-requests': {
      as: 'duty',
      path: `/api/v1/reports/${decided.id}/identity-requests`,
      body: { reason, legalBasis: reason, plan: reason, hours: 2, isEmergency: false, sessionKey: stage.sessionKey },
    },
    'GET /api/v1/identity-requests': { as: 'custodian', path: '/api/v1/identity-requests' },
    'POST /api/v1/identity-requests/{id}/release': {
      as: 'custodian',
      path: `/api/v1/identity-requests/${stage.request}/release`,
    },
    'POST /api/v1/identity-requests/{id}/end': {
      as: 'custodian',
      path: `/api/v1/identity-requests/${stage.request}/end`,
    },
    'POST /api/v1/identity-requests/{id}/opening': {
      as: 'duty',
      path: `/api/v1/identity-requests/${stage.openRequest}/opening`,
    },
    'POST /api/v1/identity-requests/{id}/review': {
      as: 'custodian',
      path: `/api/v1/identity-requests/${stage.openRequest}/review`,
      body: { words: reason },
    },
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
      body: { rule: 'report-no-concern', days: 120 },
    },
    'GET /api/v1/captured-mail': { as: 'duty', path: '/api/v1/captured-mail' },
    'POST /api/v1/reports': { as: null, path: '/api/v1/reports', body: concern },
    'POST /api/v1/receipts/open': { as: null, path: '/api/v1/receipts/open', body: { receipt: stage.receipt } },
    'POST /api/v1/receipts/messages': {
      as: null,
      path: '/api/v1/receipts/messages',
      body: { receipt: stage.receipt, words: 'One thing more.' },
    },
    'POST /api/v1/staff-reports': { as: 'duty', path: '/api/v1/staff-reports', body: { ...concern, channel: 'phone' } },
    'GET /api/v1/triage': { as: 'duty', path: '/api/v1/triage' },
    'GET /api/v1/reports/{id}': { as: 'duty', path: onReport('') },
    'POST /api/v1/reports/{id}/answers': { as: 'duty', path: onReport('/answers'), body: { words: 'An answer.' } },
    'POST /api/v1/reports/{id}/urgency': {
      as: 'duty',
      path: onReport('/urgency'),
      body: { version: waiting.version, urgency: 'urgent', reason },
    },
    'POST /api/v1/reports/{id}/decisions': {
      as: 'duty',
      path: onReport('/decisions'),
      body: {
        outcome: 'opened-case',
        version: waiting.version,
        reason,
        title: 'A title',
        leadId: actors.member.personId,
        deputyId: actors.second.personId,
      },
    },
    'POST /api/v1/reports/{id}/attachments': { as: 'duty', path: onReport('/attachments'), body: form({}) },
    'POST /api/v1/reports/{id}/checks': {
      as: 'duty',
      path: onReport('/checks'),
      body: { kind: 'call-back', finding: 'unclear', words: 'Nobody answered.' },
    },
    'GET /api/v1/reports/{id}/similar': { as: 'duty', path: onReport('/similar') },
    'POST /api/v1/reports/{id}/links': { as: 'duty', path: onReport('/links'), body: { act: 'link', to: decided.id } },
    'POST /api/v1/reports/{id}/identifiers': {
      as: 'duty',
      path: onReport('/identifiers'),
      body: { field: 'name', value: 'Nora Vidal' },
    },
    'DELETE /api/v1/reports/{id}/identifiers/{identifierId}': {
      as: 'duty',
      path: onReport(`/identifiers/${waiting.id}`),
    },
    'POST /api/v1/reports/{id}/row': { as: 'duty', path: onReport('/row'), body: { act: 'take-out' } },
    'POST /api/v1/reports/{id}/row-decisions': { as: 'duty', path: `/api/v1/reports/${decided.id}/row-decisions` },
    'POST /api/v1/reports/{id}/reopening': {
      as: 'duty',
      path: `/api/v1/reports/${decided.id}/reopening`,
      body: { version: decided.version, reason },
    },
    'POST /api/v1/handovers/{id}/acceptance': {
      as: 'duty',
      path: `/api/v1/handovers/${stage.handover}/acceptance`,
      body: { acceptedName: 'Somebody there' },
    },
    'GET /api/v1/reports/{id}/attachments/{attachmentId}': { as: 'duty', path: onReport(`/attachments/${waiting.id}`) },
    'GET /api/v1/cases': { as: 'duty', path: '/api/v1/cases' },
    'GET /api/v1/cases/{id}': { as: 'duty', path: onCase('') },
    'GET /api/v1/case-standards': { as: 'duty', path: '/api/v1/case-standards' },
    'POST /api/v1/case-standards': { as: 'coordinator', path: '/api/v1/case-standards', body: standards },
    'POST /api/v1/cases/{id}/stage/answers': {
      as: 'duty',
      path: onCase('/stage/answers'),
      body: { version: 1, question: 'known', answer: 'A pupil.' },
    },
    'POST /api/v1/cases/{id}/stage/exit': {
      as: 'duty',
      path: onCase('/stage/exit'),
      body: { version, to: 'screening', reason },
    },
    'POST /api/v1/cases/{id}/concern/ratings': { as: 'duty', path: onCase('/concern/ratings'), body: rating },
    'POST /api/v1/cases/{id}/concern/agreement': {
      as: 'duty',
      path: `/api/v1/cases/${stage.rated.id}/concern/agreement`,
      body: { version: stage.rated.version, level: 'low', confidence: 'fair', words: reason },
    },
    'POST /api/v1/cases/{id}/concern/rounds': {
      as: 'duty',
      path: onCase('/concern/rounds'),
      body: { why: 'hearing' },
    },
    'POST /api/v1/cases/{id}/concern/triggers': {
      as: 'duty',
      path: onCase('/concern/triggers'),
      body: { kind: 'hearing', at: days(program, 5), note: '' },
    },
    'GET /api/v1/standing-team': { as: 'duty', path: '/api/v1/standing-team' },
    'POST /api/v1/standing-team/{id}': {
      as: 'coordinator',
      path: `/api/v1/standing-team/${stage.spare.personId}`,
      body: { version: 0, isStanding: true, vettedUntil: '2027-06-30', trainedUntil: null },
    },
    'POST /api/v1/cases/{id}/standing-team': { as: 'duty', path: onCase('/standing-team'), body: {} },
    'POST /api/v1/cases/{id}/declarations': { as: 'duty', path: onCase('/declarations'), body: {} },
    'POST /api/v1/cases/{id}/recusals': {
      as: 'duty',
      path: onCase('/recusals'),
      body: { personId: stage.spare.personId, reason },
    },
    'POST /api/v1/cases/{id}/reviews': {
      as: 'duty',
      path: onCase('/reviews'),
      body: { version, words: reason, nextReviewAt: days(program, 3) },
    },
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
    'GET /api/v1/team-week': { as: 'duty', path: '/api/v1/team-week' },
    'GET /api/v1/calendar': { as: 'duty', path: '/api/v1/calendar' },
    'POST /api/v1/calendar': { as: 'duty', path: '/api/v1/calendar' },
    'DELETE /api/v1/calendar': { as: 'duty', path: '/api/v1/calendar' },
    'GET /api/v1/calendars/{secret}': { as: null, path: `/api/v1/calendars/${stage.calendar}` },
    'POST /api/v1/cases/{id}/inquiries': {
      as: 'duty',
      path: onCase('/inquiries'),
      body: {
        kind: 'record-request',
        who: 'The school office',
        purpose: 'Absences.',
        askerId: actors.second.personId,
        dueAt: days(program, 4),
      },
    },
    'POST /api/v1/cases/{id}/inquiries/{inquiryId}/end': {
      as: 'duty',
      path: onCase(`/inquiries/${stage.inquiry.id}/end`),
      body: { version: stage.inquiry.version, to: 'done', outcome: reason },
    },
    'POST /api/v1/cases/{id}/statements': {
      as: 'duty',
      path: onCase('/statements'),
      body: { kind: 'told', words: 'He said so.', source: 'A friend' },
    },
    'POST /api/v1/cases/{id}/actions': {
      as: 'duty',
      path: onCase('/actions'),
      body: { category: 'target', words: 'Warn them.', assigneeId: actors.second.personId, dueAt: days(program, 2) },
    },
    'POST /api/v1/cases/{id}/offers': {
      as: 'duty',
      path: onCase('/offers'),
      body: {
        version,
        toIds: [actors.member.personId],
        deputyAfterId: actors.second.personId,
        expiresAt: days(program, 1),
      },
    },
    'POST /api/v1/cases/{id}/deputy': {
      as: 'duty',
      path: onCase('/deputy'),
      body: { version, deputyId: actors.member.personId },
    },
    'POST /api/v1/cases/{id}/members': {
      as: 'duty',
      path: onCase('/members'),
      body: { personId: stage.spare.personId, part: 'member' },
    },
    'POST /api/v1/cases/{id}/review': {
      as: 'duty',
      path: onCase('/review'),
      body: { version, nextReviewAt: days(program, 5) },
    },
    'POST /api/v1/cases/{id}/description': {
      as: 'duty',
      path: onCase('/description'),
      body: { version, title: 'A better title', summary: 'What we know.' },
    },
    'POST /api/v1/cases/{id}/closing': {
      as: 'duty',
      path: `/api/v1/cases/${quietCase.id}/closing`,
      body: { version: quietCase.version, reason: 'resolved', words: reason },
    },
    'POST /api/v1/cases/{id}/reopening': {
      as: 'duty',
      path: `/api/v1/cases/${closedCase.id}/reopening`,
      body: { version: closedCase.version, words: reason, nextReviewAt: days(program, 5) },
    },
    'POST /api/v1/cases/{id}/actions/{actionId}/moves': {
      as: 'member',
      path: onCase(`/actions/${action.id}/moves`),
      body: { to: 'done', version: action.version, result: 'It is done.' },
    },
    'POST /api/v1/cases/{id}/actions/{actionId}/assignment': {
      as: 'duty',
      path: onCase(`/actions/${action.id}/assignment`),
      body: { version: action.version, assigneeId: actors.second.personId, dueAt: days(program, 4) },
    },
    'DELETE /api/v1/cases/{id}/members/{personId}': {
      as: 'duty',
      path: onCase(`/members/${actors.custodian.personId}`),
    },
    'POST /api/v1/offers/{id}/acceptance': { as: 'coordinator', path: `/api/v1/offers/${stage.offer}/acceptance` },
    'POST /api/v1/offers/{id}/decline': { as: 'coordinator', path: `/api/v1/offers/${stage.offer}/decline` },
    'GET /api/v1/my-day': { as: 'duty', path: '/api/v1/my-day' },
    'GET /api/v1/oversight': { as: 'overseer', path: '/api/v1/oversight' },
    'POST /api/v1/find': { as: 'duty', path: '/api/v1/find', body: { words: 'rooms' } },
    'GET /api/v1/events': { as: 'duty', path: '/api/v1/events' },
    'POST /{language}/report': {
      as: null,
      path: '/en/report',
      body: form({ dangerNow: 'no', what: 'Words that were heard.', wants: 'send' }),
    },
    'POST /{language}/receipt': { as: null, path: '/en/receipt', body: form({ receipt: stage.receipt }) },
    'POST /{language}/receipt/message': {
      as: null,
      path: '/en/receipt/message',
      body: form({ receipt: stage.receipt, words: 'One thing more.' }),
    },
  };
}

/** Doors whose valid request cannot succeed here: it needs a real authenticator, an empty installation, an image. */
export const unanswerable: Record<string, number> = {
  'POST /api/v1/set-up': 404,
  'POST /api/v1/passkeys/sign-in': 401,
  'POST /api/v1/passkeys/registration': 401,
  'POST /api/v1/invitations/joining': 401,
  'POST /api/v1/witness/add-checkpoint': 400,
  'POST /api/v1/totp/confirmation': 400,
  'DELETE /api/v1/passkeys/{id}': 404,
  'POST /api/v1/password': 400,
  'POST /api/v1/settings/test-mail': 409,
  'POST /api/v1/recovery/code': 401,
  'POST /api/v1/recovery/kit': 400,
  'POST /api/v1/recovery/requests/completion': 404,
  'POST /api/v1/partner/reports': 401,
  'POST /api/v1/tip-imports/{id}/cancellation': 404,
  'GET /api/v1/reports/{id}/attachments/{attachmentId}': 404,
};

const standards = {
  version: 0,
  triageHours: 24,
  screeningHours: 72,
  assessmentHours: 336,
  managementHours: 2_160,
  monitoringHours: 4_320,
  imminentReviewDays: 1,
  highReviewDays: 7,
  moderateReviewDays: 14,
  lowReviewDays: 31,
  unratedReviewDays: 7,
  disciplines: ['school', 'police'],
};

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

import type { Program } from '../program.ts';
import type { Stage } from '../stage.ts';
import { form, type ValidRequest } from './request.ts';

/** One valid request for every door of the reports, their ways in and identities. */
export function reportsRequests(program: Program, stage: Stage): Record<string, ValidRequest> {
  const { actors } = program;
  const { waiting, decided } = stage;
  const reason = 'A reason that somebody gave.';
  const onReport = (name: string) => `/api/v1/reports/${waiting.id}${name}`;
  const concern = { dangerNow: false, what: 'Words that were heard.', language: 'en' };
  return {
    'POST /api/v1/partner/reports': { as: null, path: '/api/v1/partner/reports', body: concern },
    'GET /api/v1/tip-imports': { as: 'coordinator', path: '/api/v1/tip-imports' },
    'POST /api/v1/tip-imports': { as: 'coordinator', path: '/api/v1/tip-imports', body: oldTips() },
    'POST /api/v1/tip-imports/{id}/cancellation': {
      as: 'coordinator',
      path: `/api/v1/tip-imports/${stage.partner}/cancellation`,
    },
    'GET /api/v1/case-imports': { as: 'coordinator', path: '/api/v1/case-imports' },
    'POST /api/v1/case-imports': { as: 'coordinator', path: '/api/v1/case-imports', body: oldCases(program) },
    'POST /api/v1/case-imports/{id}/cancellation': {
      as: 'coordinator',
      path: `/api/v1/case-imports/${stage.partner}/cancellation`,
    },
    'GET /api/v1/mailbox': { as: 'coordinator', path: '/api/v1/mailbox' },
    'POST /api/v1/mailbox': { as: 'coordinator', path: '/api/v1/mailbox', body: aMailbox },
    'GET /api/v1/partners': { as: 'coordinator', path: '/api/v1/partners' },
    'POST /api/v1/partners': { as: 'coordinator', path: '/api/v1/partners', body: { name: 'A school' } },
    'POST /api/v1/partners/{id}/end': { as: 'coordinator', path: `/api/v1/partners/${stage.partner}/end` },
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
    'POST /api/v1/reports/{id}/reading-reasons': {
      as: 'duty',
      path: onReport('/reading-reasons'),
      body: { words: reason },
    },
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

const aMailbox = {
  version: 0,
  host: 'mail.test.example',
  port: 993,
  isTlsFromStart: true,
  user: 'tips@test.example',
  secret: 'a password of a mailbox',
  folder: 'INBOX',
  afterwards: 'keep',
  answers: false,
};

/** A list of two old tips, and what its columns hold. */
const oldTips = () => {
  const list = form({ options: JSON.stringify({ become: 'waiting', language: 'en', mapping: { what: 0 } }) });
  list.set('file', new File(['text\nOne.\nTwo.\n'], 'tips.csv', { type: 'text/csv' }));
  return list;
};

/** A list of one old case, for others to lead. */
const oldCases = ({ actors }: Program) => {
  const people = { leadId: actors.duty.personId, deputyId: actors.second.personId };
  const list = form({ options: JSON.stringify({ mapping: { title: 0 }, stage: 'assessment', ...people }) });
  list.set('file', new File(['title\nA quarrel of last year.'], 'cases.csv'));
  return list;
};

import { anExtract } from '../extract.ts';
import type { Program } from '../program.ts';
import { days, rating, type Stage } from '../stage.ts';
import { requestsAroundCases } from './around-cases.ts';
import { form, type ValidRequest } from './request.ts';

/** One valid request for every door of the cases and what hangs on them. */
export function casesRequests(program: Program, stage: Stage): Record<string, ValidRequest> {
  const { actors } = program;
  const { openCase, closedCase, quietCase, action } = stage;
  const reason = 'A reason that somebody gave.';
  const onCase = (name: string) => `/api/v1/cases/${openCase.id}${name}`;
  const { version } = openCase;
  return {
    ...requestsAroundCases(program, stage),
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
    'POST /api/v1/cases/{id}/validations': {
      as: 'duty',
      path: onCase('/validations'),
      body: { version, words: 'It is still needed.' },
    },
    'POST /api/v1/cases/{id}/reviews': {
      as: 'duty',
      path: onCase('/reviews'),
      body: { version, words: reason, nextReviewAt: days(program, 3) },
    },
    'GET /api/v1/team-week': { as: 'duty', path: '/api/v1/team-week' },
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
    'POST /api/v1/case-load/{id}/hand-over': {
      as: 'coordinator',
      path: `/api/v1/case-load/${actors.duty.personId}/hand-over`,
      body: { toIds: [actors.second.personId], expiresAt: days(program, 2) },
    },
    'POST /api/v1/cases/{id}/statements': {
      as: 'duty',
      path: onCase('/statements'),
      body: { kind: 'told', words: 'He said so.', source: 'A friend' },
    },
    'POST /api/v1/cases/{id}/statements/{statementId}/files': {
      as: 'duty',
      path: onCase(`/statements/${stage.said.statement}/files`),
      body: form({}),
    },
    'GET /api/v1/cases/{id}/statements/{statementId}/files/{fileId}': {
      as: 'duty',
      path: onCase(`/statements/${stage.said.statement}/files/${stage.said.file}`),
    },
    'POST /api/v1/cases/{id}/extracts': {
      as: 'duty',
      path: onCase('/extracts'),
      body: anExtract(actors.custodian.personId, stage.said.statement),
    },
    'POST /api/v1/cases/{id}/extracts/{extractId}/end': {
      as: 'duty',
      path: onCase(`/extracts/${stage.extract.id}/end`),
    },
    'POST /api/v1/cases/{id}/extracts/{extractId}/answers/{answerId}/statement': {
      as: 'duty',
      path: onCase(`/extracts/${stage.extract.id}/answers/${stage.extract.answer}/statement`),
    },
    'GET /api/v1/extracts/{id}': { as: 'custodian', path: `/api/v1/extracts/${stage.extract.id}` },
    'POST /api/v1/extracts/{id}/answers': {
      as: 'custodian',
      path: `/api/v1/extracts/${stage.extract.id}/answers`,
      body: { words: 'It can pass, with company.' },
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
      body: { version: quietCase.version, reason: 'resolved', words: reason, reopenTriggers: 'New words.' },
    },
    'POST /api/v1/cases/{id}/reopening': {
      as: 'duty',
      path: `/api/v1/cases/${closedCase.id}/reopening`,
      body: { version: closedCase.version, words: reason, nextReviewAt: days(program, 5) },
    },
    'POST /api/v1/cases/{id}/reopening-questions/{questionId}/staying-closed': {
      as: 'duty',
      path: `/api/v1/cases/${closedCase.id}/reopening-questions/${stage.question}/staying-closed`,
      body: { reason },
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
  };
}

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

import { anExport, archiveForm } from '../archive.ts';
import { lawfulGroups } from '../groups.ts';
import type { Program } from '../program.ts';
import { aShare } from '../sharing.ts';
import { aSubjectRequest, days, type Stage } from '../stage.ts';
import { form, type ValidRequest } from './request.ts';

/** One valid request for every door of what stands around a case: the other side, groups, sharing, archives, people, meetings, papers. */
export function requestsAroundCases(program: Program, stage: Stage): Record<string, ValidRequest> {
  const { actors } = program;
  const { openCase } = stage;
  const reason = 'A reason that somebody gave.';
  const onCase = (name: string) => `/api/v1/cases/${openCase.id}${name}`;
  const onMeeting = (name: string) => `/api/v1/meetings/${stage.runningMeeting.id}${name}`;
  return {
    'GET /api/v1/subject-requests': { as: 'custodian', path: '/api/v1/subject-requests' },
    'GET /api/v1/cases/{id}/subject-requests': { as: 'duty', path: onCase('/subject-requests') },
    'POST /api/v1/cases/{id}/subject-requests': {
      as: 'duty',
      path: onCase('/subject-requests'),
      body: aSubjectRequest(program),
    },
    'POST /api/v1/cases/{id}/subject-requests/{requestId}/extension': {
      as: 'duty',
      path: onCase(`/subject-requests/${stage.asked}/extension`),
      body: { version: 1, reason, told: 'By letter today.' },
    },
    'POST /api/v1/cases/{id}/subject-requests/{requestId}/answer': {
      as: 'duty',
      path: onCase(`/subject-requests/${stage.asked}/answer`),
      body: { version: 1, outcome: 'granted', words: reason, give: { summary: true, level: true } },
    },
    'GET /api/v1/group-settings': { as: 'duty', path: '/api/v1/group-settings' },
    'POST /api/v1/group-settings': {
      as: 'custodian',
      path: '/api/v1/group-settings',
      body: { ...lawfulGroups, version: 1 },
    },
    'GET /api/v1/cases/{id}/group': { as: 'duty', path: onCase('/group') },
    'POST /api/v1/cases/{id}/group': {
      as: 'duty',
      path: onCase('/group'),
      body: { version: 0, groupId: stage.group },
    },
    'GET /api/v1/cases/{id}/disclosures': { as: 'duty', path: onCase('/disclosures') },
    'POST /api/v1/cases/{id}/disclosures': { as: 'duty', path: onCase('/disclosures'), body: aShare(program) },
    'POST /api/v1/cases/{id}/disclosures/{disclosureId}/withdrawal': {
      as: 'duty',
      path: onCase(`/disclosures/${stage.sharedView.disclosure}/withdrawal`),
      body: { reason },
    },
    'POST /api/v1/cases/{id}/archive': { as: 'duty', path: onCase('/archive'), body: anExport(program) },
    'GET /api/v1/cases/{id}/brought': { as: 'duty', path: onCase('/brought') },
    'GET /api/v1/cases/{id}/brought/pictures/{fileId}': {
      as: 'duty',
      path: onCase(`/brought/pictures/${stage.said.file}`),
    },
    'POST /api/v1/case-archives/look': {
      as: 'coordinator',
      path: '/api/v1/case-archives/look',
      body: archiveForm(stage.archive.file, { opensWith: stage.archive.opensWith }),
    },
    'POST /api/v1/case-archives': {
      as: 'coordinator',
      path: '/api/v1/case-archives',
      body: archiveForm(stage.archive.file, {
        opensWith: stage.archive.opensWith,
        leadId: actors.duty.personId,
        deputyId: actors.second.personId,
      }),
    },
    'GET /api/v1/case-archives': { as: 'coordinator', path: '/api/v1/case-archives' },
    'POST /api/v1/case-archives/{id}/cancellation': {
      as: 'coordinator',
      path: `/api/v1/case-archives/${stage.partner}/cancellation`,
    },
    'GET /api/v1/cases/{id}/people': { as: 'duty', path: onCase('/people') },
    'POST /api/v1/cases/{id}/people': {
      as: 'duty',
      path: onCase('/people'),
      body: { part: 'family', pseudonym: 'An aunt' },
    },
    'DELETE /api/v1/cases/{id}/people/{casePersonId}': { as: 'duty', path: onCase(`/people/${stage.casePerson}`) },
    'POST /api/v1/cases/{id}/people/{casePersonId}/identifiers': {
      as: 'duty',
      path: onCase(`/people/${stage.casePerson}/identifiers`),
      body: { act: 'enter', field: 'name', value: 'Nora Vidal' },
    },
    'POST /api/v1/cases/{id}/people/{casePersonId}/links': {
      as: 'duty',
      path: onCase(`/people/${stage.casePerson}/links`),
      body: { act: 'link', kind: 'report', otherId: stage.waiting.id },
    },
    'GET /api/v1/partner-views/{id}': { as: 'duty', path: `/api/v1/partner-views/${stage.sharedView.disclosure}` },
    'POST /{language}/shared': {
      as: null,
      path: '/en/shared',
      body: form({ number: stage.sharedView.number, code: stage.sharedView.code }),
    },
    'GET /api/v1/meetings': { as: 'duty', path: '/api/v1/meetings' },
    'POST /api/v1/meetings': {
      as: 'duty',
      path: '/api/v1/meetings',
      body: { heldAt: days(program, 3), personIds: [actors.second.personId] },
    },
    'GET /api/v1/meetings/{id}': { as: 'duty', path: `/api/v1/meetings/${stage.meeting.id}` },
    'POST /api/v1/meetings/{id}/beginning': {
      as: 'duty',
      path: `/api/v1/meetings/${stage.meeting.id}/beginning`,
      body: { version: stage.meeting.version, presentIds: [actors.duty.personId, actors.second.personId] },
    },
    'POST /api/v1/meetings/{id}/calling-off': {
      as: 'duty',
      path: `/api/v1/meetings/${stage.meeting.id}/calling-off`,
      body: { version: stage.meeting.version },
    },
    'POST /api/v1/meetings/{id}/attendance': {
      as: 'duty',
      path: onMeeting('/attendance'),
      body: { version: stage.runningMeeting.version, presentIds: [actors.duty.personId, actors.second.personId] },
    },
    'POST /api/v1/meetings/{id}/items': { as: 'duty', path: onMeeting('/items'), body: { caseId: openCase.id } },
    'POST /api/v1/meetings/{id}/items/{caseId}/entries': {
      as: 'duty',
      path: onMeeting(`/items/${openCase.id}/entries`),
      body: { words: reason },
    },
    'POST /api/v1/meetings/{id}/closing': {
      as: 'duty',
      path: onMeeting('/closing'),
      body: { version: stage.runningMeeting.version, putOffRest: true },
    },
    'GET /api/v1/cases/{id}/documents/{kind}': {
      as: 'duty',
      path: onCase('/documents/assessment-summary?language=ca'),
    },
    'GET /api/v1/cases/{id}/documents/{kind}/file': { as: 'duty', path: onCase('/documents/safety-plan/file') },
    'GET /api/v1/meetings/{id}/minutes': { as: 'duty', path: onMeeting('/minutes') },
    'GET /api/v1/meetings/{id}/minutes/file': { as: 'duty', path: onMeeting('/minutes/file?language=fr') },
    'GET /api/v1/cases/{id}/minutes': { as: 'duty', path: onCase('/minutes') },
  };
}

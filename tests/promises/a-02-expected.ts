/*
 * Who may do what, written by hand from the product's promises and never from the program: where the two differ, one of them
 * is wrong. Letters: y = it is done · s = sign in first · . = there is no such thing · l = too late or not now (409) ·
 * n = it is said beside a field why not (400).
 */
export type Letter = 'y' | 's' | '.' | 'l' | 'n';

export const roles = [
  'duty-officer',
  'coordinator',
  'custodian',
  'overseer',
  'team-member',
  'consultant',
  'leader',
  'site-manager',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Doors that ask for a role and nothing else. Where nobody is signed in, all but those of everybody say: sign in first. */
export const byRole: Record<string, 'everybody' | 'every member' | readonly Role[]> = {
  'GET /api/v1/community': 'everybody',
  'GET /api/v1/communities': 'everybody',
  'POST /api/v1/sign-in': 'everybody',
  'POST /api/v1/passkeys/sign-in/options': 'everybody',
  'POST /api/v1/invitations/open': 'everybody',
  'POST /api/v1/invitations/acceptance': 'everybody',
  'POST /api/v1/reports': 'everybody',
  'POST /api/v1/receipts/open': 'everybody',
  'POST /api/v1/receipts/messages': 'everybody',
  'POST /{language}/report': 'everybody',
  'POST /{language}/shared': 'everybody',
  'POST /{language}/receipt': 'everybody',
  'POST /{language}/receipt/message': 'everybody',
  'GET /api/v1/library/search': 'everybody',
  'GET /api/v1/library/resources.json': 'everybody',
  'GET /api/v1/library/resources.csv': 'everybody',
  'POST /{language}/library/courses/{course}': 'everybody',
  'POST /{language}/library/courses/{course}/certificate': 'everybody',
  'POST /{language}/library/mistake': 'everybody',
  'POST /api/v1/sign-out': 'every member',
  'GET /api/v1/session': 'every member',
  'GET /api/v1/passkeys': 'every member',
  'POST /api/v1/passkeys/registration/options': 'every member',
  'POST /api/v1/totp': 'every member',
  'POST /api/v1/recovery-codes': 'every member',
  'GET /api/v1/people': 'every member',
  'GET /api/v1/lendings': 'every member',
  'POST /api/v1/lendings': ['coordinator'],
  'GET /api/v1/rota': 'every member',
  'GET /api/v1/captured-mail': 'every member',
  'GET /api/v1/events': 'every member',
  'POST /api/v1/find': 'every member',
  'GET /api/v1/library/training': 'every member',
  'POST /api/v1/library/training': 'every member',
  'GET /api/v1/library/training/due': ['coordinator'],
  'GET /api/v1/library/mistakes': ['coordinator'],
  'POST /api/v1/library/mistakes/{id}/settling': ['coordinator'],
  'GET /api/v1/library/texts': ['coordinator', 'administrator', 'leader', 'custodian'],
  'GET /api/v1/library/texts/{language}/{text}': ['coordinator', 'administrator', 'leader', 'custodian'],
  'GET /api/v1/library/texts/{language}/{text}/versions/{number}': [
    'coordinator',
    'administrator',
    'leader',
    'custodian',
  ],
  'POST /api/v1/library/texts/{language}/{text}/preview': ['coordinator', 'administrator'],
  'POST /api/v1/library/texts/{language}/{text}/draft': ['coordinator', 'administrator'],
  'POST /api/v1/library/texts/{language}/{text}/versions/{number}/withdrawal': ['coordinator', 'administrator'],
  'POST /api/v1/library/texts/{language}/{text}/versions/{number}/decision': [
    'coordinator',
    'administrator',
    'leader',
    'custodian',
  ],
  'POST /api/v1/library/texts/{language}/{text}/going-back': ['coordinator', 'administrator'],
  'POST /api/v1/library/languages': ['coordinator', 'administrator'],
  'GET /api/v1/cases': 'every member',
  'GET /api/v1/my-day': 'every member',
  'GET /api/v1/calendars/{secret}': 'everybody',
  'GET /api/v1/calendar': 'every member',
  'POST /api/v1/calendar': 'every member',
  'DELETE /api/v1/calendar': 'every member',
  'GET /api/v1/team-week': 'every member',
  'GET /api/v1/case-load': ['coordinator'],
  'GET /api/v1/case-imports': ['coordinator'],
  'POST /api/v1/case-imports': ['coordinator'],
  'GET /api/v1/case-archives': ['coordinator'],
  'POST /api/v1/case-archives/look': ['coordinator'],
  'POST /api/v1/case-archives': ['coordinator'],
  'POST /api/v1/case-load/{id}/hand-over': ['coordinator'],
  'POST /api/v1/absences': 'every member',
  'POST /api/v1/hand-overs': 'every member',
  'GET /api/v1/case-standards': 'every member',
  'GET /api/v1/meetings': 'every member',
  'POST /api/v1/meetings': ['coordinator', 'duty-officer', 'team-member'],
  // A meeting is whose who were asked to it; of all others a coordinator can look at it, and lead it where its chair cannot.
  'GET /api/v1/meetings/{id}': ['coordinator'],
  'GET /api/v1/meetings/{id}/minutes': ['coordinator'],
  'GET /api/v1/meetings/{id}/minutes/file': ['coordinator'],
  'POST /api/v1/meetings/{id}/beginning': ['coordinator'],
  'POST /api/v1/meetings/{id}/attendance': ['coordinator'],
  'POST /api/v1/meetings/{id}/closing': ['coordinator'],
  'POST /api/v1/meetings/{id}/calling-off': ['coordinator'],
  // No role speaks in a meeting: only whoever is there and of the case's team.
  'POST /api/v1/meetings/{id}/items': [],
  'POST /api/v1/meetings/{id}/items/{caseId}/entries': [],
  'GET /api/v1/standing-team': 'every member',
  'POST /api/v1/standing-team/{id}': ['coordinator'],
  'POST /api/v1/case-standards': ['coordinator'],
  'GET /api/v1/group-settings': 'every member',
  'POST /api/v1/group-settings': ['coordinator', 'custodian'],
  'GET /api/v1/identity-requests': 'every member',
  'GET /api/v1/recovery-kit': 'every member',
  'POST /api/v1/recovery-kit': ['custodian'],
  'POST /api/v1/identity-requests/{id}/release': ['custodian', 'overseer'],
  'POST /api/v1/identity-requests/{id}/end': ['custodian', 'overseer'],
  'POST /api/v1/identity-requests/{id}/review': ['custodian', 'overseer'],
  'POST /api/v1/identity-requests/{id}/opening': [],
  'GET /api/v1/keeping': ['custodian', 'coordinator', 'overseer'],
  'GET /api/v1/keeping/{kind}/{id}': ['duty-officer', 'coordinator', 'custodian'],
  'POST /api/v1/keeping/acts': ['duty-officer', 'coordinator', 'custodian'],
  'POST /api/v1/keeping/acts/{id}/confirmation': ['coordinator', 'custodian'],
  'POST /api/v1/keeping/acts/{id}/refusal': ['coordinator', 'custodian'],
  'POST /api/v1/keeping/renewals': ['duty-officer', 'coordinator'],
  'POST /api/v1/keeping/periods': ['custodian'],
  'GET /api/v1/triage': ['duty-officer', 'coordinator'],
  'POST /api/v1/staff-reports': ['duty-officer', 'coordinator'],
  'GET /api/v1/oversight': ['overseer', 'coordinator'],
  'GET /api/v1/subject-requests': ['custodian', 'coordinator', 'overseer'],
  'GET /api/v1/programme': ['overseer', 'coordinator'],
  'GET /api/v1/programme/file': ['overseer', 'coordinator'],
  'GET /api/v1/programme/groups': ['overseer', 'coordinator'],
  'GET /api/v1/programme/groups/file': ['overseer', 'coordinator'],
  // Only overseers hold the key to what is recorded by group.
  'POST /api/v1/programme/groups': ['overseer'],
  'POST /api/v1/invitations': ['coordinator', 'administrator'],
  'GET /api/v1/witnesses': ['administrator'],
  'POST /api/v1/witnesses': ['administrator'],
  'POST /api/v1/witnesses/removal': ['administrator'],
  'POST /api/v1/watched-logs': ['administrator'],
  'GET /api/v1/mailbox': ['coordinator', 'administrator'],
  'POST /api/v1/mailbox': ['coordinator', 'administrator'],
  'GET /api/v1/partners': ['coordinator', 'administrator'],
  'GET /api/v1/tip-imports': ['coordinator'],
  'POST /api/v1/tip-imports': ['coordinator'],
  'POST /api/v1/partners': ['coordinator', 'administrator'],
  'POST /api/v1/partners/{id}/end': ['coordinator', 'administrator'],
  'POST /api/v1/communities': ['administrator'],
  'POST /api/v1/rota/shifts': ['coordinator'],
  'DELETE /api/v1/rota/shifts/{id}': ['coordinator'],
  'POST /api/v1/rota/leaves': ['coordinator'],
  'DELETE /api/v1/rota/leaves/{id}': ['coordinator'],
  'POST /api/v1/rota/test-pages': ['coordinator'],
  'GET /api/v1/settings': ['coordinator', 'administrator'],
  'POST /api/v1/settings': ['coordinator', 'administrator'],
  'GET /api/v1/legal-profile': 'every member',
  'POST /api/v1/legal-profile': ['coordinator', 'custodian'],
  'POST /api/v1/legal-profile/sign-offs': ['coordinator', 'custodian'],
  'POST /api/v1/community-export': ['coordinator', 'custodian'],
  'POST /api/v1/settings/logo': ['coordinator', 'administrator'],
  'DELETE /api/v1/settings/logo': ['coordinator', 'administrator'],
  'GET /api/v1/settings/paging-state': ['coordinator', 'administrator'],
  'GET /api/v1/pager-number': 'every member',
  'DELETE /api/v1/totp': 'every member',
  'POST /api/v1/language': 'every member',
  'POST /api/v1/recovery/requests': 'everybody',
  'POST /api/v1/recovery/requests/open': 'everybody',
  'GET /api/v1/recovery-requests': ['coordinator', 'administrator', 'custodian'],
  'POST /api/v1/recovery-requests/{id}/confirmations': ['coordinator', 'administrator', 'custodian'],
  'POST /api/v1/pager-number': 'every member',
  // A lending is answered by the officer it concerns and by coordinators on either side; in the table it concerns nobody.
  'POST /api/v1/lendings/{id}/answers': [],
  // No role gives another's shift away, answers what another was asked, or acknowledges another's test page.
  'POST /api/v1/rota/shifts/{id}/swaps': [],
  'POST /api/v1/rota/swaps/{id}/answers': [],
  'POST /api/v1/rota/test-pages/{id}/acknowledgement': [],
};

/** Doors that no request of this test passes whole; A-01, L-01 and N-01 ask them. */
export const askedElsewhere = [
  'POST /api/v1/set-up',
  'POST /api/v1/password',
  'DELETE /api/v1/passkeys/{id}',
  'POST /api/v1/settings/test-mail',
  'POST /api/v1/recovery/code',
  'POST /api/v1/recovery/kit',
  'POST /api/v1/recovery/requests/completion',
  'POST /api/v1/invitations/joining',
  'POST /api/v1/witness/add-checkpoint',
  'POST /api/v1/passkeys/sign-in',
  'POST /api/v1/passkeys/registration',
  'POST /api/v1/totp/confirmation',
  'POST /api/v1/partner/reports',
  'POST /api/v1/tip-imports/{id}/cancellation',
  'POST /api/v1/case-imports/{id}/cancellation',
  'POST /api/v1/case-archives/{id}/cancellation',
  'GET /api/v1/cases/{id}/brought/pictures/{fileId}',
];

/** Doors about two records at once, which no single letter tells of: `tests/promises/i-01` asks them. */
export const aboutTwoRecords = [
  'POST /api/v1/reports/{id}/links',
  'DELETE /api/v1/reports/{id}/identifiers/{identifierId}',
];

/** A door to what is about oneself alone: everybody else hears that there is no such thing. */
export const ownTraining = 'GET /api/v1/library/training/{id}/certificate';

/** Who may change people, and whom: nobody changes themselves, and nobody changes another community. */
export const mayChangePeople: readonly Role[] = ['coordinator', 'administrator'];
export const aboutPeople: Record<
  string,
  Record<'oneself' | 'a member' | 'somebody suspended' | 'of another community', Letter>
> = {
  'POST /api/v1/people/{id}/roles': {
    oneself: '.',
    'a member': 'y',
    'somebody suspended': 'y',
    'of another community': '.',
  },
  'POST /api/v1/people/{id}/suspension': {
    oneself: '.',
    'a member': 'y',
    'somebody suspended': '.',
    'of another community': '.',
  },
  'POST /api/v1/people/{id}/reinstatement': {
    oneself: '.',
    'a member': '.',
    'somebody suspended': 'y',
    'of another community': '.',
  },
};

/** Who reads a report that is in no case, by how it came. A role that is not named sees that there is no such report. */
export const readersOfReports = {
  ordinary: ['duty-officer', 'coordinator'],
  'sealed past somebody': ['coordinator', 'custodian'],
  'of another community': [],
} satisfies Record<string, readonly Role[]>;

/** What each door says to those readers, by the state of the report. */
export const reportDoors: Record<string, { waiting: Letter; decided: Letter }> = {
  'GET /api/v1/reports/{id}': { waiting: 'y', decided: 'y' },
  'GET /api/v1/reports/{id}/attachments/{attachmentId}': { waiting: 'y', decided: 'y' },
  'POST /api/v1/reports/{id}/reading-reasons': { waiting: 'y', decided: 'y' },
  'POST /api/v1/reports/{id}/answers': { waiting: 'y', decided: 'y' },
  'POST /api/v1/reports/{id}/urgency': { waiting: 'y', decided: 'l' },
  'POST /api/v1/reports/{id}/decisions': { waiting: 'y', decided: 'l' },
  'POST /api/v1/reports/{id}/reopening': { waiting: 'l', decided: 'y' },
  'GET /api/v1/reports/{id}/identity': { waiting: 'y', decided: 'y' },
  'POST /api/v1/reports/{id}/identity-requests': { waiting: '.', decided: '.' },
  'GET /api/v1/reports/{id}/similar': { waiting: 'y', decided: 'y' },
  'POST /api/v1/reports/{id}/identifiers': { waiting: 'y', decided: 'y' },
  'POST /api/v1/reports/{id}/checks': { waiting: 'y', decided: 'y' },
  'POST /api/v1/reports/{id}/attachments': { waiting: 'y', decided: 'y' },
  'POST /api/v1/reports/{id}/row': { waiting: 'y', decided: 'l' },
  'POST /api/v1/reports/{id}/row-decisions': { waiting: 'l', decided: 'y' },
};

/** Who reads the report of a handover. Of them the desk records that it was accepted, and whoever sent it on. */
export const readersOfHandovers = {
  'from an ordinary report': ['duty-officer', 'coordinator'],
  'from a sealed report': ['coordinator', 'custodian'],
} satisfies Record<string, readonly Role[]>;
export const handoverSays = { open: 'y', accepted: 'l' } satisfies Record<string, Letter>;

/** How somebody stands to a case; what their roles are makes no difference to the case itself. */
export const relations = [
  'lead',
  'deputy',
  'member',
  'former lead',
  'offered',
  'consultant',
  'removed',
  'declined',
  'offered before',
  'nobody',
  'other community',
  'suspended',
] as const;
export type Relation = (typeof relations)[number];

/** One letter for each relation, in the order above. */
export const caseDoors: Record<string, Partial<Record<'open' | 'quiet' | 'closed', string>>> = {
  'GET /api/v1/cases/{id}': { open: 'yyyyy......s', quiet: 'yyyyy......s', closed: 'yyyy.......s' },
  'GET /api/v1/cases/{id}/documents/{kind}': {
    open: 'yyyyy......s',
    quiet: 'yyyyy......s',
    closed: 'yyyy.......s',
  },
  'GET /api/v1/cases/{id}/documents/{kind}/file': {
    open: 'yyyyy......s',
    quiet: 'yyyyy......s',
    closed: 'yyyy.......s',
  },
  'GET /api/v1/cases/{id}/minutes': { open: 'yyyyy......s', quiet: 'yyyyy......s', closed: 'yyyy.......s' },
  'POST /api/v1/cases/{id}/statements': { open: 'yyyy.......s', quiet: 'yyyy.......s', closed: 'llll.......s' },
  'POST /api/v1/cases/{id}/statements/{statementId}/files': {
    open: 'yyyy.......s',
    quiet: 'yyyy.......s',
    closed: 'llll.......s',
  },
  'GET /api/v1/cases/{id}/statements/{statementId}/files/{fileId}': {
    open: 'yyyyy......s',
    quiet: 'yyyyy......s',
    closed: 'yyyy.......s',
  },
  'POST /api/v1/cases/{id}/extracts': { open: 'yy.........s', quiet: 'yy.........s', closed: 'll.........s' },
  'POST /api/v1/cases/{id}/extracts/{extractId}/end': {
    open: 'yy.........s',
    quiet: 'yy.........s',
    closed: 'll.........s',
  },
  'POST /api/v1/cases/{id}/extracts/{extractId}/answers/{answerId}/statement': {
    open: 'yy.........s',
    quiet: 'yy.........s',
    closed: 'll.........s',
  },
  // A consultant reads what they were given, and nobody else does; with the case it ends.
  'GET /api/v1/extracts/{id}': { open: '.....y.....s', quiet: '.....y.....s', closed: '...........s' },
  'POST /api/v1/extracts/{id}/answers': { open: '.....y.....s', quiet: '.....y.....s', closed: '...........s' },
  'POST /api/v1/cases/{id}/actions': { open: 'yy.........s', quiet: 'yy.........s', closed: 'll.........s' },
  'POST /api/v1/cases/{id}/offers': { open: 'y..........s', quiet: 'y..........s', closed: 'l..........s' },
  'POST /api/v1/cases/{id}/deputy': { open: 'yy.........s', quiet: 'yy.........s', closed: 'll.........s' },
  'POST /api/v1/cases/{id}/members': { open: 'yy.........s', quiet: 'yy.........s', closed: 'll.........s' },
  'DELETE /api/v1/cases/{id}/members/{personId}': {
    open: 'yy.........s',
    quiet: 'yy.........s',
    closed: 'll.........s',
  },
  'POST /api/v1/cases/{id}/review': { open: 'yy.........s', quiet: 'yy.........s', closed: 'll.........s' },
  'POST /api/v1/cases/{id}/description': { open: 'yy.........s', quiet: 'yy.........s', closed: 'll.........s' },
  'POST /api/v1/cases/{id}/stage/answers': { open: 'yyyy.......s', quiet: 'yyyy.......s', closed: 'llll.......s' },
  'POST /api/v1/cases/{id}/stage/exit': { open: 'yy.........s', quiet: 'yy.........s', closed: 'll.........s' },
  'POST /api/v1/cases/{id}/concern/ratings': { open: 'yyyy.......s', quiet: 'yyyy.......s', closed: 'llll.......s' },
  'POST /api/v1/cases/{id}/concern/agreement': { open: 'nnnn.......s', quiet: 'nnnn.......s', closed: 'llll.......s' },
  'POST /api/v1/cases/{id}/concern/rounds': { open: 'yyyy.......s', quiet: 'yyyy.......s', closed: 'llll.......s' },
  'POST /api/v1/cases/{id}/concern/triggers': { open: 'yyyy.......s', quiet: 'yyyy.......s', closed: 'llll.......s' },
  'POST /api/v1/cases/{id}/standing-team': { open: 'yy.........s', quiet: 'yy.........s', closed: 'll.........s' },
  'POST /api/v1/cases/{id}/declarations': { open: 'yyyy.......s', quiet: 'yyyy.......s', closed: 'llll.......s' },
  'POST /api/v1/cases/{id}/recusals': { open: 'yynn.......s', quiet: 'yynn.......s', closed: 'llll.......s' },
  'POST /api/v1/cases/{id}/validations': { open: 'yy.........s', quiet: 'yy.........s', closed: 'yy.........s' },
  'POST /api/v1/cases/{id}/reviews': { open: 'yy.........s', quiet: 'yy.........s', closed: 'll.........s' },
  'POST /api/v1/cases/{id}/inquiries': { open: 'yyyy.......s', quiet: 'yyyy.......s', closed: 'llll.......s' },
  'POST /api/v1/cases/{id}/inquiries/{inquiryId}/end': {
    open: 'yyyy.......s',
    quiet: '...........s',
    closed: 'llll.......s',
  },
  'GET /api/v1/cases/{id}/subject-requests': { open: 'yyyyy......s', quiet: 'yyyyy......s', closed: 'yyyy.......s' },
  'POST /api/v1/cases/{id}/subject-requests': { open: 'yy.........s', quiet: 'yy.........s', closed: 'yy.........s' },
  'POST /api/v1/cases/{id}/subject-requests/{requestId}/extension': {
    open: 'yy.........s',
    quiet: 'yy.........s',
    closed: 'yy.........s',
  },
  'POST /api/v1/cases/{id}/subject-requests/{requestId}/answer': {
    open: 'yy.........s',
    quiet: 'yy.........s',
    closed: 'yy.........s',
  },
  // Which group a case is recorded under is seen by whoever may change it, and by nobody else.
  'GET /api/v1/cases/{id}/group': { open: 'yy.........s', quiet: 'yy.........s', closed: 'yy.........s' },
  'POST /api/v1/cases/{id}/group': { open: 'yy.........s', quiet: 'yy.........s', closed: 'll.........s' },
  'GET /api/v1/cases/{id}/disclosures': { open: 'yyyyy......s', quiet: 'yyyyy......s', closed: 'yyyy.......s' },
  // The whole case leaves as one disclosure does; what came with it is read as the case is.
  'POST /api/v1/cases/{id}/archive': { open: 'yy.........s', quiet: 'yy.........s', closed: 'yy.........s' },
  'GET /api/v1/cases/{id}/brought': { open: 'yyyyy......s', quiet: 'yyyyy......s', closed: 'yyyy.......s' },
  'POST /api/v1/cases/{id}/disclosures': { open: 'yy.........s', quiet: 'yy.........s', closed: 'yy.........s' },
  'POST /api/v1/cases/{id}/disclosures/{disclosureId}/withdrawal': {
    open: 'yy.........s',
    quiet: 'yy.........s',
    closed: 'yy.........s',
  },
  'GET /api/v1/cases/{id}/people': { open: 'yyyyy......s', quiet: 'yyyyy......s', closed: 'yyyy.......s' },
  'POST /api/v1/cases/{id}/people': { open: 'yyyy.......s', quiet: 'yyyy.......s', closed: 'llll.......s' },
  'DELETE /api/v1/cases/{id}/people/{casePersonId}': {
    open: 'yyyy.......s',
    quiet: 'yyyy.......s',
    closed: 'llll.......s',
  },
  'POST /api/v1/cases/{id}/people/{casePersonId}/identifiers': {
    open: 'yyyy.......s',
    quiet: 'yyyy.......s',
    closed: 'llll.......s',
  },
  'POST /api/v1/cases/{id}/people/{casePersonId}/links': {
    open: 'yyyy.......s',
    quiet: 'yyyy.......s',
    closed: 'llll.......s',
  },
  // What another community gave one member is read by that member, whatever anybody's role.
  'GET /api/v1/partner-views/{id}': { open: '...........s' },
  'POST /api/v1/cases/{id}/closing': { open: 'n..........s', quiet: 'y..........s', closed: 'l..........s' },
  // There is nothing to answer where no new report asks.
  'POST /api/v1/cases/{id}/reopening-questions/{questionId}/staying-closed': {
    open: 'll.........s',
    quiet: 'll.........s',
    closed: '...........s',
  },
  'POST /api/v1/cases/{id}/reopening': { open: 'll.........s', quiet: 'll.........s', closed: 'yy.........s' },
};

/** The action is the member's: only its assignee accepts it, and never verifies it. */
export const actionDoors: Record<string, { open: string; closed: string }> = {
  'moves: accept what is assigned': { open: 'nnyn.......s', closed: 'llll.......s' },
  'moves: finish what is assigned': { open: 'yyyy.......s', closed: 'llll.......s' },
  'moves: verify what is assigned': { open: 'llll.......s', closed: 'llll.......s' },
  'moves: verify what is done': { open: 'yyly.......s', closed: 'llll.......s' },
  'assignment: of what is assigned': { open: 'yy.........s', closed: 'll.........s' },
  'assignment: of what is done': { open: 'll.........s', closed: 'll.........s' },
};

/** Whoever was offered the lead answers, while the offer stands. */
export const offerDoors: Record<string, { acceptance: string; decline: string }> = {
  'the open offer': { acceptance: '....y......s', decline: '....y......s' },
  'the offer that made the lead': { acceptance: 'l..........s', decline: 'l..........s' },
  'the declined offer': { acceptance: '...........s', decline: '...........s' },
  'the offer of an earlier round': { acceptance: '...........s', decline: '...........s' },
  'the offer of a closed case': { acceptance: '...........s', decline: '...........s' },
};

/** A report that rests in a case: its team reads it, and the desk; to work on it, a reader needs the desk's or the custodian's role. */
export const teamReads = 'yyyyy......s';
export const deskReads = 'yyyyyyyyyy.s';
export const worksAsTeam: readonly Role[] = ['custodian'];
export const worksAsDesk: readonly Role[] = ['duty-officer', 'coordinator'];
export const linkedReportDoors: Record<string, Letter> = {
  'POST /api/v1/reports/{id}/answers': 'y',
  'POST /api/v1/reports/{id}/urgency': 'l',
  'POST /api/v1/reports/{id}/decisions': 'l',
  'POST /api/v1/reports/{id}/reopening': 'y',
  'POST /api/v1/reports/{id}/identifiers': 'y',
  'POST /api/v1/reports/{id}/checks': 'y',
  'POST /api/v1/reports/{id}/attachments': 'y',
  'POST /api/v1/reports/{id}/row': 'l',
  'POST /api/v1/reports/{id}/row-decisions': 'y',
};

import { anExport } from '../program/archive.ts';
import { anExtract } from '../program/extract.ts';
import type { Program } from '../program/program.ts';
import { aShare } from '../program/sharing.ts';
import { aSubjectRequest, days, type Stage } from '../program/stage.ts';
import { validRequests } from '../program/valid-requests/index.ts';
import { form } from '../program/valid-requests/request.ts';
import type { CaseTable } from './a-02-cases.ts';
import { type Cell, cell, holdsOneOf, methodOf } from './a-02-cells.ts';
import * as expected from './a-02-expected.ts';

/** Whom and what the cells of cases are asked of. */
export type Scene = { program: Program; stage: Stage; table: CaseTable };

/** What everybody of a case may do with it, its actions, offers and reports while all hold these roles. */
export const cellsAroundCases = (scene: Scene, roles: readonly string[]): Cell[] => [
  ...cellsOfCases(scene),
  ...cellsOfActions(scene),
  ...cellsOfOffers(scene),
  ...cellsOfLinkedReports(scene, roles),
];

/** One cell for each relation of a row of letters. */
const row = (
  table: CaseTable,
  name: string,
  says: string,
  request: { method: string; path: string; body?: unknown },
): Cell[] =>
  expected.relations.map((relation, index) =>
    cell(`${name}, by ${relation}`, says[index] as expected.Letter, table.people[relation], { as: null, ...request }),
  );

const rating = {
  level: 'low',
  confidence: 'fair',
  reasonsFor: 'Words.',
  reasonsAgainst: 'None yet.',
  unknowns: 'The means.',
};

function bodiesOfCases({ program, stage, table }: Scene, version: number, state: 'open'): Record<string, unknown> {
  const idOf = (relation: expected.Relation) => table.people[relation].person.personId;
  return {
    answers: { version: 1, question: 'known', answer: 'A pupil.' },
    'standing-team': {},
    declarations: {},
    recusals: { personId: table.free.personId, reason: 'A cousin of the family.' },
    validations: { version, words: 'It is still needed.' },
    reviews: { version, words: 'Nothing new.', nextReviewAt: null },
    inquiries: {
      kind: 'record-request',
      who: 'The school office',
      purpose: 'Absences.',
      askerId: idOf('member'),
      dueAt: days(program, 4),
    },
    end: { version: 1, to: 'done', outcome: 'Two absences.' },
    'subject-requests': aSubjectRequest(program),
    extension: { version: 1, reason: 'Many pages.', told: 'By letter today.' },
    answer: { version: 1, outcome: 'granted', words: 'Here it is.' },
    people: { part: 'family', pseudonym: 'An aunt' },
    identifiers: { act: 'enter', field: 'name', value: 'Nora Vidal' },
    links: { act: 'link', kind: 'report', otherId: table.cases.open.reportId },
    disclosures: aShare(program),
    group: { version: 0, groupId: stage.group },
    archive: anExport(program),
    withdrawal: { reason: 'It was the wrong office.' },
    ratings: rating,
    agreement: { version, level: 'low', confidence: 'fair', words: 'So both of us see it.' },
    rounds: { why: 'hearing' },
    triggers: { kind: 'hearing', at: days(program, 5), note: '' },
    exit: { version, to: 'screening', reason: 'More is needed.' },
    statements: { kind: 'told', words: 'He said so.', source: 'A friend' },
    files: form({}),
    extracts: anExtract(idOf('consultant'), table.cases[state].said.statement),
    'POST /api/v1/extracts/{id}/answers': { words: 'It can pass, with company.' },
    actions: { category: 'target', words: 'Warn them.', assigneeId: idOf('member'), dueAt: days(program, 2) },
    offers: { version, toIds: [idOf('nobody')], deputyAfterId: idOf('deputy'), expiresAt: days(program, 1) },
    deputy: { version, deputyId: idOf('member') },
    members: { personId: table.free.personId, part: 'member' },
    review: { version, nextReviewAt: days(program, 5) },
    description: { version, title: 'A better title', summary: '' },
    closing: { version, reason: 'resolved', words: 'All is well.', reopenTriggers: 'New words.' },
    'staying-closed': { reason: 'It is about somebody else.' },
    reopening: { version, words: 'Something new.', nextReviewAt: days(program, 5) },
  };
}

function cellsOfCases(scene: Scene): Cell[] {
  const { table } = scene;
  return Object.entries(expected.caseDoors).flatMap(([door, rows]) =>
    Object.entries(rows).flatMap(([state, says]) => {
      const { id, version } = table.cases[state as 'open'];
      const bodies = bodiesOfCases(scene, version, state as 'open');
      const path = door
        .split(' ')[1]!
        .replace('extracts/{id}', `extracts/${table.cases[state as 'open'].extract.id}`)
        .replace('{id}', id)
        .replace('{extractId}', table.cases[state as 'open'].extract.id)
        .replace('{answerId}', table.cases[state as 'open'].extract.answer)
        .replace('{personId}', table.people.consultant.person.personId)
        .replace('{kind}', 'closing-memo')
        .replace('{questionId}', table.cases.open.id)
        .replace('{inquiryId}', table.cases[state as 'open'].inquiry)
        .replace('{requestId}', table.cases[state as 'open'].asked)
        .replace('{casePersonId}', table.cases[state as 'open'].casePerson)
        .replace('{statementId}', table.cases[state as 'open'].said.statement)
        .replace('{fileId}', table.cases[state as 'open'].said.file)
        .replace('{disclosureId}', table.cases[state as 'open'].disclosure);
      return row(table, `${door}, ${state}`, says, {
        method: methodOf(door),
        path,
        body: methodOf(door) === 'GET' ? undefined : (bodies[door] ?? bodies[door.split('/').at(-1)!]),
      });
    }),
  );
}

function cellsOfActions({ program, table }: Scene): Cell[] {
  const memberId = table.people.deputy.person.personId;
  return Object.entries(expected.actionDoors).flatMap(([what, states]) =>
    (['open', 'closed'] as const).flatMap((state) => {
      const { id, assigned, done } = table.cases[state];
      const action = what.endsWith('done') ? done : assigned;
      const { version } = action;
      const move = what.includes('accept')
        ? { to: 'accepted', version }
        : what.includes('verify')
          ? { to: 'verified', version }
          : { to: 'done', version, result: 'It is done.' };
      const [name, body] = what.startsWith('moves')
        ? ['moves', move]
        : ['assignment', { version, assigneeId: memberId, dueAt: days(program, 4) }];
      return row(table, `${what}, ${state}`, states[state], {
        method: 'POST',
        path: `/api/v1/cases/${id}/actions/${action.id}/${name}`,
        body,
      });
    }),
  );
}

function cellsOfOffers({ table }: Scene): Cell[] {
  const { open, closed } = table.cases;
  const ids: Record<string, string> = {
    'the open offer': open.offers.offered!,
    'the offer that made the lead': open.offers.lead!,
    'the declined offer': open.offers.declined!,
    'the offer of an earlier round': open.offers['offered before']!,
    'the offer of a closed case': closed.offers.offered!,
  };
  return Object.entries(expected.offerDoors).flatMap(([which, says]) =>
    (['acceptance', 'decline'] as const).flatMap((answer) =>
      row(table, `${answer} of ${which}`, says[answer], {
        method: 'POST',
        path: `/api/v1/offers/${ids[which]}/${answer}`,
      }),
    ),
  );
}

function cellsOfLinkedReports({ program, stage, table }: Scene, roles: readonly string[]): Cell[] {
  const { reportId, reportVersion: version } = table.cases.open;
  const requests = validRequests(program, stage);
  const isDesk = holdsOneOf(roles, expected.worksAsDesk);
  const reads = isDesk ? [...expected.deskReads] : [...expected.teamReads];
  const works =
    isDesk || holdsOneOf(roles, expected.worksAsTeam) ? reads : reads.map((letter) => (letter === 'y' ? '.' : letter));
  const path = `/api/v1/reports/${reportId}`;
  const opening = row(table, 'opening a report of the case', reads.join(''), { method: 'GET', path });
  const working = Object.entries(expected.linkedReportDoors).flatMap(([door, says]) => {
    const asked = (requests[door]!.body ?? {}) as object;
    const body = 'version' in asked ? { ...asked, version } : asked;
    return row(table, `${door} of the case`, works.join('').replaceAll('y', says), {
      method: 'POST',
      path: `${path}/${door.split('/').at(-1)}`,
      body,
    });
  });
  return [...opening, ...working];
}

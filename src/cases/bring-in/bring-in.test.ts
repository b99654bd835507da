import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { type HeldSession, sessionOf } from '../../../tests/program/sessions.ts';
import type { OpenedCase } from '../contract.ts';
import { checkCases } from '../screens/bring-in/check-cases.ts';
import type { BringInOptions, CaseImports } from './contract.ts';

let program: Program;
let coordinator: HeldSession;
let duty: HeldSession;
let options: BringInOptions;
beforeAll(async () => {
  program = await startProgram();
  coordinator = await sessionOf(program, program.actors.coordinator);
  duty = await sessionOf(program, program.actors.duty);
  const { duty: lead, second } = program.actors;
  options = { mapping, stage: 'assessment', leadId: lead.personId, deputyId: second.personId };
});
afterAll(() => program.close());

const header = 'title,opened,stage,lead,review,closed,why,words,source,number,level';
const mapping = {
  title: 0,
  openedAt: 1,
  stage: 2,
  lead: 3,
  nextReviewAt: 4,
  closedAt: 5,
  closingReason: 6,
  statement: 7,
  source: 8,
  earlierNumber: 9,
  earlierLevel: 10,
};
const bringIn = (rows: readonly string[], by = coordinator, more: object = {}) => {
  const body = new FormData();
  body.set('options', JSON.stringify({ ...options, ...more }));
  body.set('file', new File([[header, ...rows].join('\n')], 'cases.csv'));
  return program.request('POST', '/api/v1/case-imports', { body, headers: by.headers });
};
const count = async (table: string) =>
  (await program.databases.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;
const newest = async (by: HeldSession, state = 'open') =>
  ((await by.call('GET', `/api/v1/cases?state=${state}`)).body as { rows: { id: string; title: string }[] }).rows;
const imports = async () => (await coordinator.call('GET', '/api/v1/case-imports')).body as CaseImports;

describe('bring-in-cases', () => {
  it('brings in open and closed cases as they stood, sealed to their lead and deputy alone', async () => {
    const answer = await bringIn([
      'A quarrel,2026-06-01,Gestió,SECOND@test-town.example,2026-12-01,,,He said it again.,A neighbour,A-7,amber',
      'Long ago,2026-01-01,,,,2026-05-01,Règlement,,,,',
    ]);
    const wrong = (await imports()).imports;
    const right = await bringIn(
      [
        'A quarrel,2026-06-01,Gestió,second@test-town.example,2026-12-01,,,He said it again.,A neighbour,A-7,amber',
        'Long ago,2026-01-01,,,,2026-05-01,Réglé,,,,',
      ],
      coordinator,
      { deputyId: program.actors.member.personId },
    );

    expect([answer.status, wrong]).toEqual([400, []]);
    expect(right.status).toBe(201);
    const [row] = await newest(await sessionOf(program, program.actors.second));
    const opened = (await (await sessionOf(program, program.actors.second)).call('GET', `/api/v1/cases/${row!.id}`))
      .body as OpenedCase;
    expect(opened).toMatchObject({
      title: 'A quarrel',
      summary: 'number: A-7\nlevel: amber',
      stage: 'management',
      levelOfConcern: 'unrated',
      openedAt: '2026-06-01T12:00:00.000Z',
      nextReviewAt: '2026-12-01T12:00:00.000Z',
      statements: [{ words: 'He said it again.', source: 'A neighbour', kind: 'told' }],
    });
    expect((await coordinator.call('GET', `/api/v1/cases/${row!.id}`)).status).toBe(404);
    expect((await newest(duty, 'closed')).map(({ title }) => title)).toEqual(['Long ago']);
    expect((await imports()).imports[0]).toMatchObject({ state: 'done', rows: 2, done: 2 });
  });

  it('brings in nothing of a list with one broken row, and names the fault of each', async () => {
    const before = [await count('cases'), await count('audit_entries'), await count('wrapped_copies')];

    const answer = await bringIn(['Good,,,,,,,,,,', 'Late,,,,2020-01-01,,,,,,']);

    expect([answer.status, (answer.body as { fields: object }).fields]).toEqual([400, { file: 'rows-broken' }]);
    expect([await count('cases'), await count('audit_entries'), await count('wrapped_copies')]).toEqual(before);
  });

  it('says every fault of 10,000 broken rows, whatever is wrong with them', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    const against = { members: [{ id: 'a', name: 'A', email: 'a@x' }], closedKeptDays: 730, reviewWithinDays: 14 };
    const kinds = [
      ['', 'soon', 'nowhere', 'nobody@x', '2020-01-01', '2030-01-01', 'because', 'words', '', '', ''],
      ['x'.repeat(201), '2026-01-01', '', '', '', '2025-12-31', '', '', '', '', '', 'more'],
      ['Old', '2020-01-01', '', '', '', '2021-01-01', 'resolved', '', '', '', ''],
    ];
    const rows = Array.from({ length: 10_000 }, (_, index) => kinds[index % 3]!);

    const { cases, faults } = checkCases(
      { header: header.split(','), rows },
      { ...against, mapping, stage: 'triage', leadId: 'a', deputyId: 'b', now },
    );

    expect(cases).toEqual([]);
    expect(faults.slice(0, 13).map(({ row, field, because }) => `${row} ${field} ${because}`)).toEqual([
      '2 title required',
      '2 openedAt not-a-date',
      '2 lead not-a-member',
      '2 stage not-a-stage',
      '2 closedAt in-the-future',
      '2 closingReason not-a-reason',
      '2 source required',
      '3 row more-cells-than-columns',
      '3 title too-long',
      '3 closedAt before-its-opening',
      '3 closingReason required',
      '4 closedAt past-its-keeping',
      '5 title required',
    ]);
    expect(new Set(faults.map(({ row }) => row)).size).toBe(10_000);
  });

  it('never makes somebody lead who has left since the list was checked, and keeps nothing then', async () => {
    const before = await count('cases');

    const unknown = await bringIn(['One,,,,,,,,,,'], coordinator, { leadId: program.communityId });

    expect([unknown.status, await count('cases')]).toEqual([400, before]);
    expect((await imports()).imports.map(({ state }) => state).toSorted()).toEqual(['done', 'failed']);
  });
});

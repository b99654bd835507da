import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareReport, receiveReport } from '../../src/reports/commands/receive-report.ts';
import { concern } from '../../src/reports/contract.ts';
import { must } from '../program/must.ts';
import { type Program, startProgram } from '../program/program.ts';
import { rehearsal, rehearsed } from '../program/rehearsing.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { decide, joinCommunity, type Stage, sayWhy, setTheStage, type Versioned } from '../program/stage.ts';
import { doorOf, unanswerable, validRequests } from '../program/valid-requests/index.ts';
import { type CaseTable, giveRoles, setTheCases } from './a-02-cases.ts';
import { answerTo, beginsAnImport, type Cell, cell, holdsOneOf, inCommunity, methodOf } from './a-02-cells.ts';
import { cellsAroundCases } from './a-02-cells-of-cases.ts';
import * as expected from './a-02-expected.ts';

const isFull = process.env.FORESTALL_PROMISES === 'full';
const pairs = expected.roles.flatMap((one, index) => expected.roles.slice(index + 1).map((other) => [one, other]));
const isAllowedPair = (pair: string[]) => !(pair.includes('custodian') && pair.includes('overseer'));
const singles: (readonly string[])[] = expected.roles.map((role) => [role]);
/** Each role alone; in the full set also every pair that one person may hold. */
const roleSets = isFull ? [...singles, ...pairs.filter(isAllowedPair)] : singles;
const roleSetsInCases = isFull ? roleSets : [['custodian']];

type Reports = Record<
  keyof typeof expected.readersOfReports,
  Record<'waiting' | 'decided', Versioned & { attachment: string }>
>;

const letters: Record<number, expected.Letter> = { [rehearsed]: 'y', 401: 's', 404: '.', 409: 'l', 400: 'n' };

let program: Program;
let stage: Stage;
let table: CaseTable;
let people: { roles: readonly string[]; session: HeldSession }[];
let reports: Reports;
let handovers: {
  kind: keyof typeof expected.readersOfHandovers;
  state: 'open' | 'accepted';
  id: string;
  report: string;
  sentBy: string;
}[];
let asked = 0;
const { routes, begin, end } = rehearsal();

beforeAll(async () => {
  program = await startProgram({ routes });
  stage = await setTheStage(program);
  people = await Promise.all(
    roleSets.map(async (roles) => ({
      roles,
      session: await sessionOf(program, await joinCommunity(program, roles.join(' and '), roles)),
    })),
  );
  for (const key of ['coordinator', 'custodian', 'overseer'] as const)
    await must(stage.sessions[key].call('GET', '/api/v1/people'));
  table = await setTheCases(program);
  reports = await setTheReports();
  handovers = await setTheHandovers();
  const ids = [...Object.values(reports).flatMap(({ waiting, decided }) => [waiting.id, decided.id])];
  for (const { session } of people)
    for (const id of [...ids, ...handovers.map(({ report }) => report)]) await sayWhy(session, id);
  begin();
}, 300_000);
afterAll(() => program.close());

async function receive(communityId: string, about: 'somebody-else' | 'somebody-who-works-here') {
  const { ground } = program;
  const prepared = await prepareReport(ground, [{ bytes: Buffer.from('pixels') }]);
  const told = concern.parse({
    dangerNow: false,
    what: 'Words.',
    language: 'en',
    about,
    ...(about === 'somebody-else' ? {} : { staffName: 'Nobody Here' }),
  });
  await program.as({ kind: 'public', communityId }, (tx) => receiveReport(tx, ground, told, prepared, 'api'));
  return { id: prepared.id, version: 1, attachment: prepared.images[0]!.id };
}

async function setTheReports(): Promise<Reports> {
  const { rows } = await program.databases.owner.query<{ id: string }>(
    "select id from communities where slug = 'other-town'",
  );
  const receiveAll = async (community: string, about: 'somebody-else' | 'somebody-who-works-here', by: HeldSession) => {
    const waiting = await receive(community, about);
    const decided = await receive(community, about);
    await decide(by, decided.id, { outcome: 'resolved-on-contact' });
    return { waiting, decided: { ...decided, version: 2 } };
  };
  return {
    ordinary: await receiveAll(program.communityId, 'somebody-else', stage.sessions.duty),
    'sealed past somebody': await receiveAll(
      program.communityId,
      'somebody-who-works-here',
      stage.sessions.coordinator,
    ),
    'of another community': await receiveAll(rows[0]!.id, 'somebody-else', table.people['other community']),
  };
}

async function setTheHandovers() {
  const send = async (about: 'somebody-else' | 'somebody-who-works-here', by: HeldSession, isAccepted: boolean) => {
    const { id } = await receive(program.communityId, about);
    await decide(by, id, { outcome: 'referred-elsewhere', recipient: 'The youth service' });
    const page = await must<{ handovers: { id: string }[] }>(by.call('GET', `/api/v1/reports/${id}`));
    const handover = page.handovers[0]!.id;
    if (isAccepted)
      await must(by.call('POST', `/api/v1/handovers/${handover}/acceptance`, { acceptedName: 'Somebody' }));
    const state = isAccepted ? ('accepted' as const) : ('open' as const);
    return { state, id: handover, report: id, sentBy: by.person.personId };
  };
  const sender = people.find(({ roles }) => roles.join() === 'custodian')!.session;
  return [
    { kind: 'from an ordinary report' as const, ...(await send('somebody-else', stage.sessions.duty, false)) },
    { kind: 'from an ordinary report' as const, ...(await send('somebody-else', stage.sessions.duty, true)) },
    { kind: 'from a sealed report' as const, ...(await send('somebody-who-works-here', sender, false)) },
    {
      kind: 'from a sealed report' as const,
      ...(await send('somebody-who-works-here', stage.sessions.coordinator, true)),
    },
  ];
}

/** An import begins in a transaction of its own, which no rehearsal takes back: only one of a kind runs at a time. */
const endImports = () =>
  program.databases.owner.query("update imports set state = 'failed', ended_at = begun_at where state = 'running'");

/** Sends what each cell says and gives the cells where the program says something else. */
async function differences(cells: readonly Cell[]): Promise<string[]> {
  const found: string[] = [];
  const ask = async (queue: Iterable<Cell>) => {
    for (const cell of queue) {
      if (beginsAnImport(cell)) await endImports();
      const status = await answerTo(program, cell);
      const said = letters[status] ?? String(status);
      asked += 1;
      if (said !== cell.says) found.push(`${cell.name}: expected ${cell.says}, the program says ${said}`);
    }
  };
  const atOnce = cells.filter((each) => !beginsAnImport(each)).values();
  await Promise.all(Array.from({ length: 4 }, () => ask(atOnce)));
  await ask(cells.filter(beginsAnImport));
  return found;
}

function cellsByRole(): Cell[] {
  const requests = validRequests(program, stage);
  return Object.entries(expected.byRole).flatMap(([door, allowed]) => {
    const request = { ...requests[door]!, method: methodOf(door) };
    const publicly = cell(`${door} by nobody`, allowed === 'everybody' ? 'y' : 's', null, request);
    const says = (roles: readonly string[]) => (typeof allowed === 'string' || holdsOneOf(roles, allowed) ? 'y' : '.');
    const asked = allowed === 'everybody' ? { ...request, path: inCommunity(program, request.path) } : request;
    const cells = people.map(({ roles, session }) =>
      cell(`${door} by ${roles.join(' and ')}`, says(roles), session, asked),
    );
    return isFull || allowed !== 'everybody' ? [publicly, ...cells] : [publicly];
  });
}

function cellsAboutPeople(): Cell[] {
  const requests = validRequests(program, stage);
  return Object.entries(expected.aboutPeople).flatMap(([door, bySubject]) =>
    people.flatMap(({ roles, session }) => {
      const ids = {
        oneself: session.person.personId,
        'a member': stage.spare.personId,
        'somebody suspended': stage.suspended.personId,
        'of another community': table.people['other community'].person.personId,
      };
      const may = holdsOneOf(roles, expected.mayChangePeople);
      return Object.entries(ids).map(([subject, id]) => {
        const path = door.split(' ')[1]!.replace('{id}', id);
        return cell(
          `${door} ${subject} by ${roles.join(' and ')}`,
          may ? bySubject[subject as keyof typeof bySubject] : '.',
          session,
          { ...requests[door]!, path, method: 'POST' },
        );
      });
    }),
  );
}

function cellsOfReports(): Cell[] {
  const requests = validRequests(program, stage);
  const kinds = Object.entries(expected.readersOfReports) as [keyof Reports, readonly string[]][];
  return Object.entries(expected.reportDoors).flatMap(([door, says]) =>
    kinds.flatMap(([kind, readers]) =>
      (['waiting', 'decided'] as const).flatMap((state) => {
        const report = reports[kind][state];
        const path = door.split(' ')[1]!.replace('{id}', report.id).replace('{attachmentId}', report.attachment);
        const { body } = requests[door]!;
        const request = {
          ...requests[door]!,
          path,
          method: methodOf(door),
          body: body && { ...body, ...('version' in (body as object) ? { version: report.version } : {}) },
        };
        const name = `${door}, ${kind}, ${state}`;
        const cells = people.map(({ roles, session }) =>
          cell(`${name}, by ${roles.join(' and ')}`, holdsOneOf(roles, readers) ? says[state] : '.', session, request),
        );
        return [cell(`${name}, by nobody`, 's', null, request), ...cells];
      }),
    ),
  );
}

function cellsOfHandovers(): Cell[] {
  return handovers.flatMap(({ kind, state, id, sentBy }) =>
    people.map(({ roles, session }) => {
      const isDesk = holdsOneOf(roles, expected.worksAsDesk);
      const may =
        (isDesk && holdsOneOf(roles, expected.readersOfHandovers[kind])) || session.person.personId === sentBy;
      const request = {
        as: null,
        method: 'POST',
        path: `/api/v1/handovers/${id}/acceptance`,
        body: { acceptedName: 'Somebody there' },
      };
      return cell(
        `handover ${kind}, ${state}, by ${roles.join(' and ')}`,
        may ? expected.handoverSays[state] : '.',
        session,
        request,
      );
    }),
  );
}

/** A course on record is its owner's alone, whatever anybody's roles. */
function cellsOfOwnTraining(): Cell[] {
  const request = { ...validRequests(program, stage)[expected.ownTraining]!, method: 'GET' };
  const others = people.map(({ roles, session }) =>
    cell(`certificate of another, by ${roles.join(' and ')}`, '.', session, request),
  );
  return [
    cell('certificate by nobody', 's', null, request),
    cell('certificate by its owner', 'y', stage.sessions.overseer, request),
    ...others,
  ];
}

describe('A-02 the rule table is the behaviour', () => {
  it('covers every door', () => {
    const covered = [
      ...Object.keys(expected.byRole),
      ...expected.askedElsewhere,
      ...expected.aboutTwoRecords,
      ...Object.keys(expected.aboutPeople),
      ...Object.keys(expected.reportDoors),
      ...Object.keys(expected.caseDoors),
      expected.ownTraining,
      'POST /api/v1/handovers/{id}/acceptance',
      'POST /api/v1/cases/{id}/actions/{actionId}/moves',
      'POST /api/v1/cases/{id}/actions/{actionId}/assignment',
      'POST /api/v1/offers/{id}/acceptance',
      'POST /api/v1/offers/{id}/decline',
    ];

    expect(program.routes.map(doorOf).filter((door) => !covered.includes(door))).toEqual([]);
    expect(expected.askedElsewhere.filter((door) => !(door in unanswerable))).toEqual([]);
  });

  it('gives each role the doors that ask for a role', { timeout: 7_200_000 }, async () => {
    expect(await differences([...cellsByRole(), ...cellsAboutPeople()])).toEqual([]);
  });

  it('gives each role the reports and handovers that are sealed to it', { timeout: 7_200_000 }, async () => {
    expect(await differences([...cellsOfReports(), ...cellsOfHandovers(), ...cellsOfOwnTraining()])).toEqual([]);
  });

  it.each(roleSetsInCases.map((roles) => ({ roles, as: roles.join(' and ') })))(
    'gives everybody of a case what their part allows, all being $as',
    { timeout: 7_200_000 },
    async ({ roles }) => {
      end();
      await giveRoles(program, table, roles);
      for (const by of Object.values(table.people)) await sayWhy(by, table.cases.open.reportId);
      begin();

      expect(await differences(cellsAroundCases({ program, stage, table }, roles))).toEqual([]);
    },
  );

  it('would notice one flipped cell', async () => {
    const cells = cellsOfReports();
    const flipped = cells.map((each, index) =>
      index === 1 ? { ...each, says: each.says === 'y' ? ('.' as const) : ('y' as const) } : each,
    );

    expect(await differences(flipped.slice(0, 2))).toHaveLength(1);
    console.log(`A-02: ${asked} cells asked`);
    expect(asked).toBeGreaterThan(isFull ? 20_000 : 1_000);
  });
});

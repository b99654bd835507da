import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyRoute } from '../../src/platform/http/route.ts';
import { eventsAfter, type LiveEvent } from '../../src/platform/live/feed.ts';
import { must } from '../program/must.ts';
import { type Answered, type Program, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { tend } from '../program/sides.ts';
import { days, decide, joinCommunity, reportConcern, type Stage, sayWhy, setTheStage } from '../program/stage.ts';
import { doorOf, type ValidRequest, validRequests } from '../program/valid-requests/index.ts';

let program: Program;
let stage: Stage;
/** Every role of the desk at once, on the team of the case, and then recused from it. */
let recused: HeldSession;
/** Another officer with the same roles, whom nothing ties to the case. */
let other: HeldSession;
let report: string;
let caseId: string;
/** While true every door's policy says yes. */
let isWallDown = false;

const withoutPolicy = (route: AnyRoute): AnyRoute => ({
  ...route,
  permission: {
    ...route.permission,
    check: async (tx, input, ground) => isWallDown || (await route.permission.check(tx, input, ground)),
  },
});

beforeAll(async () => {
  program = await startProgram({ routes: (routes) => routes.map(withoutPolicy) });
  stage = await setTheStage(program);
  const roles = ['duty-officer', 'coordinator', 'custodian'];
  recused = await sessionOf(program, await joinCommunity(program, 'Every Role', roles));
  other = await sessionOf(program, await joinCommunity(program, 'Same Roles', roles));
  await tend(program, program.actors.duty, program.actors.custodian);
  const told = await reportConcern(program, {
    what: 'He wrote down rooms, times and a zeppelin.',
    contact: 'Call me.',
  });
  report = told.id;
  const people = { leadId: program.actors.duty.personId, deputyId: recused.person.personId };
  caseId = (await decide(stage.sessions.duty, report, { outcome: 'opened-case', title: 'Zeppelin', ...people }))!;
  await must(
    stage.sessions.duty.call('POST', `/api/v1/cases/${caseId}/members`, {
      personId: program.actors.member.personId,
      part: 'member',
    }),
  );
}, 120_000);
afterAll(() => program.close());

const recuse = () =>
  must(
    stage.sessions.duty.call('POST', `/api/v1/cases/${caseId}/recusals`, {
      personId: recused.person.personId,
      reason: 'A brother.',
    }),
  );
const opens = async (by: HeldSession) => {
  await sayWhy(by, report);
  return (await by.call('GET', `/api/v1/reports/${report}`)).status;
};
const rowsOf = async (by: HeldSession, state: string) =>
  (await must<{ rows: { id: string }[] }>(by.call('GET', `/api/v1/triage?state=${state}&limit=100`))).rows.map(
    ({ id }) => id,
  );
const eventsOf = (by: HeldSession): Promise<LiveEvent[]> =>
  eventsAfter(program.ground, { slug: program.slug, actor: by.person }, -1);
const findsOf = async (by: HeldSession) => (await by.call('POST', '/api/v1/find', { words: 'zeppelin' })).text;
const similarOf = async (by: HeldSession) => (await by.call('GET', `/api/v1/reports/${stage.waiting.id}/similar`)).text;

/** Every door that stands on one report, with a request that would be valid for it. */
function doorsOn(id: string): (ValidRequest & { door: string; method: string })[] {
  return Object.entries(validRequests(program, stage))
    .filter(([door]) => door.includes('/reports/{id}'))
    .map(([door, request]) => ({
      ...request,
      door,
      method: door.split(' ')[0]!,
      path: request.path.replace(stage.waiting.id, id).replace(stage.decided.id, id),
    }));
}
const seen = ({ status, headers, text }: Answered) => JSON.stringify([status, [...headers], text]);

describe('A-02 whoever is recused from a case sees nothing of its reports', () => {
  it('lets every role of the desk open a report until they are recused from its case', async () => {
    expect([await opens(recused), await opens(other)]).toEqual([200, 200]);

    await recuse();

    expect([await opens(recused), await opens(other)]).toEqual([404, 200]);
  });

  it('answers every door on the report as on one that never was', async () => {
    const never = '019b0000-0000-7000-8000-000000000000';
    const apart: string[] = [];

    for (const { door, method, path, body } of doorsOn(report)) {
      const hidden = await program.request(method, path, { body, headers: recused.headers });
      const unknown = await program.request(method, path.replace(report, never), { body, headers: recused.headers });
      if (hidden.status !== 404 || seen(hidden) !== seen(unknown)) apart.push(door);
    }

    expect(doorsOn(report).length).toBeGreaterThanOrEqual(
      program.routes.filter((route) => doorOf(route).includes('/reports/{id}')).length,
    );
    expect(apart).toEqual([]);
  });

  it('shows no row of it, decided or waiting again, and counts it for others only', async () => {
    expect(
      [await rowsOf(recused, 'decided'), await rowsOf(other, 'decided')].map((rows) => rows.includes(report)),
    ).toEqual([false, true]);
    const { version } = await must<{ version: number }>(other.call('GET', `/api/v1/reports/${report}`));
    await must(other.call('POST', `/api/v1/reports/${report}/reopening`, { version, reason: 'She wrote again.' }));

    const [mine, theirs] = [await rowsOf(recused, 'waiting'), await rowsOf(other, 'waiting')];

    expect(theirs).toContain(report);
    expect(mine).toEqual(theirs.filter((id) => id !== report));
  });

  it('names it in no event, no search and no likeness', async () => {
    const to = { act: 'link', to: report };
    for (const by of [recused, other]) await sayWhy(by, stage.waiting.id);
    await must(other.call('POST', `/api/v1/reports/${stage.waiting.id}/links`, to));
    await program.sequence();
    const named = async (by: HeldSession) => {
      const events = (await eventsOf(by)).filter(({ recordId }) => recordId === report || recordId === caseId);
      return [events.length > 0, (await findsOf(by)).includes(report), (await similarOf(by)).includes(report)];
    };

    expect(await named(other)).toEqual([true, true, true]);
    expect(await named(recused)).toEqual([false, false, false]);
  });

  it('never makes them responsible, though the shift is theirs', async () => {
    const shift = { startsAt: days(program, 0), endsAt: days(program, 1), officerId: recused.person.personId };
    const secondId = program.actors.second.personId;
    await must(stage.sessions.coordinator.call('POST', '/api/v1/rota/shifts', { ...shift, secondId }));
    program.clock.advance(60_000);
    const { version, ...page } = await must<{ version: number; state: string }>(
      other.call('GET', `/api/v1/reports/${report}`),
    );
    expect(page.state).toBe('waiting');
    await must(
      other.call('POST', `/api/v1/reports/${report}/decisions`, {
        version,
        outcome: 'unsubstantiated',
        reason: 'Settled.',
      }),
    );
    await must(
      other.call('POST', `/api/v1/reports/${report}/reopening`, { version: version + 1, reason: 'Once more.' }),
    );

    const { responsible, ladder } = await must<{ responsible: { id: string }; ladder: object }>(
      other.call('GET', `/api/v1/reports/${report}`),
    );

    expect(responsible.id).toBe(secondId);
    expect(JSON.stringify(ladder)).not.toContain(`"to":"second","person":{"id":"${recused.person.personId}`);
    expect((await recused.call('GET', '/api/v1/my-day')).text).not.toContain(report);
  });

  it('keeps them out of a report that comes to the case later, and of what was asked about its reporter', async () => {
    const { id } = await reportConcern(program, { contact: 'Call me too.' });
    await sayWhy(recused, id);
    await must(recused.call('GET', `/api/v1/reports/${id}`));
    await sayWhy(stage.sessions.duty, id);
    const version = (await must<{ version: number }>(stage.sessions.duty.call('GET', `/api/v1/reports/${id}`))).version;
    await must(
      stage.sessions.duty.call('POST', `/api/v1/reports/${id}/decisions`, {
        version,
        outcome: 'linked-to-case',
        reason: 'The same.',
        caseId,
      }),
    );

    expect((await recused.call('GET', `/api/v1/reports/${id}`)).status).toBe(404);
    expect((await recused.call('GET', `/api/v1/reports/${id}/identity`)).status).toBe(404);
  });

  it('holds at the keys too, with every policy saying yes', async () => {
    isWallDown = true;

    const answers = await Promise.all([opens(recused), opens(other)]);
    const attachment = await recused.call('GET', `/api/v1/reports/${report}/attachments/${report}`);

    isWallDown = false;
    expect([...answers, attachment.status]).toEqual([404, 200, 404]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsAfter } from '../../src/platform/live/feed.ts';
import { must } from '../program/must.ts';
import { type CastKey, type Program, startProgram } from '../program/program.ts';
import { rehearsal, rehearsed } from '../program/rehearsing.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { joinCommunity, type Stage, setTheStage } from '../program/stage.ts';
import { type ValidRequest, validRequests } from '../program/valid-requests/index.ts';

const play = rehearsal();
let program: Program;
let stage: Stage;

beforeAll(async () => {
  program = await startProgram({ routes: play.routes });
  stage = await setTheStage(program);
});
afterAll(() => program.close());

const coordinator = (path: string, body: object) => must(stage.sessions.coordinator.call('POST', path, body));
const suspend = (id: string) => coordinator(`/api/v1/people/${id}/suspension`, { reason: 'For the test.' });
const giveRoles = (id: string, roles: string[]) =>
  coordinator(`/api/v1/people/${id}/roles`, { roles, discipline: 'school' });

/** Every door that this person's own session has a valid request for. */
const doorsOf = (key: CastKey) => Object.entries(validRequests(program, stage)).filter(([, { as }]) => as === key);

/** Asks without keeping what was done, so that each door can be asked of the same records before and after. */
async function statuses(doors: [string, ValidRequest][], by: HeldSession): Promise<Record<string, number>> {
  play.begin();
  const answered: Record<string, number> = {};
  for (const [door, { path, body }] of doors) answered[door] = (await by.call(door.split(' ')[0]!, path, body)).status;
  play.end();
  return answered;
}

const doorsWith = (status: number, answered: Record<string, number>) =>
  Object.keys(answered).filter((door) => answered[door] === status);

/** What the live feed would tell this person from the beginning. */
const told = (session: HeldSession) => eventsAfter(program.ground, { slug: program.slug, actor: session.person }, -1);

describe('A-06 removing access is felt at once', () => {
  it('closes every door of a case to somebody who was taken off it, in the session they hold', async () => {
    const person = await joinCommunity(program, 'Of The Team', ['team-member']);
    const session = await sessionOf(program, person);
    const id = stage.openCase.id;
    const membership = { personId: person.personId, part: 'member' };
    await must(stage.sessions.duty.call('POST', `/api/v1/cases/${id}/members`, membership));
    await program.sequence();
    const namedBefore = (await told(session)).some(({ recordId }) => recordId === id);
    const onTheCase = Object.entries(validRequests(program, stage)).filter(([, { path }]) => path.includes(id));
    const before = doorsWith(rehearsed, await statuses(onTheCase, session));

    await must(stage.sessions.duty.call('DELETE', `/api/v1/cases/${id}/members/${person.personId}`));
    const after = await statuses(onTheCase, session);

    expect(before.length).toBeGreaterThan(2);
    expect(before.filter((door) => after[door] !== 404)).toEqual([]);
    expect(namedBefore).toBe(true);
    expect((await told(session)).map(({ recordId }) => recordId)).not.toContain(id);
  });

  it('closes what a consultant was given once it is taken back, and tells them nothing more of it', async () => {
    const { custodian, duty } = stage.sessions;
    const { id } = stage.extract;
    const given = doorsOf('custodian').filter(([door]) => door.includes('/extracts/{id}'));
    const before = doorsWith(rehearsed, await statuses(given, custodian));
    await must(custodian.call('GET', `/api/v1/extracts/${id}`));
    await program.sequence();
    const namedBefore = (await told(custodian)).some(({ recordId }) => recordId === id);

    await must(duty.call('POST', `/api/v1/cases/${stage.openCase.id}/extracts/${id}/end`));
    const after = await statuses(given, custodian);

    expect([before.length, namedBefore]).toEqual([2, true]);
    expect(doorsWith(404, after)).toEqual(before);
    expect((await told(custodian)).map(({ recordId }) => recordId)).not.toContain(id);
  });

  it('closes the doors of a role to somebody who lost it', async () => {
    const person = await joinCommunity(program, 'Once Overseer', ['overseer']);
    const session = await sessionOf(program, person);
    const doors = doorsOf('overseer').filter(([door]) => door.includes('oversight'));
    const before = doorsWith(rehearsed, await statuses(doors, session));

    await giveRoles(person.personId, ['consultant']);
    const after = await statuses(doors, session);

    expect(before).toEqual(doors.map(([door]) => door));
    expect(before.filter((door) => ![401, 404].includes(after[door]!))).toEqual([]);
  });

  it('closes every door to somebody who was suspended, in the session they hold', async () => {
    const doors = doorsOf('duty');
    const open = doorsWith(rehearsed, await statuses(doors, stage.sessions.duty));

    await suspend(program.actors.duty.personId);
    const after = await statuses(doors, stage.sessions.duty);

    expect(open.length).toBeGreaterThan(20);
    expect(open.filter((door) => after[door] !== 401)).toEqual([]);
  });
});

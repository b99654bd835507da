import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../tests/program/must.ts';
import { foundTestCommunity, type Program, startProgram } from '../../../tests/program/program.ts';
import { type HeldSession, sessionOf } from '../../../tests/program/sessions.ts';
import type { PersonActor } from '../../platform/actor.ts';

type Row = { id: string; state: string; mayAnswer: string[] };
const there = (path: string) => `/api/v1/communities/far-town${path}`;
const here = (path: string) => `/api/v1/communities/test-town${path}`;
const week = 7 * 86_400_000;

let program: Program;
let lender: HeldSession;
let officer: HeldSession;
let borrower: HeldSession;
let duty: HeldSession;
let report: string;
let farCoordinator: PersonActor;
beforeAll(async () => {
  program = await startProgram();
  farCoordinator = (await foundTestCommunity(program.ground, 'far-town')).actors.coordinator;
  const body = { dangerNow: false, what: 'By the far mill.', language: 'en' };
  await must(program.request('POST', there('/reports'), { body }));
  await signInAll();
  const { rows } = await must<{ rows: { id: string }[] }>(borrower.call('GET', there('/triage')));
  report = rows[0]!.id;
});
afterAll(() => program.close());

async function signInAll(): Promise<void> {
  const { coordinator, second, duty: onDuty } = program.actors;
  lender = await sessionOf(program, coordinator);
  officer = await sessionOf(program, second);
  duty = await sessionOf(program, onDuty);
  borrower = await sessionOf(program, farCoordinator);
}

const offer = (more: object = {}) =>
  lender.call('POST', here('/lendings'), {
    personId: program.actors.second.personId,
    community: 'far-town',
    roles: ['duty-officer'],
    endsAt: new Date(program.clock.now().getTime() + week).toISOString(),
    ...more,
  });
const answer = (by: HeldSession, at: typeof here, id: string, said: string) =>
  by.call('POST', at(`/lendings/${id}/answers`), { answer: said });
const statusOf = async (asked: Promise<{ status: number }>) => (await asked).status;

async function lend(): Promise<string> {
  const { id } = await must<{ id: string }>(offer());
  await must(answer(officer, here, id, 'accept'));
  await must(answer(borrower, there, id, 'accept'));
  return id;
}

async function readThere(by = officer): Promise<number> {
  await by.call('POST', there(`/reports/${report}/reading-reasons`), { words: 'For the night desk.' });
  return await statusOf(by.call('GET', there(`/reports/${report}`)));
}

const owned = async (text: string) => (await program.databases.owner.query(text)).rows;
const heldThere = async () =>
  Number(
    (
      await owned(`select count(*) from key_group_members k join communities c on c.id = k.community_id
        where c.slug = 'far-town' and k.person_id = '${program.actors.second.personId}'`)
    )[0].count,
  );
const logOf = async (id: string) =>
  (
    await owned(`select c.slug, a.act from audit_entries a join communities c on c.id = a.community_id
      where a.record_id = '${id}' order by c.slug, a.act`)
  ).map(({ slug, act }) => `${slug} ${act}`);

describe('lending', () => {
  it('lets an officer work elsewhere only once the officer and the borrowing coordinator have agreed', async () => {
    const { id } = await must<{ id: string }>(offer());
    const seenBefore = await must<{ lendings: Row[] }>(borrower.call('GET', there('/lendings')));
    const tooEarly = await statusOf(answer(borrower, there, id, 'accept'));
    const notTheirs = await statusOf(answer(lender, here, id, 'accept'));

    await must(answer(officer, here, id, 'accept'));
    const notYet = await statusOf(officer.call('GET', there('/triage')));
    const arrived = await must<{ lendings: Row[] }>(borrower.call('GET', there('/lendings')));
    await must(answer(borrower, there, id, 'accept'));

    expect({ seenBefore, tooEarly, notTheirs, notYet }).toEqual({
      seenBefore: { lendings: [] },
      tooEarly: 404,
      notTheirs: 404,
      notYet: 404,
    });
    expect(arrived.lendings).toMatchObject([
      { id, side: 'borrowed', state: 'agreed', mayAnswer: ['accept', 'decline'], community: 'Test Town' },
    ]);
    expect(await readThere()).toBe(200);
    expect(await logOf(id)).toEqual([
      'far-town lending-begun',
      'far-town lending-offered',
      'test-town lending-agreed',
      'test-town lending-begun',
      'test-town lending-offered',
    ]);
    await must(answer(lender, here, id, 'end'));
  });

  it('takes keys and access back in the act by which the lender ends it, and says so in both logs', async () => {
    const id = await lend();
    const heldBefore = await heldThere();

    await must(answer(lender, here, id, 'end'));

    expect([heldBefore, await heldThere(), await readThere()]).toEqual([1, 0, 404]);
    const stale = await owned(`select g.stale from key_groups g join communities c on c.id = g.community_id
      where c.slug = 'far-town' and g.name = 'duty' order by g.version desc limit 1`);
    expect(stale).toEqual([{ stale: true }]);
    expect((await logOf(id)).filter((act) => act.endsWith('lending-ended'))).toEqual([
      'far-town lending-ended',
      'test-town lending-ended',
    ]);
    expect(await statusOf(officer.call('GET', here('/triage')))).toBe(200);
  });

  it('ends at the agreed moment for the next request, and at the next sweep takes the keys', async () => {
    await lend();
    program.clock.advance(week);
    await signInAll();

    const atOnce = await readThere();
    await program.sweep();

    expect([atOnce, await heldThere()]).toEqual([404, 0]);
    const { lendings } = await must<{ lendings: Row[] }>(lender.call('GET', here('/lendings')));
    expect(lendings.every(({ state }) => state === 'ended')).toBe(true);
  });

  it('gives a new key to the group whose key the officer had, as soon as a holder comes by', async () => {
    await must(borrower.call('GET', there('/people')));

    const groups = await owned(`select g.stale from key_groups g join communities c on c.id = g.community_id
      where c.slug = 'far-town' and g.name = 'duty' order by g.version desc limit 1`);

    expect(groups).toEqual([{ stale: false }]);
    expect(await readThere(borrower)).toBe(200);
  });

  it('ends with a suspension at home', async () => {
    await lend();

    const by = { reason: 'For the test.' };
    await must(lender.call('POST', here(`/people/${program.actors.second.personId}/suspension`), by));

    expect(await heldThere()).toBe(0);
    const open = await owned(`select side from lendings where ended_at is null`);
    expect(open).toEqual([]);
    await must(lender.call('POST', here(`/people/${program.actors.second.personId}/reinstatement`), by));
    await signInAll();
  });

  it('refuses what was not agreed: an office, a second lending, a past end, an unknown community, a stranger', async () => {
    const { id } = await must<{ id: string }>(offer());

    const refused = {
      office: await statusOf(offer({ roles: ['coordinator'] })),
      bothSides: await statusOf(offer({ roles: ['custodian', 'overseer'] })),
      twice: await statusOf(offer()),
      past: await statusOf(offer({ endsAt: program.clock.now().toISOString() })),
      unknown: await statusOf(offer({ community: 'no-town' })),
      stranger: await statusOf(offer({ personId: borrower.person.personId })),
      byOthers: await statusOf(answer(duty, here, id, 'accept')),
    };

    expect(refused).toEqual({
      office: 400,
      bothSides: 409,
      twice: 400,
      past: 400,
      unknown: 400,
      stranger: 400,
      byOthers: 404,
    });
    await must(answer(officer, here, id, 'decline'));
    expect(await statusOf(answer(officer, here, id, 'accept'))).toBe(409);
  });

  it('is held by the database itself: no running without both agreements, no way back, no office while lent', async () => {
    const change = (text: string) => program.databases.owner.query(text).catch(({ constraint }) => constraint);
    await lend();

    const tried = [
      await change("update lendings set state = 'agreed' where state = 'running'"),
      await change("update lendings set state = 'running', ended_at = null where state = 'declined'"),
      await change("update lendings set accepted_by = null where state = 'running'"),
      await change("update memberships set roles = array['coordinator'] where lent_until is not null"),
    ];

    expect(tried).toEqual([
      'a_lending_goes_forward',
      'a_lending_goes_forward',
      'accepted_by_the_borrower',
      'whoever_is_lent_holds_no_office',
    ]);
  });
});

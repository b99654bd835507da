import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gapsBetween } from '../../src/community/queries/rota.ts';
import { must } from '../program/must.ts';
import { type CastKey, type Program, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { days, joinCommunity } from '../program/stage.ts';

let program: Program;
let sessions: Record<'coordinator' | 'duty' | 'second' | 'member', HeldSession>;
beforeAll(async () => {
  program = await startProgram();
  const held = async (key: CastKey) => sessionOf(program, program.actors[key]);
  sessions = {
    coordinator: await held('coordinator'),
    duty: await held('duty'),
    second: await held('second'),
    member: await held('member'),
  };
});
afterAll(() => program.close());

type Rota = {
  shifts: { id: string; officer: { id: string }; second: { id: string } }[];
  gaps: { startsAt: string; endsAt: string; away: string | null }[];
  pageTest: { isComplete: boolean; mine: string | null };
};

const readRota = (from: number, to: number, by = sessions.duty) =>
  must<Rota>(by.call('GET', `/api/v1/rota?from=${days(program, from)}&to=${days(program, to)}`));

const planShift = async (from: number, officer: CastKey = 'duty', second: CastKey = 'second') =>
  await sessions.coordinator.call('POST', '/api/v1/rota/shifts', {
    startsAt: days(program, from),
    endsAt: days(program, from + 1),
    officerId: program.actors[officer].personId,
    secondId: program.actors[second].personId,
  });
const idOf = (answer: { body: unknown }) => (answer.body as { id: string }).id;

describe('leave', () => {
  it('keeps whoever is away off the rota, and names the gap in a shift that was planned before', async () => {
    const away = { personId: program.actors.duty.personId, startsAt: days(program, 20), endsAt: days(program, 22) };
    await planShift(20);

    await must(sessions.duty.call('POST', '/api/v1/rota/leaves', away));
    const refused = await planShift(21);
    const { gaps } = await readRota(20, 21);

    expect(refused.body).toMatchObject({ kind: 'invalid', fields: { officerId: 'on-leave' } });
    expect(gaps).toEqual([{ startsAt: days(program, 20), endsAt: days(program, 21), away: 'Dina Utyman' }]);
  });

  it('is refused by the database too', async () => {
    const { owner } = program.databases;
    const insert = `insert into duty_shifts select community_id, gen_random_uuid(), $1, $2, officer_id, second_id from duty_shifts limit 1`;

    await expect(owner.query(insert, [days(program, 21), days(program, 21.5)])).rejects.toMatchObject({
      constraint: 'officer_is_not_on_leave',
    });
  });

  it('is entered for others by a coordinator alone', async () => {
    const away = { personId: program.actors.duty.personId, startsAt: days(program, 60), endsAt: days(program, 61) };

    const byMember = await sessions.member.call('POST', '/api/v1/rota/leaves', away);
    const byCoordinator = await sessions.coordinator.call('POST', '/api/v1/rota/leaves', away);

    expect([byMember.status, byCoordinator.status]).toEqual([404, 201]);
  });
});

describe('swaps', () => {
  it('leave the shift with its officer until exactly one of many has accepted', async () => {
    const others = await Promise.all(
      ['One', 'Two', 'Three', 'Four'].map(async (name) =>
        sessionOf(program, await joinCommunity(program, name, ['duty-officer'])),
      ),
    );
    const shift = idOf(await planShift(30));
    const seen: string[] = [];
    const officer = async () => (await readRota(30, 31)).shifts[0]!.officer.id;

    const swap = idOf(await sessions.duty.call('POST', `/api/v1/rota/shifts/${shift}/swaps`, {}));
    seen.push(await officer());
    const answers = await Promise.all(
      others.map((each) => each.call('POST', `/api/v1/rota/swaps/${swap}/answers`, { answer: 'accept' })),
    );
    seen.push(await officer());

    const winner = others[answers.findIndex(({ status }) => status === 200)]!.person.personId;
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect(seen).toEqual([program.actors.duty.personId, winner]);
  });

  it('cannot be accepted by the second of the same shift, nor by whoever is away', async () => {
    const shift = idOf(await planShift(33));
    const open = idOf(await sessions.duty.call('POST', `/api/v1/rota/shifts/${shift}/swaps`, {}));
    const accept = { answer: 'accept' };

    const bySecond = await sessions.second.call('POST', `/api/v1/rota/swaps/${open}/answers`, accept);
    const away = {
      personId: program.actors.coordinator.personId,
      startsAt: days(program, 33),
      endsAt: days(program, 34),
    };
    await must(sessions.coordinator.call('POST', '/api/v1/rota/leaves', away));
    const byAway = await sessions.coordinator.call('POST', `/api/v1/rota/swaps/${open}/answers`, accept);

    expect(bySecond.body).toMatchObject({ because: 'same-person-twice' });
    expect(byAway.body).toMatchObject({ fields: { officerId: 'on-leave' } });
    expect((await readRota(33, 34)).shifts[0]!.officer.id).toBe(program.actors.duty.personId);
  });

  it('move no hours: the serving role may change who, never when', async () => {
    const change = program.databases.app.query(`update duty_shifts set ends_at = ends_at - interval '1 hour'`);

    await expect(change).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the test page', () => {
  it('is acknowledged by everybody on the rota before the public is promised five minutes, and runs out', async () => {
    const promised = async () =>
      ((await program.request('GET', '/api/v1/community')).body as { promisedMinutes: number | null }).promisedMinutes;
    const acknowledge = async (by: HeldSession) => {
      const { pageTest } = await readRota(0, 1, by);
      await must(by.call('POST', `/api/v1/rota/test-pages/${pageTest.mine}/acknowledgement`));
    };

    await must(sessions.coordinator.call('POST', '/api/v1/rota/test-pages'));
    const steps = [await promised()];
    await acknowledge(sessions.duty);
    steps.push(await promised());
    await acknowledge(sessions.second);
    steps.push(await promised());
    program.clock.advance(12 * 86_400_000);
    steps.push(await promised());
    await program.databases.owner.query('update communities set test_page_days = 11');
    steps.push(await promised());

    expect(steps).toEqual([null, null, 5, 5, null]);
  });
});

describe('gaps', () => {
  it('are what no present officer covers, joined where they touch', () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
    const shift = (from: number, to: number, officerId: string) => ({ startsAt: at(from), endsAt: at(to), officerId });
    const leaves = [{ personId: 'a', startsAt: at(2), endsAt: at(4) }];

    const gaps = gapsBetween([shift(0, 6, 'a'), shift(3, 5, 'b'), shift(8, 9, 'b')], leaves, {
      startsAt: at(0),
      endsAt: at(10),
    });

    const hours = gaps.map(({ startsAt, endsAt, away }) => [
      new Date(startsAt).getUTCHours(),
      new Date(endsAt).getUTCHours(),
      away,
    ]);
    expect(hours).toEqual([
      [2, 3, 'a'],
      [6, 8, null],
      [9, 10, null],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { myDayOf } from '../queries/my-day.ts';
import { calendarAt, makeFeed } from '../reviews/calendar.ts';
import { teamWeekOf } from '../reviews/team-week.ts';
import { onCases } from '../testing/on-cases.ts';
import { beginMeeting, callMeeting, callOffMeeting } from './hold-meeting.ts';

let program: Program;
const { as, inDays } = onCases((started) => {
  program = started;
});
const called = (days: number) =>
  as(program.actors.duty, (tx) =>
    callMeeting(tx, program.ground, { heldAt: inDays(days), personIds: [program.actors.second.personId] }),
  );
const inMyDay = async (who: PersonActor) => (await as(who, (tx) => myDayOf(tx, program.ground))).meetings;
const inWeek = async (who: PersonActor) => (await as(who, (tx) => teamWeekOf(tx, program.ground))).meetings;
const inCalendar = async (who: PersonActor) => {
  const { address } = await as(who, (tx) => makeFeed(tx, program.ground));
  return await as(who, (tx) => calendarAt(tx, program.ground, address!.split('/').at(-1)!));
};
const idsOf = (meetings: readonly { id: string }[]) => meetings.map(({ id }) => id);

describe('a meeting ahead', () => {
  it('stands in the day and the week of whoever is asked, in the coordinator’s week, and with nobody else', async () => {
    const { second, member, coordinator } = program.actors;

    const near = await called(2);
    const far = await called(9);

    expect(idsOf(await inMyDay(second))).toEqual([near]);
    expect(idsOf(await inWeek(second))).toEqual([near]);
    expect(await inMyDay(coordinator)).toEqual([]);
    expect(idsOf(await inWeek(coordinator))).toEqual([near]);
    expect([await inMyDay(member), await inWeek(member)]).toEqual([[], []]);
    expect(await inCalendar(second)).toContain(`UID:${far}@forestall`);
  });

  it('is in the calendar as a word and a time, and no number', async () => {
    const id = await called(3);

    const [text, none] = [await inCalendar(program.actors.second), await inCalendar(program.actors.member)];

    const event = text.split('BEGIN:VEVENT').find((each) => each.includes(id));
    expect(event).toContain('SUMMARY:Meeting\r\n');
    expect(event).toContain(`DTSTART:${inDays(3).replaceAll(/[-:]/g, '').slice(0, 15)}Z`);
    expect(none).not.toContain('SUMMARY:Meeting');
  });

  it('stays while it runs and goes when it is called off', async () => {
    const { duty, second } = program.actors;
    const [running, off] = [await called(1), await called(1)];

    const presentIds = [duty.personId, second.personId];
    await as(duty, (tx) => beginMeeting(tx, program.ground, running, { version: 1, presentIds }));
    await as(duty, (tx) => callOffMeeting(tx, program.ground, off, { version: 1 }));

    const shown = await inMyDay(second);
    expect(shown.find(({ id }) => id === running)?.state).toBe('running');
    expect(idsOf(shown)).not.toContain(off);
    expect(await inCalendar(second)).not.toContain(off);
  });
});

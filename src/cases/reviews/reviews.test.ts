import { describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { addAction } from '../commands/add-action.ts';
import { climbOverdueFollowUp } from '../commands/follow-up.ts';
import { onCases } from '../testing/on-cases.ts';
import { makeFeed, revokeFeed } from './calendar.ts';
import { icalendar } from './icalendar.ts';
import { reviewCase } from './review-case.ts';
import { teamWeekOf } from './team-week.ts';

let program: Program;
let duty: PersonActor;
let second: PersonActor;
const cases = onCases((started) => {
  program = started;
  ({ duty, second } = started.actors);
});
const { as, inDays, page } = cases;
const opened = () => cases.opened('A title of content');
const review = async (id: string, nextReviewAt: string | null) => {
  const { version } = await page(id);
  await as(duty, (tx) => reviewCase(tx, program.ground, id, { version, words: 'Nothing new.', nextReviewAt }));
};
const mails = async (template: string) =>
  (await program.databases.owner.query('select person_id from mail_messages where template = $1', [template])).rows.map(
    (row) => row.person_id as string,
  );

describe('a review', () => {
  it('is kept with what it found, and sets the next no later than the standard of the level', async () => {
    const id = await opened();

    await review(id, null);

    const { reviews, nextReviewAt } = await page(id);
    expect(reviews).toMatchObject([{ words: 'Nothing new.', reviewedBy: { id: duty.personId } }]);
    expect(nextReviewAt).toBe(inDays(14));
    await expect(review(id, inDays(15))).rejects.toMatchObject({
      refusal: { fields: { nextReviewAt: 'later-than-standard' } },
    });
    await expect(review(id, inDays(-1))).rejects.toMatchObject({
      refusal: { fields: { nextReviewAt: 'in-the-past' } },
    });
  });

  it('that is missed climbs to the coordinator, and a day later tells the overseer', async () => {
    await opened();
    const sweep = () =>
      program.as({ kind: 'system', communityId: program.communityId, job: 'climb-follow-up' }, (tx) =>
        climbOverdueFollowUp(tx, program.ground),
      );

    program.clock.advance(15 * 86_400_000);
    while ((await sweep()) > 0);

    expect(await mails('review-overdue')).toContain(program.actors.coordinator.personId);
    expect(await mails('review-climbed')).toContain(program.actors.overseer.personId);
  });
});

describe('the week of a team', () => {
  it('shows what is due to whom, overdue first, and nothing of cases that one may not see', async () => {
    const id = await opened();
    await as(duty, (tx) =>
      addAction(tx, program.ground, id, {
        category: 'subject',
        words: 'Talk.',
        assigneeId: second.personId,
        dueAt: inDays(3),
      }),
    );

    const week = await as(duty, (tx) => teamWeekOf(tx, program.ground));
    const none = await as(program.actors.member, (tx) => teamWeekOf(tx, program.ground));

    const mine = week.due.filter(({ caseId }) => caseId === id).map(({ what, person }) => [what, person.id]);
    expect(mine).toEqual([
      ['review', duty.personId],
      ['stage', duty.personId],
      ['action', second.personId],
    ]);
    expect(week.due.map(({ at }) => at)).toEqual(week.due.map(({ at }) => at).toSorted());
    expect(none.due).toEqual([]);
  });
});

describe('the calendar', () => {
  it('holds dates and numbers and no content, and ends when its address is revoked', async () => {
    await opened();
    const { address } = await as(duty, (tx) => makeFeed(tx, program.ground));
    const path = new URL(address!).pathname;

    const shown = await program.request('GET', path);
    await as(duty, (tx) => revokeFeed(tx, program.ground));
    const ended = await program.request('GET', path);

    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toContain('text/calendar');
    expect(shown.text).toMatch(/SUMMARY:Review of case [0-9A-Z]{3}-[0-9A-Z]{3}/);
    expect(shown.text).not.toContain('content');
    expect(ended.status).toBe(404);
  });

  it('ends the old address when a new one is made, and keeps no address readable', async () => {
    const first = await as(duty, (tx) => makeFeed(tx, program.ground));
    await as(duty, (tx) => makeFeed(tx, program.ground));

    expect((await program.request('GET', new URL(first.address!).pathname)).status).toBe(404);
    const { rows } = await program.databases.owner.query('select calendar_feeds::text as row from calendar_feeds');
    expect(rows.some(({ row }) => row.includes(first.address!.split('/').at(-1)))).toBe(false);
  });

  it('folds long lines and escapes what has a meaning', () => {
    const text = icalendar(
      [{ id: 'a', at: new Date('2026-11-23T10:00:00Z'), title: `One; two, ${'é'.repeat(60)}` }],
      new Date('2026-11-23T09:00:00Z'),
    );

    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll('\r\n ', '')).toContain('SUMMARY:One\\; two\\,');
    expect(text).toContain('DTSTART:20261123T100000Z');
  });
});

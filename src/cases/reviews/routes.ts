import { z } from 'zod';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { change, insideCommand, person } from '../change-of-case.ts';
import { may } from '../policy.ts';
import { validateCaseInput } from '../validity/contract.ts';
import { validateCase } from '../validity/validate-case.ts';
import { calendarAt, feedOf, makeFeed, revokeFeed } from './calendar.ts';
import { calendarFeed, reviewCaseInput, teamWeek } from './contract.ts';
import { reviewCase } from './review-case.ts';
import { teamWeekOf } from './team-week.ts';

const none = { path: null, query: null, body: null } as const;

/** The doors of reviews and validations, of the team's week and of the calendar. */
export const reviewRoutes: AnyRoute[] = [
  change(
    'validations',
    'direct-case',
    'Say that the case is still needed, with a reason',
    validateCaseInput,
    validateCase,
  ),
  change('reviews', 'direct-case', 'Record a look at the case and set the next', reviewCaseInput, reviewCase),
  route({
    method: 'GET',
    path: '/api/v1/team-week',
    summary: 'What is due within a week in the cases that one may see; no content',
    permission: may('see-own-cases'),
    audit: { none: 'numbers, names and times of one’s own cases' },
    input: none,
    answer: teamWeek,
    handle: (tx, _, ground) => teamWeekOf(person(tx), ground),
  }),
  route({
    method: 'GET',
    path: '/api/v1/calendar',
    summary: 'Whether a calendar may read one’s dates',
    permission: may('see-my-day'),
    audit: { none: 'about oneself' },
    input: none,
    answer: calendarFeed,
    handle: (tx) => feedOf(person(tx)),
  }),
  route({
    method: 'POST',
    path: '/api/v1/calendar',
    summary: 'A new address for one’s own dates; the one before ends',
    permission: may('see-my-day'),
    audit: insideCommand,
    input: none,
    answer: calendarFeed,
    handle: (tx, _, ground) => makeFeed(person(tx), ground),
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/calendar',
    summary: 'End the address',
    permission: may('see-my-day'),
    audit: insideCommand,
    input: none,
    answer: 'nothing',
    handle: (tx, _, ground) => revokeFeed(person(tx), ground),
  }),
  route({
    method: 'GET',
    path: '/api/v1/calendars/{secret}',
    summary: 'The dates behind an address, as iCalendar; no content',
    permission: { name: 'read-calendar', open: true, check: async () => true },
    audit: { none: 'numbers and times, for whoever holds the address' },
    input: { path: z.strictObject({ secret: z.string().max(100) }), query: null, body: null },
    answer: 'bytes',
    async handle(tx, input, ground) {
      const text = await calendarAt(tx, ground, input.path.secret);
      return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
    },
  }),
];

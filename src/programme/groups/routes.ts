import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { may } from '../policy.ts';
import { countedYearQuery, countYearInput, groupFigures } from './contract.ts';
import { countYear } from './count-year.ts';
import { groupFiguresOf, groupFile } from './group-figures.ts';

/** The doors of what is counted by group. */
export const groupRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/programme/groups',
    summary: 'Counts of ended years by group, small ones held back; no content, and no case',
    permission: may('see-programme'),
    audit: { act: 'group-figures-seen', recordKind: 'community', recordId: () => null },
    input: { path: null, query: null, body: null },
    answer: groupFigures,
    handle: (tx, _, ground) => groupFiguresOf(tx, ground),
  }),
  route({
    method: 'POST',
    path: '/api/v1/programme/groups',
    summary: 'Count an ended year by group, once and for good',
    permission: may('count-groups'),
    audit: { inside: 'the command writes its act with what was changed' },
    input: { path: null, query: null, body: countYearInput },
    answer: groupFigures,
    async handle(tx, { body }, ground) {
      await countYear(tx as Tx<PersonActor>, ground, body.year);
      return await groupFiguresOf(tx, ground);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/programme/groups/file',
    summary: 'One counted year as comma-separated values, marked where a number is held back',
    permission: may('see-programme'),
    audit: {
      act: 'group-figures-taken-out',
      recordKind: 'community',
      recordId: () => null,
      facts: ({ query }) => ({ year: query.year }),
    },
    input: { path: null, query: countedYearQuery, body: null },
    answer: 'bytes',
    async handle(tx, { query: { year } }) {
      return new Response(await groupFile(tx, year), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="groups-${year}.csv"`,
        },
      });
    },
  }),
];

import { type AnyRoute, route } from '../platform/http/route.ts';
import { programme, programmePeriod } from './contract.ts';
import { groupRoutes } from './groups/routes.ts';
import { may } from './policy.ts';
import { programmeFile } from './present.ts';
import { programmeOf } from './queries/programme.ts';

/** The doors of the programme's figures. */
export const programmeRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/programme',
    summary: 'Counts and times of a period: reports, cases, follow-up, load; no content',
    permission: may('see-programme'),
    audit: { act: 'programme-seen', recordKind: 'community', recordId: () => null },
    input: { path: null, query: programmePeriod, body: null },
    answer: programme,
    handle: (tx, { query }, ground) => programmeOf(tx, ground, query),
  }),
  route({
    method: 'GET',
    path: '/api/v1/programme/file',
    summary: 'The same aggregates as comma-separated values; no names',
    permission: may('see-programme'),
    audit: { act: 'programme-taken-out', recordKind: 'community', recordId: () => null },
    input: { path: null, query: programmePeriod, body: null },
    answer: 'bytes',
    async handle(tx, { query }, ground) {
      const figures = await programmeOf(tx, ground, query);
      return new Response(programmeFile(figures), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="programme-${figures.from}-${figures.to}.csv"`,
        },
      });
    },
  }),
  ...groupRoutes,
];

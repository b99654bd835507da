import { z } from 'zod';
import { isPerson } from '../../platform/actor.ts';
import { notFound } from '../../platform/errors.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { beginImport, cancelImport, orNothing } from '../../platform/imports/index.ts';
import { readList } from '../../platform/imports/read-list.ts';
import { byId, person } from '../change-of-case.ts';
import { may, mayNow } from '../policy.ts';
import { bringInCases, caseImportsOf, checkedCases } from './bring-in-cases.ts';
import { bringInOptions, caseImports } from './contract.ts';

/** The doors by which a coordinator brings in the cases of an earlier system. */
export const bringInRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/case-imports',
    summary: 'The newest imports of cases, how far the running one is, and what a list is checked against',
    permission: may('bring-in-cases'),
    audit: { none: 'counts, states and members' },
    input: { path: null, query: null, body: null },
    answer: caseImports,
    handle: (tx) => caseImportsOf(tx),
  }),
  route({
    method: 'POST',
    path: '/api/v1/case-imports',
    summary: 'Bring in a list of cases: a form with `file` (CSV) and `options` (JSON); all rows or none',
    permission: may('bring-in-cases'),
    audit: { inside: 'beginImport writes cases-import-begun, bringInCases case-opened for each and cases-imported' },
    input: { path: null, query: null, body: 'form' },
    answer: z.object({ id: z.uuid() }),
    status: 201,
    async prepare(ground, { body }, actor) {
      if (!isPerson(actor) || !mayNow(actor, 'bring-in-cases')) throw notFound();
      const list = await readList(body, bringInOptions);
      return await ground.database.withActor(actor, async (tx) => {
        const cases = await checkedCases(tx, ground, list);
        return { cases, id: await beginImport(tx, ground, { kind: 'cases', rows: cases.length }) };
      });
    },
    handle: (tx, { prepared }, ground) =>
      orNothing(ground, person(tx).actor, prepared.id, () => bringInCases(person(tx), ground, prepared)),
  }),
  route({
    method: 'POST',
    path: '/api/v1/case-imports/{id}/cancellation',
    summary: 'Stop a running import: nothing of it is kept',
    permission: may('bring-in-cases'),
    audit: { inside: 'cancelImport writes cases-import-cancelled' },
    input: { path: byId, query: null, body: null },
    answer: z.object({ done: z.literal(true) }),
    async handle(tx, { path }, ground) {
      await cancelImport(person(tx), ground, 'cases', path.id);
      return { done: true as const };
    },
  }),
];

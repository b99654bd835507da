import { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Sql, Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import * as contract from '../contract.ts';
import { may, relationToReport } from '../policy.ts';
import { dropIdentifier, linkReports, takeIdentifier } from './link-reports.ts';
import { similarTo } from './similar-reports.ts';

const byId = z.strictObject({ id: z.uuid() });
type ById = { path: { id: string } };
const person = (tx: Tx) => tx as Tx<PersonActor>;
const ofReport = (tx: Tx, input: ById) => relationToReport(tx, input.path.id);

/** The doors to what may belong together. */
export const linkingRoutes = (cases: {
  caseOfReport(sql: Sql, report: string): Promise<string | null>;
}): AnyRoute[] => {
  const similar = (tx: Tx, ground: Ground, id: string) => similarTo(person(tx), ground, id, cases.caseOfReport);
  return [
    route({
      method: 'GET',
      path: '/api/v1/reports/{id}/similar',
      summary: 'What may belong to a report, each with why; the asking is logged',
      permission: may('link-reports', ofReport),
      audit: { act: 'similar-sought', recordKind: 'report', recordId: ({ path }) => path.id },
      input: { path: byId, query: null, body: null },
      answer: contract.similarReports,
      handle: (tx, input, ground) => similar(tx, ground, input.path.id),
    }),
    route({
      method: 'POST',
      path: '/api/v1/reports/{id}/links',
      summary: 'Put two reports beside each other, or apart again',
      permission: may('link-reports', ofReport),
      audit: { inside: 'linkReports writes reports-linked or reports-unlinked' },
      input: { path: byId, query: null, body: contract.linkInput },
      answer: contract.similarReports,
      async handle(tx, input, ground) {
        await linkReports(person(tx), ground, input.path.id, input.body);
        return await similar(tx, ground, input.path.id);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/reports/{id}/identifiers',
      summary: 'Take an identifier out of a report, so that the same one is recognised elsewhere',
      permission: may('link-reports', ofReport),
      audit: { inside: 'takeIdentifier writes identifier-entered with its kind' },
      input: { path: byId, query: null, body: contract.identifierInput },
      answer: contract.similarReports,
      async handle(tx, input, ground) {
        await takeIdentifier(person(tx), ground, input.path.id, input.body);
        return await similar(tx, ground, input.path.id);
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/reports/{id}/identifiers/{identifierId}',
      summary: 'Take an identifier back',
      permission: may('link-reports', ofReport),
      audit: { inside: 'dropIdentifier writes identifier-removed' },
      input: { path: z.strictObject({ id: z.uuid(), identifierId: z.uuid() }), query: null, body: null },
      answer: contract.similarReports,
      async handle(tx, input, ground) {
        await dropIdentifier(person(tx), ground, input.path.id, input.path.identifierId);
        return await similar(tx, ground, input.path.id);
      },
    }),
  ];
};

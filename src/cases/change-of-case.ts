import { z } from 'zod';
import type { PersonActor } from '../platform/actor.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Ground } from '../platform/ground.ts';
import { type AnyRoute, type Audit, route } from '../platform/http/route.ts';
import { openedCase } from './contract.ts';
import { type CasePermission, may, relationToCase } from './policy.ts';
import { openCasePage } from './queries/case-page.ts';

export const byId = z.strictObject({ id: z.uuid() });
type ById = { path: { id: string } };
export const person = (tx: Tx) => tx as Tx<PersonActor>;
export const ofCase = (tx: Tx, input: ById) => relationToCase(tx, input.path.id);
export const insideCommand: Audit<unknown> = { inside: 'the command writes its act with what was changed' };

type Change<Body> = (tx: Tx<PersonActor>, ground: Ground, caseId: string, body: Body) => Promise<unknown>;

/** A change of one case by somebody of its team; all of them answer with the case as it is now. */
export const change = <B extends z.ZodType>(
  name: string,
  permission: CasePermission,
  summary: string,
  body: B,
  act: Change<z.output<B>>,
): AnyRoute =>
  route({
    method: 'POST',
    path: `/api/v1/cases/{id}/${name}`,
    summary,
    permission: may(permission, ofCase),
    audit: insideCommand,
    input: { path: byId, query: null, body },
    answer: openedCase,
    async handle(tx, input, ground) {
      await act(person(tx), ground, input.path.id, input.body as z.output<B>);
      return await openCasePage(person(tx), ground, input.path.id);
    },
  });

import { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import type { HandOnWork } from '../commands/change-people.ts';
import * as contract from '../contract.ts';
import { answerLending } from '../lending/answer.ts';
import { lendingsFor } from '../lending/lendings.ts';
import { offerLending } from '../lending/offer.ts';
import { may } from '../policy.ts';

const person = (tx: Tx) => tx as Tx<PersonActor>;

/** The doors of lending an officer to another community. What happens to somebody's work is handed in by the program. */
export const lendingRoutes = (handOn: HandOnWork): AnyRoute[] => [
  route({
    method: 'GET',
    path: '/api/v1/lendings',
    summary: 'Officers lent to other communities and borrowed from them; without an office only what concerns oneself',
    permission: may('see-lendings'),
    audit: { none: 'colleagues, no content' },
    input: { path: null, query: null, body: null },
    answer: contract.lendings,
    handle: (tx, _, ground) => lendingsFor(person(tx), ground),
  }),
  route({
    method: 'POST',
    path: '/api/v1/lendings',
    summary: 'Offer a colleague to another community until an agreed moment',
    stepUp: true,
    permission: may('lend-officers'),
    audit: { inside: 'offerLending writes lending-offered with the new id' },
    input: { path: null, query: null, body: contract.lendInput },
    answer: z.object({ id: z.uuid() }),
    status: 201,
    handle: async (tx, input, ground) => ({ id: await offerLending(person(tx), ground, input.body) }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/lendings/{id}/answers',
    summary: 'Agree to a lending, decline it, or end it at once',
    stepUp: true,
    permission: may('see-lendings'),
    audit: { inside: 'answerLending writes the act in both communities' },
    input: { path: z.strictObject({ id: z.uuid() }), query: null, body: contract.answerLendingInput },
    answer: contract.lendings,
    async handle(tx, input, ground) {
      await answerLending(person(tx), ground, input.path.id, input.body.answer, handOn);
      return await lendingsFor(person(tx), ground);
    },
  }),
];

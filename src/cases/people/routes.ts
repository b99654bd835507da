import { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { byId, insideCommand, ofCase, person } from '../change-of-case.ts';
import { may } from '../policy.ts';
import { casePeople, personIdentifierInput, samePersonInput, writePersonInput } from './contract.ts';
import { linkPerson } from './link-person.ts';
import { peopleOf } from './people-of-case.ts';
import { identifyPerson, removePerson, writePerson } from './write-person.ts';

const byPerson = z.strictObject({ id: z.uuid(), casePersonId: z.uuid() });

type OfPerson<Body> = (tx: Tx<PersonActor>, ground: Ground, caseId: string, id: string, body: Body) => Promise<void>;

/** A change about one person of a case by somebody of its team; all of them answer with the people as they are now. */
const ofPerson = <B extends z.ZodType>(name: string, summary: string, body: B, act: OfPerson<z.output<B>>): AnyRoute =>
  route({
    method: 'POST',
    path: `/api/v1/cases/{id}/people/{casePersonId}/${name}`,
    summary,
    permission: may('add-statement', ofCase),
    audit: insideCommand,
    input: { path: byPerson, query: null, body },
    answer: casePeople,
    async handle(tx, input, ground) {
      await act(person(tx), ground, input.path.id, input.path.casePersonId, input.body as z.output<B>);
      return await peopleOf(person(tx), ground, input.path.id);
    },
  });

/** The doors of the people of a case. No door lists people across cases. */
export const peopleRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/cases/{id}/people',
    summary: 'The people of a case, and who may be the same elsewhere; the reading is logged',
    permission: may('open-case', ofCase),
    audit: { act: 'people-of-case-read', recordKind: 'case', recordId: ({ path }) => path.id },
    input: { path: byId, query: null, body: null },
    answer: casePeople,
    handle: (tx, input, ground) => peopleOf(person(tx), ground, input.path.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/people',
    summary: 'Enter somebody by a pseudonym, or write anew what is known of them',
    permission: may('add-statement', ofCase),
    audit: insideCommand,
    input: { path: byId, query: null, body: writePersonInput },
    answer: casePeople,
    async handle(tx, input, ground) {
      await writePerson(person(tx), ground, input.path.id, input.body);
      return await peopleOf(person(tx), ground, input.path.id);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/cases/{id}/people/{casePersonId}',
    summary: 'Take somebody out of a case, with their identifiers and links',
    permission: may('add-statement', ofCase),
    audit: insideCommand,
    input: { path: byPerson, query: null, body: null },
    answer: casePeople,
    async handle(tx, input, ground) {
      await removePerson(person(tx), ground, input.path.id, input.path.casePersonId);
      return await peopleOf(person(tx), ground, input.path.id);
    },
  }),
  ofPerson(
    'identifiers',
    'Enter an exact identifier of somebody, or take one out',
    personIdentifierInput,
    identifyPerson,
  ),
  ofPerson('links', 'Say that somebody is the same as elsewhere, or take that back', samePersonInput, linkPerson),
];

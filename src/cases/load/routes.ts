import { type AnyRoute, route } from '../../platform/http/route.ts';
import { byId, insideCommand, person } from '../change-of-case.ts';
import { may } from '../policy.ts';
import { goAway } from './absence.ts';
import { caseLoadOf } from './case-load.ts';
import { absenceInput, caseLoad, handedOverAll, handOverAllInput, handOverForInput } from './contract.ts';
import { handOverAll, handOverFor } from './hand-over-all.ts';

/** The doors of load, absence and leaving. */
export const loadRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/case-load',
    summary: 'What each member carries, and who is away',
    permission: may('set-standards'),
    audit: { none: 'counts of work, without content' },
    input: { path: null, query: null, body: null },
    answer: caseLoad,
    handle: (tx, _, ground) => caseLoadOf(tx, ground),
  }),
  route({
    method: 'POST',
    path: '/api/v1/case-load/{id}/hand-over',
    summary: 'Offer every case of somebody who leaves; they lead each until somebody accepts',
    permission: may('set-standards'),
    audit: insideCommand,
    input: { path: byId, query: null, body: handOverForInput },
    answer: handedOverAll,
    handle: (tx, input, ground) => handOverFor(person(tx), ground, input.path.id, input.body),
  }),
  route({
    method: 'POST',
    path: '/api/v1/absences',
    summary: 'Say when one is away; deputies are told',
    permission: may('see-my-day'),
    audit: insideCommand,
    input: { path: null, query: null, body: absenceInput },
    answer: 'nothing',
    handle: (tx, input, ground) => goAway(person(tx), ground, input.body),
  }),
  route({
    method: 'POST',
    path: '/api/v1/hand-overs',
    summary: 'Offer every case that one leads; one leads each until somebody accepts',
    permission: may('see-my-day'),
    audit: insideCommand,
    input: { path: null, query: null, body: handOverAllInput },
    answer: handedOverAll,
    handle: (tx, input, ground) => handOverAll(person(tx), ground, input.body),
  }),
];

import { z } from 'zod';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { byId, change, insideCommand, ofCase, person } from '../change-of-case.ts';
import { may } from '../policy.ts';
import { recuseInput, setStandingInput, standingTeam } from './contract.ts';
import { declareNoConflict, recuse } from './recuse.ts';
import { addStandingTeam, setStanding, standingTeamOf } from './standing.ts';

const nothing = z.strictObject({});

/** The doors of the team: who stands ready, who has declared what, and who is kept out. */
export const teamRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/standing-team',
    summary: 'Who stands ready, until when vetted and trained',
    permission: may('see-own-cases'),
    audit: { none: 'who works here, without content' },
    input: { path: null, query: null, body: null },
    answer: standingTeam,
    handle: (tx) => standingTeamOf(tx),
  }),
  route({
    method: 'POST',
    path: '/api/v1/standing-team/{id}',
    summary: 'Put somebody on the standing team, or take them off it',
    permission: may('set-standards'),
    audit: insideCommand,
    input: { path: byId, query: null, body: setStandingInput },
    answer: standingTeam,
    async handle(tx, input, ground) {
      await setStanding(person(tx), ground, input.path.id, input.body);
      return await standingTeamOf(tx);
    },
  }),
  change('standing-team', 'direct-case', 'Put the standing team on the case', nothing, addStandingTeam),
  change('declarations', 'add-statement', 'Declare that nothing ties oneself to the case', nothing, declareNoConflict),
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/recusals',
    summary: 'Keep oneself, or somebody, out of the case for ever',
    permission: may('recuse', ofCase),
    audit: insideCommand,
    input: { path: byId, query: null, body: recuseInput },
    answer: 'nothing',
    handle: (tx, input, ground) => recuse(person(tx), ground, input.path.id, input.body),
  }),
];

import { type AnyRoute, route } from '../../platform/http/route.ts';
import { change, insideCommand, person } from '../change-of-case.ts';
import { may } from '../policy.ts';
import { answerStageInput, caseStandards, leaveStageInput, setStandardsInput } from './contract.ts';
import { setStandards, standardsOf } from './standards.ts';
import { answerStage, leaveStage } from './walk-stages.ts';

/** The doors of the stages and of the standards that a coordinator sets for them. */
export const stageRoutes: AnyRoute[] = [
  change('stage/answers', 'add-statement', 'Keep one answer of the page of this stage', answerStageInput, answerStage),
  change('stage/exit', 'direct-case', 'Decide where the case goes from this stage', leaveStageInput, leaveStage),
  route({
    method: 'GET',
    path: '/api/v1/case-standards',
    summary: 'How long stages may take and how often cases are looked at',
    permission: may('see-own-cases'),
    audit: { none: 'settings without content' },
    input: { path: null, query: null, body: null },
    answer: caseStandards,
    handle: (tx) => standardsOf(tx),
  }),
  route({
    method: 'POST',
    path: '/api/v1/case-standards',
    summary: 'Set them anew; a newer change is shown, not overwritten',
    permission: may('set-standards'),
    audit: insideCommand,
    input: { path: null, query: null, body: setStandardsInput },
    answer: caseStandards,
    async handle(tx, input, ground) {
      await setStandards(person(tx), ground, input.body);
      return await standardsOf(tx);
    },
  }),
];

import { z } from 'zod';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { change, insideCommand, ofCase, person } from '../change-of-case.ts';
import { openedCase } from '../contract.ts';
import { may } from '../policy.ts';
import { openCasePage } from '../queries/case-page.ts';
import { closeCase } from './close-case.ts';
import { closeCaseInput, reopenCaseInput, stayClosedInput } from './contract.ts';
import { reopenCase, stayClosed } from './reopen-case.ts';

const byQuestion = z.strictObject({ id: z.uuid(), questionId: z.uuid() });

/** The doors of closing and of opening again. */
export const closingRoutes: AnyRoute[] = [
  change('closing', 'close-case', 'Close the case with a reason', closeCaseInput, closeCase),
  change('reopening', 'reopen-case', 'Open a closed case again', reopenCaseInput, reopenCase),
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/reopening-questions/{questionId}/staying-closed',
    summary: 'Say that a new report does not open the case again',
    permission: may('reopen-case', ofCase),
    audit: insideCommand,
    input: { path: byQuestion, query: null, body: stayClosedInput },
    answer: openedCase,
    async handle(tx, input, ground) {
      await stayClosed(person(tx), ground, input.path.id, input.path.questionId, input.body);
      return await openCasePage(person(tx), ground, input.path.id);
    },
  }),
];

import type { AnyRoute } from '../../platform/http/route.ts';
import { change } from '../change-of-case.ts';
import { addTriggerInput, agreeConcernInput, askConcernInput, rateConcernInput } from './contract.ts';
import { agreeConcern, rateConcern } from './rate.ts';
import { addTrigger, askConcern } from './rounds.ts';

/** The doors of the level of concern. */
export const concernRoutes: AnyRoute[] = [
  change(
    'concern/ratings',
    'rate-concern',
    'Rate by oneself, before seeing what the other found',
    rateConcernInput,
    rateConcern,
  ),
  change(
    'concern/agreement',
    'rate-concern',
    'Make what two raters agree on the level',
    agreeConcernInput,
    agreeConcern,
  ),
  change('concern/rounds', 'rate-concern', 'Ask for the level again', askConcernInput, askConcern),
  change('concern/triggers', 'add-statement', 'Note a date on which it is asked again', addTriggerInput, addTrigger),
];

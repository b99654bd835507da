import type { Case, OutOfScope } from './case.ts';
import { companies } from './cases/company.ts';
import { corners } from './cases/corners.ts';
import { counterFlows } from './cases/counter-flow.ts';
import { densities } from './cases/densities.ts';
import { doors } from './cases/doors.ts';
import { randomPlans } from './cases/random-plans.ts';
import { routes } from './cases/routes.ts';
import { speeds } from './cases/speeds.ts';
import { stairs } from './cases/stairs.ts';
import { starts } from './cases/starts.ts';
import { steadiness } from './cases/steadiness.ts';

export const cases: readonly Case[] = [
  ...densities,
  ...doors,
  ...counterFlows,
  ...speeds,
  ...starts,
  ...corners,
  ...routes,
  ...stairs,
  ...companies,
  ...steadiness,
  ...randomPlans,
];

export const outOfScope: readonly OutOfScope[] = [
  { tests: ['NIST Verif.2.5', 'NIST Verif.2.6'], why: 'smoke and incapacitation are not modelled' },
  { tests: ['NIST Verif.2.7'], why: 'lifts are not modelled; a plan for an emergency should not count on them' },
  {
    tests: ['NIST Verif.3.2'],
    why: 'that people copy others is not modelled; shares of exits and pre-movement times express what is known of a place',
  },
];

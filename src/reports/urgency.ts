import {
  type Concern,
  motivationSigns,
  preparationSigns,
  proximalSigns,
  type Urgency,
  type UrgencyRule,
} from './contract.ts';

const anyOf = (concern: Concern, codes: readonly string[]) => concern.signs.some((sign) => codes.includes(sign));

/**
 * The only automatic ordering, rule by rule, the first that fits; it orders the queue and decides nothing.
 * A warning is motivation and preparation together (RAND TLA1613-1); proximal behaviours after Meloy et al. 2012, DOI 10.1002/bsl.999.
 */
const rules: readonly { rule: UrgencyRule; urgency: Urgency; fits: (concern: Concern) => boolean }[] = [
  { rule: 'danger-now', urgency: 'immediate', fits: (concern) => concern.dangerNow },
  { rule: 'imminence-flag', urgency: 'immediate', fits: (concern) => concern.imminence.length > 0 },
  {
    rule: 'motivation-and-preparation',
    urgency: 'urgent',
    fits: (concern) => anyOf(concern, motivationSigns) && anyOf(concern, preparationSigns),
  },
  { rule: 'proximal-behaviour', urgency: 'urgent', fits: (concern) => anyOf(concern, proximalSigns) },
  { rule: 'leakage-names-target-or-time', urgency: 'urgent', fits: (concern) => concern.targetOrTimeNamed },
  { rule: 'nothing-ticked', urgency: 'unsorted', fits: (concern) => concern.signs.length === 0 && !concern.selfHarm },
  { rule: 'anything-else', urgency: 'routine', fits: () => true },
];

/** The urgency of a concern and the rule that set it. */
export function urgencyOf(concern: Concern): { urgency: Urgency; rule: UrgencyRule } {
  const first = rules.find((each) => each.fits(concern));
  return { urgency: first?.urgency ?? 'unsorted', rule: first?.rule ?? 'nothing-ticked' };
}

import type { BehindReason, Lane } from '../contract.ts';

/** What is known of how a report arrived. It orders the queue on a bad day and decides nothing else. */
export interface Arrival {
  /** Seconds since its form was handed out; null for a form that is none of ours, undefined where there is no form. */
  formAge?: number | null;
  wasFormUsed?: boolean;
  isHiddenFieldFilled?: boolean;
  /** True where the work that the form asks for was done; `token` is the form's mark, for which it counts once. */
  hasProof?: boolean;
  token?: string;
  /** How many came from the same network within the hour; unknown counts as one. */
  fromNetwork?: number;
  /** Far more come in than on an ordinary day. */
  isSurge?: boolean;
}

const secondsAtLeast = 3;
const secondsAtMost = 24 * 3_600;
const networkAtMost = 3;

type Sign = readonly [BehindReason, (arrival: Arrival) => boolean];

const signs: readonly Sign[] = [
  ['hidden-field', ({ isHiddenFieldFilled }) => isHiddenFieldFilled === true],
  ['too-quick', ({ formAge }) => typeof formAge === 'number' && formAge < secondsAtLeast],
  ['old-form', ({ formAge }) => typeof formAge === 'number' && formAge > secondsAtMost],
  ['unknown-form', ({ formAge }) => formAge === null],
  ['form-used-before', ({ wasFormUsed }) => wasFormUsed === true],
];

const isBusyNetwork = ({ fromNetwork = 1 }: Arrival): boolean => fromNetwork > networkAtMost;

/** What comes by the open API has no form, and so nothing that would cost a sender anything. */
const isWithoutForm = ({ formAge }: Arrival): boolean => formAge === undefined;

/**
 * Where a report stands in the queue, and why if it is behind. A form that no person can have filled in stands behind at any
 * time; on a bad day, what did work stands in front, and what has no form or comes from a network that sends many stands behind
 * unless it did its work.
 */
export function laneOf(arrival: Arrival): { lane: Lane; behind: BehindReason[] } {
  const behind = signs.filter(([, fits]) => fits(arrival)).map(([reason]) => reason);
  if (behind.length > 0) return { lane: 'behind', behind };
  if (!arrival.isSurge) return { lane: 'ordinary', behind };
  if (!isBusyNetwork(arrival) && !isWithoutForm(arrival))
    return { lane: arrival.hasProof ? 'front' : 'ordinary', behind };
  return arrival.hasProof ? { lane: 'ordinary', behind } : { lane: 'behind', behind: ['many-at-once'] };
}

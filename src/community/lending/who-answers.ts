import { hasRole, type PersonActor } from '../../platform/actor.ts';
import type { lendingAnswers } from '../contract.ts';

export type LendingAnswer = (typeof lendingAnswers)[number];

/** A lending that is not over. */
export const openStates = ['offered', 'agreed', 'running'];

/** What somebody may do with a lending now: whose turn it is agrees or declines, and either side ends it at any time. */
export function answersOf(
  actor: PersonActor,
  { side, state, personId }: { side: string; state: string; personId: string },
): LendingAnswer[] {
  if (!openStates.includes(state)) return [];
  const isOfficer = actor.personId === personId;
  const isCoordinator = hasRole(actor, 'coordinator');
  if (!isOfficer && !isCoordinator) return [];
  const turn = side === 'lent' ? state === 'offered' && isOfficer : state === 'agreed' && isCoordinator && !isOfficer;
  return turn ? ['accept', 'decline'] : ['end'];
}

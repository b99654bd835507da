import type { KeyPair } from './vault/index.ts';

/** Somebody of the public: no name, no session, no address. */
export type PublicActor = { kind: 'public'; communityId: string };
/** A signed-in member; `keyPair` lives for one request only. */
export type PersonActor = {
  kind: 'person';
  communityId: string;
  personId: string;
  roles: readonly string[];
  keyPair: KeyPair;
};
/** A sweep: sees ids, states and clocks, holds no key. */
export type SystemActor = { kind: 'system'; communityId: string; job: string };
export type Actor = PublicActor | PersonActor | SystemActor;

export const isPerson = (actor: Actor): actor is PersonActor => actor.kind === 'person';
export const hasRole = (actor: Actor, ...roles: string[]): boolean =>
  isPerson(actor) && roles.some((role) => actor.roles.includes(role));

import { type Actor, hasRole, isPerson } from '../platform/actor.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Permission } from '../platform/http/route.ts';
import { holdsRecordKey, keptOutOf } from '../platform/keys/index.ts';
import { type Policy, permits } from '../platform/policy/policy.ts';

export type IdentityPermission =
  | 'see-identity-requests'
  | 'see-identity'
  | 'ask-for-identity'
  | 'release-half'
  | 'end-request'
  | 'open-identity'
  | 'review-request'
  | 'hold-kit-half';

/** How the actor stands to the report or the request: whether its key is theirs, whether they asked, and whether they are kept out. */
export type IdentityRelation = { holdsKey: boolean; isAsker: boolean; isKeptOut: boolean };

const onASide = (actor: Actor) => hasRole(actor, 'custodian', 'overseer');

export const identityPolicy: Policy<IdentityPermission, IdentityRelation> = {
  sentences: [
    { who: 'every member, of what they asked for', may: ['see-identity-requests'], when: isPerson },
    {
      who: 'whoever holds a key to the report',
      may: ['see-identity', 'ask-for-identity'],
      when: (actor, relation) => isPerson(actor) && relation.holdsKey,
    },
    {
      who: 'custodians and overseers, each for their side',
      may: ['release-half', 'end-request', 'review-request', 'hold-kit-half'],
      when: onASide,
    },
    {
      who: 'whoever asked',
      may: ['open-identity', 'end-request'],
      when: (actor, relation) => isPerson(actor) && relation.isAsker,
    },
  ],
  forbids: [
    {
      who: 'whoever is recused from the case that rests on the report, whatever their side',
      may: ['see-identity', 'ask-for-identity', 'release-half', 'end-request', 'open-identity', 'review-request'],
      when: (_, relation) => relation.isKeptOut,
    },
    {
      who: 'overseers, who ask for nothing that they release',
      may: ['ask-for-identity'],
      when: (actor) => hasRole(actor, 'overseer'),
    },
  ],
};

const nobody: IdentityRelation = { holdsKey: false, isAsker: false, isKeptOut: false };

/** The policy's answer as a route's permission; `relate` looks up how the actor stands, null where there is no such record. */
export const may = <Input>(
  name: IdentityPermission,
  relate: (tx: Tx, input: Input) => Promise<IdentityRelation | null> = async () => nobody,
): Permission<Input> => ({
  name,
  open: false,
  async check(tx, input) {
    const relation = await relate(tx, input);
    return relation !== null && permits(identityPolicy, tx.actor, name, relation);
  },
});

/** Whether the actor holds a key to this report. */
export async function toReport(tx: Tx, id: string): Promise<IdentityRelation> {
  if (!isPerson(tx.actor)) return nobody;
  const { personId } = tx.actor;
  const holdsKey = await holdsRecordKey(tx, personId, id);
  return { ...nobody, holdsKey, isKeptOut: (await keptOutOf(tx, id)).has(personId) };
}

/** Whether the actor is the one who asked, and whether they are kept out of the report. */
export async function toRequest(tx: Tx, id: string): Promise<IdentityRelation | null> {
  if (!isPerson(tx.actor)) return null;
  const { personId } = tx.actor;
  const row = await tx.sql
    .selectFrom('identityRequests')
    .select(['askedBy', 'reportId'])
    .where('id', '=', id)
    .executeTakeFirst();
  const out = await keptOutOf(tx, row?.reportId ?? id);
  return row ? { ...nobody, isAsker: row.askedBy === personId, isKeptOut: out.has(personId) } : null;
}

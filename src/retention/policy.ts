import { hasRole, isPerson } from '../platform/actor.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Permission } from '../platform/http/route.ts';
import { holdsRecordKey } from '../platform/keys/index.ts';
import { type Policy, permits } from '../platform/policy/policy.ts';

export type RetentionPermission =
  | 'see-keeping'
  | 'see-how-long'
  | 'ask-for-hold'
  | 'answer-ask'
  | 'end-ask'
  | 'keep-longer'
  | 'set-period';

/** Whether a copy of the record's key is theirs, and whether they are the one who asked. */
export type KeepingRelation = { holdsKey: boolean; isAsker: boolean };

export const retentionPolicy: Policy<RetentionPermission, KeepingRelation> = {
  sentences: [
    {
      who: 'custodians, coordinators and overseers: numbers and dates, no content',
      may: ['see-keeping'],
      when: (actor) => hasRole(actor, 'custodian', 'coordinator', 'overseer'),
    },
    {
      who: 'whoever holds a key to the record',
      may: ['see-how-long', 'ask-for-hold', 'keep-longer'],
      when: (actor, relation) => isPerson(actor) && relation.holdsKey,
    },
    {
      who: 'custodians, of any record',
      may: ['see-how-long', 'ask-for-hold'],
      when: (actor) => hasRole(actor, 'custodian'),
    },
    {
      who: 'custodians and coordinators',
      may: ['answer-ask', 'end-ask'],
      when: (actor) => hasRole(actor, 'custodian', 'coordinator'),
    },
    { who: 'whoever asked', may: ['end-ask'], when: (_, relation) => relation.isAsker },
    { who: 'custodians', may: ['set-period'], when: (actor) => hasRole(actor, 'custodian') },
  ],
  forbids: [],
};

const nobody: KeepingRelation = { holdsKey: false, isAsker: false };

/** The policy's answer as a route's permission; `relate` looks up how the actor stands to the record or the ask. */
export const may = <Input>(
  name: RetentionPermission,
  relate: (tx: Tx, input: Input) => Promise<KeepingRelation> = async () => nobody,
): Permission<Input> => ({
  name,
  open: false,
  check: async (tx, input) => permits(retentionPolicy, tx.actor, name, await relate(tx, input)),
});

/** Whether the actor holds a copy of this record's key. */
export const toRecord = async (tx: Tx, record: string): Promise<KeepingRelation> => ({
  ...nobody,
  holdsKey: isPerson(tx.actor) && (await holdsRecordKey(tx, tx.actor.personId, record)),
});

/** Whether the actor is the one who asked. */
export async function toAsk(tx: Tx, id: string): Promise<KeepingRelation> {
  const ask = await tx.sql.selectFrom('twoPersonActs').select('askedBy').where('id', '=', id).executeTakeFirst();
  return { ...nobody, isAsker: isPerson(tx.actor) && ask?.askedBy === tx.actor.personId };
}

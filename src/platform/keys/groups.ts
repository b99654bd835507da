import { sql as raw } from 'kysely';
import type { PersonActor } from '../actor.ts';
import type { Tx } from '../db/database.ts';
import type { Ground } from '../ground.ts';
import { newId } from '../ids.ts';
import {
  type KeyPair,
  keysForNow,
  newKeyPair,
  openSealed,
  sealTo,
  unwrapRecordKey,
  wrapForOneself,
} from '../vault/index.ts';
import { contextOf, copyColumns, replaceCopies, wrappedIn } from './stored-copies.ts';

export type GroupName = 'duty' | 'custodians' | 'overseers';
export type Group = { id: string; name: GroupName; version: number; publicKey: Buffer; stale: boolean };

/** Which roles hold which group's key. */
export const groupRoles: Record<GroupName, readonly string[]> = {
  duty: ['duty-officer', 'coordinator'],
  custodians: ['custodian'],
  overseers: ['overseer'],
};
export const groupNames = Object.keys(groupRoles) as GroupName[];

/** The newest version of each group. */
export async function currentGroups(tx: Tx): Promise<Group[]> {
  const rows = await tx.sql
    .selectFrom('keyGroups')
    .selectAll()
    .distinctOn('name')
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, name: row.name as GroupName }));
}

/** The newest version of one group; a community has all three from its set-up on. */
export async function currentGroup(tx: Tx, name: GroupName): Promise<Group> {
  const row = await tx.sql
    .selectFrom('keyGroups')
    .selectAll()
    .where('name', '=', name)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new Error(`group ${name} is missing`);
  return { ...row, name };
}

/** The newest version of one group as a part of a larger question: its `id` and its `public_key`. */
export const newestGroup = (name: GroupName) =>
  raw`select g.id, g.public_key from key_groups g where g.name = ${name} order by g.version desc limit 1`;

/** Makes a new key pair for the group and seals its private half to these members. */
export async function makeGroup(
  tx: Tx,
  ground: Ground,
  name: GroupName,
  version: number,
  members: readonly { id: string; publicKey: Buffer }[],
) {
  const pair = newKeyPair();
  const id = newId(ground.clock, ground.chance);
  const community = tx.actor.communityId;
  await tx.sql
    .insertInto('keyGroups')
    .values({ communityId: community, id, name, version, publicKey: pair.publicKey, createdAt: ground.clock.now() })
    .execute();
  await addToGroup(tx, id, pair, members);
  return { id, pair };
}

async function addToGroup(
  tx: Tx,
  groupId: string,
  pair: KeyPair,
  members: readonly { id: string; publicKey: Buffer }[],
) {
  if (members.length === 0) return;
  const rows = members.map((member) => ({
    communityId: tx.actor.communityId,
    groupId,
    personId: member.id,
    sealedPrivateKey: sealTo(member.publicKey, pair.privateKey),
  }));
  await tx.sql
    .insertInto('keyGroupMembers')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The key pairs of all groups, old versions too, that this person holds, by group id. */
export async function openGroups(tx: Tx<PersonActor>): Promise<Map<string, KeyPair>> {
  const rows = await tx.sql
    .selectFrom('keyGroupMembers as member')
    .innerJoin('keyGroups as group', 'group.id', 'member.groupId')
    .select(['group.id', 'group.publicKey', 'member.sealedPrivateKey'])
    .where('member.personId', '=', tx.actor.personId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { publicKey: row.publicKey, privateKey: openSealed(tx.actor.keyPair, row.sealedPrivateKey) },
    ]),
  );
}

/** Ends a person's hold on every group at once and marks those groups for a new key. */
export async function leaveGroups(tx: Tx, personId: string, names: readonly GroupName[] = groupNames) {
  if (names.length === 0) return;
  const groups = await tx.sql.selectFrom('keyGroups').select('id').where('name', 'in', names).execute();
  const ids = groups.map((group) => group.id);
  if (ids.length === 0) return;
  const gone = await tx.sql
    .deleteFrom('keyGroupMembers')
    .where('personId', '=', personId)
    .where('groupId', 'in', ids)
    .returning('groupId')
    .execute();
  if (gone.length === 0) return;
  await tx.sql
    .updateTable('keyGroups')
    .set({ stale: true })
    .where(
      'id',
      'in',
      gone.map((row) => row.groupId),
    )
    .execute();
}

/**
 * Keeps the groups that this person holds true to the roles: seals keys to members who joined, and gives a stale group a new
 * key with every record re-wrapped. Only a holder can do either, so it runs whenever a holder signs in.
 */
export async function tendGroups(tx: Tx<PersonActor>, ground: Ground): Promise<void> {
  const held = await openGroups(tx);
  for (const group of await currentGroups(tx)) {
    const pair = held.get(group.id);
    if (!pair) continue;
    const members = await membersWithRoles(tx, groupRoles[group.name], ground.clock.now());
    if (group.stale) await renewGroup(tx, ground, group, pair, members);
    else await addToGroup(tx, group.id, pair, members);
  }
}

async function membersWithRoles(tx: Tx, roles: readonly string[], at: Date) {
  return await tx.sql
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['people.id', 'people.publicKey'])
    .where('memberships.state', '=', 'active')
    .where((is) => is.or([is('memberships.lentUntil', 'is', null), is('memberships.lentUntil', '>', at)]))
    .where((is) => is('memberships.roles', '&&', is.val([...roles])))
    .execute();
}

async function renewGroup(
  tx: Tx,
  ground: Ground,
  old: Group,
  pair: KeyPair,
  members: readonly { id: string; publicKey: Buffer }[],
) {
  // Of two who sign in at once, one renews; the other finds it done.
  const held = await tx.sql
    .selectFrom('keyGroups')
    .select('stale')
    .where('id', '=', old.id)
    .forUpdate()
    .executeTakeFirst();
  if (!held?.stale) return;
  const renewed = await makeGroup(tx, ground, old.name, old.version + 1, members);
  await tx.sql.updateTable('keyGroups').set({ stale: false }).where('id', '=', old.id).execute();
  await moveCopies(tx, ground, { id: old.id, pair }, renewed);
  await tx.sql.deleteFrom('keyGroupMembers').where('groupId', '=', old.id).execute();
}

type Holder = { id: string; pair: KeyPair };
const movedAtOnce = 500;

/** Wraps every key that the old group held for the new one instead, in the form that opens fast. */
async function moveCopies(tx: Tx, ground: Ground, old: Holder, renewed: Holder): Promise<void> {
  const copies = await tx.sql
    .selectFrom('wrappedCopies')
    .select(copyColumns)
    .where('recipientId', '=', old.id)
    .execute();
  const keyStore = keysForNow(ground.keyStore);
  for (let from = 0; from < copies.length; from += movedAtOnce) {
    const moved = copies.slice(from, from + movedAtOnce).map((stored) => {
      const key = unwrapRecordKey(wrappedIn(stored), old.pair, keyStore, contextOf(stored));
      const context = { ...contextOf(stored), recipient: renewed.id };
      return { stored, fresh: wrapForOneself(key, renewed.pair, keyStore, context), recipient: renewed.id };
    });
    await replaceCopies(tx, moved);
  }
}

import type { PersonActor } from '../../platform/actor.ts';
import { endSessionsOf } from '../../platform/auth/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { groupNames, groupRoles, leaveGroups, tendGroups, withdrawEveryKey } from '../../platform/keys/index.ts';
import { sealField } from '../../platform/vault/index.ts';

/** What other slices must do when somebody stops: nothing may stay in the hands of a person who is gone. */
export type HandOnWork = (tx: Tx, ground: Ground, personId: string, why: 'suspension' | 'left') => Promise<void>;

/**
 * Suspends a member at once: sessions end, copies of keys go, and in the same transaction the work passes on. Refuses only
 * where nobody at all could take over, or where the community would lose its last coordinator.
 */
export async function suspend(tx: Tx, ground: Ground, personId: string, handOnWork: HandOnWork): Promise<void> {
  const changed = await tx.sql
    .updateTable('memberships')
    .set({ state: 'suspended', endedAt: ground.clock.now() })
    .where('personId', '=', personId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw notFound();
  await keepACoordinator(tx);
  await takeBackEverything(tx, ground, personId, handOnWork, 'suspension');
  await endSessionsOf(tx.sql, personId);
}

/** Takes work, groups and copies of keys from somebody who stops here, in the transaction in which they stop. */
export async function takeBackEverything(
  tx: Tx,
  ground: Ground,
  personId: string,
  handOnWork: HandOnWork,
  why: 'suspension' | 'left',
): Promise<void> {
  await handOnWork(tx, ground, personId, why);
  await leaveGroups(tx, personId);
  await withdrawEveryKey(tx, personId);
}

/** Lets a suspended member work again; keys come back only as others share them anew. */
export async function reinstate(tx: Tx<PersonActor>, ground: Ground, personId: string): Promise<void> {
  const changed = await tx.sql
    .updateTable('memberships')
    .set({ state: 'active', endedAt: null })
    .where('personId', '=', personId)
    .where('state', '=', 'suspended')
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw notFound();
  await tendGroups(tx, ground);
}

/** Gives a member other roles; keys of groups that the new roles do not hold are taken away in the same transaction. */
export async function changeRoles(
  tx: Tx<PersonActor>,
  ground: Ground,
  personId: string,
  roles: readonly string[],
  discipline: string,
): Promise<void> {
  if (roles.includes('custodian') && roles.includes('overseer')) throw conflict('same-person-twice');
  const changed = await tx.sql
    .updateTable('memberships')
    .set({ roles: [...roles], discipline })
    .where('personId', '=', personId)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw notFound();
  await keepACoordinator(tx);
  const lost = groupNames.filter((name) => !groupRoles[name].some((role) => roles.includes(role)));
  await leaveGroups(tx, personId, lost);
  await tendGroups(tx, ground);
}

async function keepACoordinator(tx: Tx): Promise<void> {
  const coordinator = await tx.sql
    .selectFrom('memberships')
    .select('personId')
    .where('state', '=', 'active')
    .where((is) => is('roles', '@>', is.val(['coordinator'])))
    .limit(1)
    .executeTakeFirst();
  if (!coordinator) throw conflict('nobody-to-take-over');
}

/** Keeps why somebody was suspended or reinstated, sealed under the installation key. */
export async function keepReason(
  tx: Tx<PersonActor>,
  ground: Ground,
  personId: string,
  act: 'suspended' | 'reinstated',
  reason: string,
): Promise<void> {
  const id = newId(ground.clock, ground.chance);
  const { communityId: community, personId: byId } = tx.actor;
  const place = { community, table: 'membership_changes', column: 'reason', row: id, record: personId, version: 1 };
  const sealed = sealField(ground.keyStore.installationSecret('membership changes'), place, reason);
  await tx.sql
    .insertInto('membershipChanges')
    .values({ communityId: community, id, personId, act, byId, at: ground.clock.now(), reason: sealed })
    .execute();
}

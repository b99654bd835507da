import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { recoveryRequests } from '../contract.ts';
import { membersById } from './members.ts';

/** Requests of colleagues that still want a confirmation which this person could give. */
export async function recoveryRequestsOf(
  tx: Tx<PersonActor>,
  ground: Ground,
): Promise<z.infer<typeof recoveryRequests>> {
  const rows = await tx.sql
    .selectFrom('recoveryRequests')
    .select(['id', 'personId', 'askedAt', 'expiresAt', 'firstBy'])
    .where('expiresAt', '>', ground.clock.now())
    .where('personId', 'is not', null)
    .where('personId', '!=', tx.actor.personId)
    .where('secondBy', 'is', null)
    .orderBy('askedAt')
    .limit(100)
    .execute();
  const ids = rows.flatMap(({ personId, firstBy }) => [personId, firstBy]).filter((id) => id !== null);
  const people = await membersById(tx, ids);
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? '' });
  return {
    requests: rows.map(({ id, personId, askedAt, expiresAt, firstBy }) => ({
      id,
      person: named(personId ?? ''),
      askedAt: askedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      confirmedBy: firstBy === null ? null : named(firstBy),
    })),
  };
}

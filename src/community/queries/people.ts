import type { z } from 'zod';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { people, Role } from '../contract.ts';
import { unkeptPromises } from '../staffing.ts';
import { membersOf } from './members.ts';

export type Work = { leads: number; deputyOf: number; openActions: number };
/** How much each member carries; the slice that owns the cases counts it. */
export type CountWork = (tx: Tx) => Promise<Map<string, Work>>;

/** The members with what they carry, and the invitations that still wait. */
export async function peopleOf(tx: Tx, ground: Ground, countWork: CountWork): Promise<z.infer<typeof people>> {
  const work = await countWork(tx);
  const members = await membersOf(tx);
  const invitations = await tx.sql
    .selectFrom('invitations')
    .select(['id', 'name', 'email', 'expiresAt'])
    .where('acceptedBy', 'is', null)
    .where('expiresAt', '>', ground.clock.now())
    .orderBy('expiresAt')
    .execute();
  return {
    unkept: unkeptPromises(members.filter(({ state }) => state === 'active')),
    people: members.map(({ id, name, email, roles, discipline, agency, state, lentUntil }) => ({
      id,
      name,
      email,
      roles: roles as Role[],
      discipline,
      agency,
      state: state as 'active' | 'suspended' | 'left',
      lentUntil: lentUntil?.toISOString() ?? null,
      ...(work.get(id) ?? { leads: 0, deputyOf: 0, openActions: 0 }),
    })),
    invitations: invitations.map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString() })),
  };
}

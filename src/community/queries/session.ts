import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import {
  type ActiveMembership,
  csrfTokenOf,
  type Factor,
  idleMinutes,
  type SessionToken,
} from '../../platform/auth/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { Role, session } from '../contract.ts';
import { presentCommunity } from '../present.ts';
import { isFirstCommunity } from './communities.ts';

/** Who is signed in, with today's roles, and the token that every change must carry. */
export async function sessionAnswer(
  tx: Tx<PersonActor>,
  ground: Ground,
  { token, factor, memberships }: { token: SessionToken; factor: Factor; memberships: readonly ActiveMembership[] },
): Promise<z.infer<typeof session>> {
  const { personId, roles } = tx.actor;
  const person = await tx.sql
    .selectFrom('people')
    .select(['id', 'name', 'email', 'language'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const member = await tx.sql
    .selectFrom('memberships')
    .select('discipline')
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow();
  return {
    person: { ...person, language: person.language as 'en' },
    community: await presentCommunity(tx, ground),
    roles: roles as Role[],
    discipline: member.discipline,
    factor,
    csrfToken: csrfTokenOf(token),
    idleMinutes,
    demo: ground.mode === 'demo',
    communities: memberships.map(({ slug, name, roles }) => ({ slug, name, roles: roles as Role[] })),
    runsInstallation: roles.includes('administrator') && (await isFirstCommunity(tx)),
  };
}

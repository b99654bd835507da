import type { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import { csrfTokenOf, type Factor, findSession, idleMinutes, type SessionToken } from '../../platform/auth/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import type { Role, session } from '../contract.ts';
import { presentCommunity } from '../present.ts';

/** Who is signed in, with today's roles, and the token that every change must carry. */
export async function sessionAnswer(
  tx: Tx<PersonActor>,
  ground: Ground,
  token: SessionToken,
  known?: Factor,
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
    factor: known ?? (await findSession(ground, token))?.factor ?? 'password',
    csrfToken: csrfTokenOf(token),
    idleMinutes,
    demo: ground.mode === 'demo',
  };
}

import type { PersonActor } from '../../src/platform/actor.ts';
import { beginSession, csrfTokenOf, type Factor, sessionCookie } from '../../src/platform/auth/index.ts';
import type { Program, SignedInPerson } from './program.ts';

export type HeldSession = SignedInPerson & { headers: { cookie: string; 'x-csrf-token': string } };

/** Signs an actor in without the cost of a password: the same session row and cookie that a sign-in makes. */
export async function sessionOf(program: Program, person: PersonActor, factor: Factor = 'totp'): Promise<HeldSession> {
  const { ground } = program;
  const token = await ground.database.withoutCommunity((sql) => beginSession(sql, ground, { ...person, factor }));
  const cookie = sessionCookie(token, ground.publicUrl).split(';')[0]!;
  const headers = { cookie, 'x-csrf-token': csrfTokenOf(token) };
  return { person, headers, call: (method, path, body) => program.request(method, path, { body, headers }) };
}

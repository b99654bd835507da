import { readSessionToken, type SessionToken } from '../../platform/auth/index.ts';
import { Refused } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';

/** The session that a request was made in. */
export function tokenOf(ground: Ground, headers: Headers): SessionToken {
  const token = readSessionToken(headers.get('cookie') ?? undefined, ground.publicUrl);
  if (!token) throw new Refused({ kind: 'not-signed-in' });
  return token;
}

import { createHash, createHmac } from 'node:crypto';
import type { Chance } from '../chance.ts';

/** What the cookie alone holds: the session's id and the key that locks the private key in its row. */
export type SessionToken = { id: Buffer; lockKey: Buffer };

export const newSessionToken = (chance: Chance): SessionToken => ({ id: chance.bytes(32), lockKey: chance.bytes(32) });
export const sessionIdHash = (token: SessionToken): Buffer => createHash('sha256').update(token.id).digest();

/** Bound to the session and never stored: only who holds the cookie's id could compute it. */
export const csrfTokenOf = (token: SessionToken): string =>
  createHmac('sha256', token.id).update('csrf').digest('base64url');

const nameFor = (publicUrl: string) => (publicUrl.startsWith('https:') ? '__Host-session' : 'session');

/** The Set-Cookie value; over https the `__Host-` prefix lets no other host or path set it. */
export function sessionCookie(token: SessionToken, publicUrl: string): string {
  const value = Buffer.concat([token.id, token.lockKey]).toString('base64url');
  return `${nameFor(publicUrl)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure(publicUrl)}`;
}

export const endedSessionCookie = (publicUrl: string): string =>
  `${nameFor(publicUrl)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure(publicUrl)}`;

const secure = (publicUrl: string) => (publicUrl.startsWith('https:') ? '; Secure' : '');

/** Reads the token from a Cookie header; anything malformed is no token. */
export function readSessionToken(cookieHeader: string | undefined, publicUrl: string): SessionToken | null {
  const prefix = `${nameFor(publicUrl)}=`;
  const part = cookieHeader
    ?.split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(prefix));
  const bytes = Buffer.from(part?.slice(prefix.length) ?? '', 'base64url');
  return bytes.length === 64 ? { id: bytes.subarray(0, 32), lockKey: bytes.subarray(32) } : null;
}

import { Secret, TOTP } from 'otpauth';
import type { Chance } from '../chance.ts';
import type { Clock } from '../clock.ts';
import { openField, type Place, sealField } from '../vault/index.ts';

const place = (person: string): Place => ({
  community: 'installation',
  table: 'people',
  column: 'totp_sealed',
  row: person,
  record: person,
  version: 1,
});

const totp = (secret: Secret, label: string) =>
  new TOTP({ issuer: 'Forestall', label, algorithm: 'SHA1', digits: 6, period: 30, secret });

/** A new authenticator secret (RFC 6238), with the address that an authenticator app reads. */
export function newTotp(chance: Chance, label: string): { secret: string; uri: string } {
  const secret = new Secret({ buffer: new Uint8Array(chance.bytes(20)).buffer });
  return { secret: secret.base32, uri: totp(secret, label).toString() };
}

const stepMilliseconds = 30_000;

/** The half minute whose code these six digits are, one to either side of now at most, or null; a step counts once (RFC 6238, 5.2). */
export function totpStep(secret: string, code: string, clock: Clock): number | null {
  const digits = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const timestamp = clock.now().getTime();
  const away = totp(Secret.fromBase32(secret), '').validate({ token: digits, timestamp, window: 1 });
  return away === null ? null : Math.floor(timestamp / stepMilliseconds) + away;
}

export const sealTotp = (key: Buffer, person: string, secret: string): Buffer => sealField(key, place(person), secret);
export const openTotp = (key: Buffer, person: string, sealed: Buffer): string =>
  openField(key, place(person), sealed).toString();

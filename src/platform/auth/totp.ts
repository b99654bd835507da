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

/** True if the six digits fit the secret now, one step of 30 seconds to either side. */
export function totpFits(secret: string, code: string, clock: Clock): boolean {
  const digits = code.replaceAll(/\s/g, '');
  return (
    /^\d{6}$/.test(digits) &&
    totp(Secret.fromBase32(secret), '').validate({ token: digits, timestamp: clock.now().getTime(), window: 1 }) !==
      null
  );
}

export const sealTotp = (key: Buffer, person: string, secret: string): Buffer => sealField(key, place(person), secret);
export const openTotp = (key: Buffer, person: string, sealed: Buffer): string =>
  openField(key, place(person), sealed).toString();

import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';

/** Crockford's 32 characters: no I, L, O or U, so that nothing is misread or misheard. */
export const spokenAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Gives a UUID of version 7 (RFC 9562 section 5.7): 48 bits of milliseconds, then 74 random bits. */
export function newId(clock: Clock, chance: Chance): string {
  const bytes = chance.bytes(16);
  bytes.writeUIntBE(clock.now().getTime(), 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Gives a number such as `K7Q-4M2` that two people can say on the telephone; about 10⁹ of them, so the caller checks it is free. */
export function spokenNumber(chance: Chance): string {
  const characters = Array.from(chance.bytes(6), (byte) => spokenAlphabet[byte & 31]);
  return `${characters.slice(0, 3).join('')}-${characters.slice(3).join('')}`;
}

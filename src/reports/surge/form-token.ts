import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Ground } from '../../platform/ground.ts';

/** 144 random bits, the second of issue, and a signature: the mark of one form. It says nothing of anybody. */
const randomBytes = 18;
const timeBytes = 4;
const markBytes = 16;
const shape = /^[\w-]{51}$/;

const signatureOf = (ground: Ground, signed: Buffer): Buffer =>
  createHmac('sha256', ground.keyStore.installationSecret('form token')).update(signed).digest().subarray(0, markBytes);

const secondsNow = (ground: Ground): number => Math.floor(ground.clock.now().getTime() / 1_000);

/** Gives a mark for one form: the same form sent twice is one report. */
export function newToken(ground: Ground): string {
  const signed = Buffer.alloc(randomBytes + timeBytes);
  ground.chance.bytes(randomBytes).copy(signed);
  signed.writeUInt32BE(secondsNow(ground), randomBytes);
  return Buffer.concat([signed, signatureOf(ground, signed)]).toString('base64url');
}

/** How many seconds ago this form was handed out; null where the mark is none of ours. */
export function ageOfToken(ground: Ground, token: string): number | null {
  if (!shape.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const signed = bytes.subarray(0, randomBytes + timeBytes);
  if (!timingSafeEqual(signatureOf(ground, signed), bytes.subarray(randomBytes + timeBytes))) return null;
  return secondsNow(ground) - signed.readUInt32BE(randomBytes);
}

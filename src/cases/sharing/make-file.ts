import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { communityOf } from '../../community/index.ts';
import { seal } from '../../platform/backup/index.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { spokenAlphabet } from '../../platform/ids.ts';
import type { Parcel, Shared, ShareInput } from './contract.ts';
import { parcelPdf } from './parcel-pdf.ts';

/** Two to the 15th: the passphrase has 100 random bits of its own, so that the hash need not be slow. */
const workFactor = 15;

/** Twenty characters in groups of four that two people can say on the telephone: 100 bits. */
const passphraseOf = (chance: Chance): string =>
  Array.from({ length: 5 }, () => Array.from(chance.bytes(4), (byte) => spokenAlphabet[byte & 31]).join('')).join('-');

/** Exactly what is given as a file in the age format, for the recipient's key or behind a passphrase told by telephone. */
export async function makeFile(
  tx: Tx,
  ground: Ground,
  given: Parcel,
  { way, ageKey }: Pick<ShareInput, 'way' | 'ageKey'>,
): Promise<NonNullable<Shared['file']>> {
  const { timeZone } = await communityOf(tx);
  const kind = way === 'pdf' ? 'pdf' : 'json';
  const plain = kind === 'pdf' ? await parcelPdf(given, timeZone) : Buffer.from(JSON.stringify(given, null, 2));
  const passphrase = ageKey === '' ? passphraseOf(ground.chance) : null;
  const sealed = await sealBytes(plain, passphrase === null ? { recipients: [ageKey] } : { passphrase, workFactor });
  return { name: `${given.reference}.${kind}.age`, base64: sealed.toString('base64'), passphrase };
}

async function sealBytes(plain: Buffer, to: Parameters<typeof seal>[1]): Promise<Buffer> {
  try {
    return await buffer(await seal(Readable.from([plain]), to));
  } catch {
    throw invalid({ ageKey: 'not-an-age-key' });
  }
}

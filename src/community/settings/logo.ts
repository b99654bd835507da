import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { cleanImage } from '../../platform/files/clean-image.ts';
import type { Ground } from '../../platform/ground.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { saveVersion } from './save-version.ts';

type Kept = { webp: string | null };

const rowOf = (tx: Tx) =>
  tx.sql.selectFrom('communitySettings').select(['version', 'value']).where('subject', '=', 'logo').executeTakeFirst();

/** The image that was sent, made anew and small; null where it is no image, or cannot be made small enough. */
export async function readLogo(request: Request): Promise<Buffer | null> {
  const file = (await readForm(request)).get('logo');
  const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : null;
  return bytes && (await cleanImage(bytes, 'logo'));
}

/** Keeps the community's logo in place of the one before, or none. */
export async function keepLogo(tx: Tx<PersonActor>, ground: Ground, webp: Buffer | null): Promise<void> {
  const seen = (await rowOf(tx))?.version ?? 0;
  const kept: Kept = { webp: webp?.toString('base64') ?? null };
  await saveVersion(tx, ground, 'logo', seen, { value: JSON.stringify(kept) });
}

/** The community's logo with a mark that changes whenever it does, or null. */
export async function logoOf(tx: Tx): Promise<{ mark: string; webp: Buffer } | null> {
  const row = await rowOf(tx);
  const { webp } = (row?.value ?? { webp: null }) as Kept;
  return row && webp ? { mark: String(row.version), webp: Buffer.from(webp, 'base64') } : null;
}

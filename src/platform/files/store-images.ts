import type { Ground } from '../ground.ts';
import { readForm } from '../http/read-form.ts';
import { newId } from '../ids.ts';
import { newRecordKey } from '../vault/index.ts';
import { type CleanImage, type CleanImages, cleanImages } from './clean-images.ts';
import { readImages } from './read-images.ts';

export type StoredImage = { id: string; key: Buffer; bytes: number };

/** Puts images into the file store, each sealed under a key of its own; rows follow in the transaction. */
export async function storeImages(ground: Ground, images: readonly CleanImage[]): Promise<StoredImage[]> {
  const stored: StoredImage[] = [];
  for (const image of images) {
    const id = newId(ground.clock, ground.chance);
    const key = newRecordKey();
    await ground.files.put(id, key, image.bytes);
    stored.push({ id, key, bytes: image.bytes.length });
  }
  return stored;
}

/** Reads the images of a posted form and makes each anew; what is refused is named and leaves the others alone. */
export async function takeImages(ground: Ground, body: Request): Promise<CleanImages> {
  const { files, refused } = readImages(await readForm(body));
  const clean = await cleanImages(ground, files);
  return { images: clean.images, refused: [...refused, ...clean.refused] };
}

/** An image as it is sent to a browser: in a form that we made ourselves, and where nothing in it can run. */
export const imageAnswer = (bytes: Buffer): Response =>
  new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/webp', 'content-security-policy': "default-src 'none'; sandbox" },
  });

import type { Ground } from '../ground.ts';
import { cleanImage } from './clean-image.ts';
import type { RefusedFile } from './read-images.ts';

/** An image made anew from its pixels: no metadata, no name of the sender's. */
export type CleanImage = { bytes: Buffer };

export interface CleanImages {
  images: CleanImage[];
  refused: RefusedFile[];
}

/**
 * Makes each image anew, one after the other; what is no image is named and leaves the others alone. While the disk is nearly
 * full none is taken: words always are.
 */
export const cleanImages = async (ground: Ground, files: readonly File[]): Promise<CleanImages> => {
  const clean: CleanImages = { images: [], refused: [] };
  if (files.length === 0) return clean;
  if (!(await ground.files.hasRoom()))
    return { images: [], refused: files.map(({ name }) => ({ name, because: 'no-room' })) };
  for (const file of files) {
    const bytes = await cleanImage(Buffer.from(await file.arrayBuffer()));
    if (bytes === null) clean.refused.push({ name: file.name, because: 'not-taken' });
    else clean.images.push({ bytes });
  }
  return clean;
};

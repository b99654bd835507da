import { createHash } from 'node:crypto';
import { cleanImage } from '../../platform/files/clean-image.ts';
import type { Ground } from '../../platform/ground.ts';
import type { CleanImage } from '../commands/attach-images.ts';
import type { RefusedFile } from '../pages/index.ts';

export interface CleanFiles {
  images: CleanImage[];
  refused: RefusedFile[];
}

/**
 * Makes each image anew, one after the other; what is no image is named and leaves the others alone. While the disk is nearly
 * full none is taken: words always are.
 */
export const cleanFiles = async (ground: Ground, files: readonly File[]): Promise<CleanFiles> => {
  const clean: CleanFiles = { images: [], refused: [] };
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

/** Recognises the same files when a form is sent again. */
export const marksOf = async (files: readonly File[]): Promise<string[]> =>
  Promise.all(
    files.map(async (file) =>
      createHash('sha256')
        .update(await file.bytes())
        .digest('hex'),
    ),
  );

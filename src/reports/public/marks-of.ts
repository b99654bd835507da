import { createHash } from 'node:crypto';

/** Recognises the same files when a form is sent again. */
export const marksOf = async (files: readonly File[]): Promise<string[]> =>
  Promise.all(
    files.map(async (file) =>
      createHash('sha256')
        .update(await file.bytes())
        .digest('hex'),
    ),
  );

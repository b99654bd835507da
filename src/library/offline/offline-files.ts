import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../../platform/program-folder.ts';

const read = (name: string): string => readFileSync(join(programFolder, 'src/library/offline', name), 'utf8');

export const shortHash = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);

const page = read('offline.browser.js');
const worker = read('worker.browser.js');

/** The script that every page of the library carries; its address changes with its text. */
export const offlineScript = { path: `/assets/library-offline.${shortHash(page)}.js`, text: page } as const;

/** The worker that keeps these addresses for a place such as `en` or `/riverside/en`; it is another one as soon as what stands at them, or the worker itself, changes. */
export const workerText = (place: string, kept: readonly string[], contents: string): string =>
  worker
    .replace("'%version%'", `'${shortHash(worker + contents)}'`)
    .replace("'%prefix%'", `'library-${place}-'`)
    .replace('const kept = [];', `const kept = ${JSON.stringify(kept)};`);

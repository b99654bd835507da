import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../../platform/program-folder.ts';

const text = readFileSync(join(programFolder, 'src/library/courses/record-training.browser.js'), 'utf8');
const mark = createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The script that offers staff to keep a training record; its address changes with its text. */
export const recordScript = { path: `/assets/record-training.${mark}.js`, text } as const;

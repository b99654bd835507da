import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../../../platform/program-folder.ts';

const text = readFileSync(join(programFolder, 'src/cases/sharing/public/shared-link.browser.js'), 'utf8');
const mark = createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Puts the number of a link into its field; without it one types the number. Its address changes with its text. */
export const sharedLinkScript = { path: `/assets/shared-link.${mark}.js`, text } as const;

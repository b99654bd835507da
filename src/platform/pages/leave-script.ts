import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../program-folder.ts';

const text = readFileSync(join(programFolder, 'src/platform/pages/leave.browser.js'), 'utf8');
const mark = createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The one script of the public pages: it only helps to leave. Its address changes with its text. */
export const leaveScript = { path: `/assets/leave.${mark}.js`, text } as const;

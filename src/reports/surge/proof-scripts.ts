import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../../platform/program-folder.ts';

const script = (name: string, text: string) => ({
  path: `/assets/${name}.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`,
  text,
});

const read = (file: string): string => readFileSync(join(programFolder, 'src/reports/surge', file), 'utf8');

/** What a report form's page does in its own time; each address changes with its text. */
export const proofScript = script('report-proof', read('proof.browser.js'));
export const proofWorker = script('report-proof-worker', read('proof-worker.browser.js'));

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../program-folder.ts';

const common = ['src/console/tokens.css', 'src/platform/pages/frame.css', 'src/platform/pages/forms.css'];

const withoutComments = (css: string): string => css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
const withoutSpace = (css: string): string =>
  css
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .trim();

export interface Stylesheet {
  /** Address on this site; it changes with the text, so that the text may be kept for ever. */
  path: string;
  text: string;
}

/** Reads the one stylesheet of the public pages: tokens, frame, forms, then each slice's own. */
export const readPublicStylesheet = (ofSlices: readonly string[]): Stylesheet => {
  const css = [...common, ...ofSlices].map((source) => readFileSync(join(programFolder, source), 'utf8')).join('\n');
  const text = withoutSpace(withoutComments(css));
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { path: `/assets/public.${mark}.css`, text };
};

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { programFolder } from '../../platform/program-folder.ts';

export interface BrowserFile {
  /** Address on this site; it changes with the text, so that the text may be kept for ever. */
  path: string;
  text: string;
}

const here = join(programFolder, 'src/library');

/** The one package that the browser needs, as it was published. */
const searchPackage = join(createRequire(import.meta.url).resolve('minisearch'), '../../es/index.js');

const file = (name: string, text: string): BrowserFile => {
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { path: `/assets/${name}.${mark}.js`, text };
};

const read = (path: string, replacements: Record<string, string> = {}): string =>
  Object.entries(replacements).reduce(
    (text, [from, to]) => text.replaceAll(`from '${from}'`, `from '${to}'`),
    readFileSync(path, 'utf8'),
  );

const miniSearch = file('minisearch', read(searchPackage).replace(/\n\/\/# sourceMappingURL=.*/, ''));
const folding = file('library-folding', read(join(here, 'search/folding.js')));
const ranking = file(
  'library-ranking',
  read(join(here, 'search/ranking.js'), { minisearch: miniSearch.path, './folding.js': folding.path }),
);
const typing = file(
  'library-search',
  read(join(here, 'browser/search-as-you-type.js'), { '../search/ranking.js': ranking.path }),
);

/** The scripts of the search page: the ranking is the very file that the server runs. */
export const searchScript = typing.path;
export const browserFiles: readonly BrowserFile[] = [miniSearch, folding, ranking, typing];

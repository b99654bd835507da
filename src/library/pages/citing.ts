import type { Source } from '../contract.ts';
import type { Surroundings } from '../reading/draw-text.ts';
import { addressOf, articleOf, type Library } from '../reading/library.ts';
import { scanMarkdown } from '../reading/scan-markdown.ts';
import type { PageWords } from './page-words.ts';

/** The sources of one page with their numbers, and what its texts need to be drawn. */
export interface Citing extends Surroundings {
  sources: readonly Source[];
  /** Those that a text on this page cites; the others only stand behind it. */
  cited: ReadonlySet<string>;
}

/**
 * Where the links of a text lead: an article in the language of the text, else in that of the page; the report page; or an
 * address on the web.
 */
const resolverIn =
  (library: Library, language: PageWords['language'], written: string) =>
  (target: string): string | null => {
    if (target === 'report:') return `/${language}/report`;
    if (/^(https?:\/\/|tel:|mailto:)/.test(target)) return target;
    const id = target.replace(/^library:/, '');
    const found = articleOf(library, written, id) ?? articleOf(library, language, id);
    return target.startsWith('library:') && found ? addressOf(found) : null;
  };

/** Numbers the sources that these texts cite, in the order in which they first do; `besides` follow. */
export const citing = (
  library: Library,
  words: PageWords,
  texts: readonly string[],
  besides: readonly string[] = [],
  written: string = words.language,
): Citing => {
  const cited = texts.flatMap((text) => scanMarkdown(text, 1).citations.map(({ target }) => target));
  const sources = [...new Set([...cited, ...besides])].flatMap((id) => library.sources.get(id) ?? []);
  const seen = new Set<string>();
  return {
    sources,
    cited: new Set(cited),
    resolve: resolverIn(library, words.language, written),
    cite: (id) => {
      const number = sources.findIndex((source) => source.id === id) + 1;
      if (number === 0) return null;
      const isFirst = !seen.has(id);
      seen.add(id);
      return {
        number,
        isFirst,
        label: words.t('library.article.source', { number, title: sources[number - 1]?.title ?? '' }),
      };
    },
  };
};

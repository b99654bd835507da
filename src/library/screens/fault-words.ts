import type { TextFault } from '../../console/api/library.ts';
import { useWords } from '../../console/kit/speech.tsx';
import { libraryDeskWords } from './words/index.ts';

type Key = keyof (typeof libraryDeskWords)['en'];

/** What the checks say, which they say in English, and our words for it; `name` is what the check names. */
const known: readonly (readonly [RegExp, Key, string?])[] = [
  [/^raw HTML/, 'fault.html'],
  [/^an image/, 'fault.image'],
  [/^heading of level (\d)/, 'fault.heading', 'level'],
  [/^there is no article (\S+)$/, 'fault.no-article', 'id'],
  [/^there is no source (\S+)$/, 'fault.no-source', 'id'],
  [/^the mark (\S+) is not/, 'fault.not-among', 'id'],
  [/^figures without a source/, 'fault.no-figure-source'],
  [/^a link must be/, 'fault.link'],
  [/^must name who reviewed/, 'fault.reviewer'],
];

/** The sentence for a fault in the reader's language, with its line where it has one. */
export const useFaultWords = () => {
  const { t } = useWords(libraryDeskWords);
  return ({ line, because }: TextFault): string => {
    const found = known.find(([pattern]) => pattern.test(because));
    const [pattern, key = 'fault.field', name] = found ?? [];
    const [, value = ''] = pattern?.exec(because) ?? [];
    const said = t(key, name ? { [name]: value } : {});
    return line === null ? said : t('edit.line', { line, because: said });
  };
};

/** Words as one types them and as they stand in a text, without accents or case; each letter by itself, whatever stands beside it. */
export const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ');

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Endings of the plural in the four languages, which the singular in a text does not have. */
const stemOf = (word: string): string => (word.length > 4 ? word.replace(/(?:es|s|x)$/, '') : word);

/** What is sought: each word, or its beginning, must stand somewhere in the record. */
export const stemsOf = (sought: string): string[] => [
  ...new Set((fold(sought).match(/[\p{L}\p{N}]+/gu) ?? []).map(stemOf).filter((stem) => stem !== '')),
];

/** Where a word of the folded text begins with the stem, or -1. */
function placeOf(folded: string, stem: string): number {
  for (let at = folded.indexOf(stem); at >= 0; at = folded.indexOf(stem, at + 1))
    if (at === 0 || !isLetter(folded[at - 1])) return at;
  return -1;
}

/** The words found, with those that stand around them. */
export interface Snippet {
  before: string;
  match: string;
  after: string;
}

const around = 70;

/** Folding can change lengths: counts characters of the text until the folded place is reached. */
function placeInText(text: string, folded: number): number {
  let length = 0;
  for (const [at, character] of [...text].entries()) {
    if (length >= folded) return [...text].slice(0, at).join('').length;
    length += fold(character).length;
  }
  return text.length;
}

function snippetAt(text: string, from: number, length: number): Snippet {
  const end = from + length + (text.slice(from + length).match(/^[\p{L}\p{N}\p{M}]*/u)?.[0].length ?? 0);
  return {
    before: text.slice(Math.max(0, from - around), from),
    match: text.slice(from, end),
    after: text.slice(end, end + around),
  };
}

/** The first place where one of the stems stands, if every one of them stands somewhere in these texts; else null. */
export function findIn(stems: readonly string[], texts: readonly string[]): Snippet | null {
  const folded = texts.map(fold);
  if (!stems.every((stem) => folded.some((text) => placeOf(text, stem) >= 0))) return null;
  for (const [index, text] of folded.entries()) {
    const places = stems.map((stem) => ({ stem, at: placeOf(text, stem) })).filter(({ at }) => at >= 0);
    const first = places.toSorted((one, other) => one.at - other.at)[0];
    if (first) return snippetAt(texts[index]!, placeInText(texts[index]!, first.at), first.stem.length);
  }
  return null;
}

const blackedOut = '▇▇▇';
const literal = (words: string) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text without these words, however they are written; what is blacked out keeps nothing of its length. */
export function redact(text: string, words: readonly string[]): string {
  if (words.length === 0) return text;
  const longestFirst = words.toSorted((one, other) => other.length - one.length).map(literal);
  return text.replaceAll(new RegExp(longestFirst.join('|'), 'giu'), blackedOut);
}

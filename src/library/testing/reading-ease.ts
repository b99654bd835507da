import type { Language } from '../../platform/i18n/index.ts';

export interface Counts {
  words: number;
  sentences: number;
  syllables: number;
  letters: number;
}

const vowels: Readonly<Record<Language, RegExp>> = {
  en: /[aeiouy]+/g,
  ca: /[aeiouàèéíïòóúü]+/g,
  es: /[aeiouáéíóúü]+/g,
  fr: /[aeiouyàâäéèêëîïôöùûüœæ]+/g,
};

/** Groups of vowels; the silent e at the end of a French or English word is no syllable, two strong vowels in Spanish are two. */
export const syllablesIn = (word: string, language: Language): number => {
  const small = word.toLowerCase();
  const spoken =
    language === 'en'
      ? small.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
      : language === 'fr'
        ? small.replace(/(?:es|ent|e)$/, '')
        : small;
  const groups = spoken.match(vowels[language])?.length ?? 0;
  const hiatus = language === 'es' ? (small.match(/[aeoáéó]{2}|[íú][aeo]|[aeo][íú]/g)?.length ?? 0) : 0;
  return Math.max(1, groups + hiatus);
};

/** Sentences, words and syllables of a text; each line of a list is a sentence. */
export const countIn = (text: string, language: Language): Counts => {
  const sentences = text.split(/[.!?…]+(?=\s|$)|\n+/).filter((each) => /\p{L}/u.test(each));
  const words = sentences.flatMap((sentence) => sentence.match(/\p{L}+(?:[’']\p{L}+)*/gu) ?? []);
  return {
    words: words.length,
    sentences: sentences.length,
    syllables: words.reduce((sum, word) => sum + syllablesIn(word, language), 0),
    letters: words.reduce((sum, word) => sum + word.length, 0),
  };
};

const perSentence = ({ words, sentences }: Counts) => words / Math.max(1, sentences);
const perWord = ({ syllables, words }: Counts) => syllables / Math.max(1, words);

/** Years of schooling in the United States that a text asks for (Kincaid and others, 1975); age is five more. */
export const fleschKincaidGrade = (counts: Counts): number =>
  0.39 * perSentence(counts) + 11.8 * perWord(counts) - 15.59;

/** 0 to 100, the higher the easier: the Spanish adaptation of Flesch (Fernández Huerta, 1959). */
export const fernandezHuerta = (counts: Counts): number => 206.84 - 60 * perWord(counts) - 1.02 * perSentence(counts);

/** 0 to 100, the higher the easier: the French adaptation of Flesch (Kandel and Moles, 1958). */
export const kandelMoles = (counts: Counts): number => 207 - 1.015 * perSentence(counts) - 73.6 * perWord(counts);

export const wordsPerSentence = perSentence;
export const lettersPerWord = ({ letters, words }: Counts): number => letters / Math.max(1, words);

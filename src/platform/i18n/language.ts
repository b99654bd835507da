export const languages = ['en', 'ca', 'es', 'fr'] as const;
export type Language = (typeof languages)[number];

/** Each language called by its own name, so that whoever reads only that one finds it. */
export const ownNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ca: 'Català',
  es: 'Español',
  fr: 'Français',
};

/** Says whether a word from outside is one of our languages. */
export const isLanguage = (word: string | undefined): word is Language => languages.some((known) => known === word);

interface Wish {
  language: string;
  weight: number;
}

const wish = (part: string): Wish => {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
  const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { language: tag.trim().split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
};

/** The offered language that an `Accept-Language` header (RFC 9110, 12.5.4) likes best; the first offered when it likes none. */
export const negotiateLanguage = (
  acceptLanguage: string | null | undefined,
  offered: readonly Language[],
): Language => {
  const first = offered[0] ?? 'en';
  const wishes = (acceptLanguage ?? '').slice(0, 500).split(',').map(wish);
  const liked = wishes.filter((each) => each.weight > 0).sort((a, b) => b.weight - a.weight);
  for (const { language } of liked) {
    const found = offered.find((each) => each === language);
    if (found !== undefined) return found;
  }
  return first;
};

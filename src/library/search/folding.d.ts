import type { Language } from '../../platform/i18n/index.ts';

export function fold(text: string): string;
export function wordsIn(text: string): string[];
export function askedIn(language: Language): (word: string) => string[] | null;
export function stemIn(language: Language): (word: string) => string | null;

export function fold(text: string): string;
export function wordsIn(text: string): string[];
export function askedIn(language: string): (word: string) => string[] | null;
export function stemIn(language: string): (word: string) => string | null;

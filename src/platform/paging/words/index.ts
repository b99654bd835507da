import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** What a telephone says: that somebody waits, and nothing else. */
export const pagingWords = { en, ca, es, fr };

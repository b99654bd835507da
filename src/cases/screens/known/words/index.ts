import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words for what is known: signs, sources, and what is missing. */
export const knownWords = { en, ca, es, fr };

import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of closing a case, and of the question whether it opens again. */
export const closingWords = { en, ca, es, fr };

import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of lending an officer to another community. */
export const lendingWords = { en, ca, es, fr };

import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of a whole case that leaves or comes in. */
export const archiveWords = { en, ca, es, fr };

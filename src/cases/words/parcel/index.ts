import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words around what was shared: on the page, in the file and in the console alike. */
export const parcelWords = { en, ca, es, fr };

import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the library's screens. */
export const libraryDeskWords = { en, ca, es, fr };

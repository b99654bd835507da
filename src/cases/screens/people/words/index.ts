import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the people of a case, and of who may be the same elsewhere. */
export const peopleWords = { en, ca, es, fr };

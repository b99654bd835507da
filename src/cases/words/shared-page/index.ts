import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the page on which a view opens once. */
export const sharedPageWords = { en, ca, es, fr };

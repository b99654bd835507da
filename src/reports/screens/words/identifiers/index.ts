import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of exact identifiers, wherever one is noted. */
export const identifierWords = { en, ca, es, fr };

import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** What a community cannot keep with the people it has, in plain words. */
export const staffingWords = { en, ca, es, fr };

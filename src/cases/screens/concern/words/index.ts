import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the level of concern. */
export const concernWords = { en, ca, es, fr };

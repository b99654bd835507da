import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of load, absence and leaving. */
export const loadWords = { en, ca, es, fr };

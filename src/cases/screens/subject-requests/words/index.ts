import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of what the other side asks. */
export const requestWords = { en, ca, es, fr };

import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of bringing in the cases of an earlier system. */
export const bringInWords = { en, ca, es, fr };

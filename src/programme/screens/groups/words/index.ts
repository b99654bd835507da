import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of what is counted by group. */
export const byGroupWords = { en, ca, es, fr };

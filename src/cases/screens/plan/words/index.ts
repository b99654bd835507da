import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the plan and of its catalogue. */
export const planWords = { en, ca, es, fr };

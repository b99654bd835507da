import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of groups: how they are recorded here, and the record of a case. */
export const groupWords = { en, ca, es, fr };

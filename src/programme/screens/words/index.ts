import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the programme's figures. */
export const programmeWords = { en, ca, es, fr };

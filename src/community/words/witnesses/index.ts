import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of who watches the log, and whose log is watched. */
export const witnessWords = { en, ca, es, fr };

import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of whoever lost a password or a factor, and of those who vouch for them. */
export const recoveryWords = { en, ca, es, fr };

import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of what leaves a case, and of what one is given. */
export const sharingWords = { en, ca, es, fr };

import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of what consultants are given and of what they answer. */
export const extractWords = { en, ca, es, fr };

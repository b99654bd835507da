import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of what a team prints: their headings and labels, and the page on which one chooses. */
export const documentWords = { en, ca, es, fr };

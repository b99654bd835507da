import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the page by which a community takes everything elsewhere. */
export const moveWords = { en, ca, es, fr };

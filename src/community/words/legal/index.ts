import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the page about the law that a community works under. */
export const legalWords = { en, ca, es, fr };

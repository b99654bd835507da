import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of reviews, of the week and of the calendar. */
export const reviewWords = { en, ca, es, fr };

import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the ladder: who was told of a report, and who is next. */
export const ladderWords = { en, ca, es, fr };

import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the rota: shifts, swaps, leave and the test of paging. */
export const rotaWords = { en, ca, es, fr };

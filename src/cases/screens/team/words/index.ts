import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the team, its declarations and recusals. */
export const teamWords = { en, ca, es, fr };

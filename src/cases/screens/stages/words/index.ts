import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the stages and of the standards for them. */
export const stageWords = { en, ca, es, fr };

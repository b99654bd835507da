import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the screens about keeping and destroying. */
export const retentionWords = { en, ca, es, fr };

import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the settings, one subject a page. */
export const settingsWords = { en, ca, es, fr };

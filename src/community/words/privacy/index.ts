import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the privacy notice, the same for every community; its own come from the settings. */
export const privacyWords = { en, ca, es, fr };

import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of meetings, their agenda and their minutes. */
export const meetingWords = { en, ca, es, fr };

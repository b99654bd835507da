import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of interviews and requests, with a guide for each. */
export const inquiryWords = { en, ca, es, fr };

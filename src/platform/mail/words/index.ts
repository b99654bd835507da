import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export const mailWords = { en, ca, es, fr };
export type MailKey = keyof typeof en;

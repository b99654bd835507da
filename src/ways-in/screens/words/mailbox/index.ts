import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the mailbox whose mails become reports. */
export const mailboxWords = { en, ca, es, fr };

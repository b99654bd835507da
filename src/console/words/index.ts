import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words that all screens of the console share. */
export const consoleWords = { en, ca, es, fr };

/** Whether we have words under this key; for keys that are made from what the server says. */
export const isConsoleKey = (key: string): key is keyof typeof en => key in en;

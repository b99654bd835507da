import type { Catalogues, KeyOf } from '../../platform/i18n/index.ts';
import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** Words of the public pages: plain, short, and the same in every language. */
export const reportsWords: Catalogues<keyof typeof en> = { en, ca, es, fr };
export type ReportsKey = KeyOf<typeof reportsWords>;

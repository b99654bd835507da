import type { Catalogues, KeyOf } from '../../i18n/index.ts';
import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** Words of the frame around every public page. */
export const shellWords: Catalogues<keyof typeof en> = { en, ca, es, fr };
export type ShellKey = KeyOf<typeof shellWords>;

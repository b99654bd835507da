import type { Catalogues } from '../../i18n/index.ts';
import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export const shellWords: Catalogues<keyof typeof en> = { en, ca, es, fr };

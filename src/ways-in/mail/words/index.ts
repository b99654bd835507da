import type { Catalogues } from '../../../platform/i18n/index.ts';
import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** What is said of and to a mail, in the community's first language. */
export const mailWords: Catalogues<keyof typeof en> = { en, ca, es, fr };

import type { Catalogues, KeyOf } from '../../../platform/i18n/index.ts';
import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** Words of what people take with them: book, poster, card. */
export const takeawayWords: Catalogues<keyof typeof en> = { en, ca, es, fr };
export type TakeawayKey = KeyOf<typeof takeawayWords>;

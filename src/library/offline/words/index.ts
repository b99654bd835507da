import type { Catalogues, KeyOf } from '../../../platform/i18n/index.ts';
import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** Words of the page that stands in where there is no network. */
export const offlineWords: Catalogues<keyof typeof en> = { en, ca, es, fr };
export type OfflineKey = KeyOf<typeof offlineWords>;

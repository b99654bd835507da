import type { Catalogues, KeyOf } from '../../../platform/i18n/index.ts';
import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** Words around the figures and their sources. */
export const evidenceWords: Catalogues<keyof typeof en> = { en, ca, es, fr };
export type EvidenceKey = KeyOf<typeof evidenceWords>;

import { consoleWords } from '../../../console/words/index.ts';
import { joinCatalogues } from '../../../platform/i18n/index.ts';
import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of these screens, together with those that all screens share. */
export const waysWords = joinCatalogues(consoleWords, { en, ca, es, fr });

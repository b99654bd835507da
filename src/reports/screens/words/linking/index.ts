import { joinCatalogues } from '../../../../platform/i18n/index.ts';
import { identifierWords } from '../identifiers/index.ts';
import { deskWords } from '../index.ts';
import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of rows, of what may belong together and of checks, with those of the desk. */
export const linkingWords = joinCatalogues(joinCatalogues(deskWords, identifierWords), { en, ca, es, fr });

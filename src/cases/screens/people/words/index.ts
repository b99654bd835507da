import { joinCatalogues } from '../../../../platform/i18n/index.ts';
import { identifierWords } from '../../../../reports/screens/words/identifiers/index.ts';
import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The words of the people of a case, and of who may be the same elsewhere. */
export const peopleWords = joinCatalogues(identifierWords, { en, ca, es, fr });

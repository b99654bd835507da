import { joinCatalogues, type Translator, translator } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { type ShellKey, shellWords } from '../../platform/pages/words/index.ts';
import { type LibraryKey, libraryWords } from '../words/index.ts';
import { type CourseKey, courseWords } from './words/index.ts';

const catalogues = joinCatalogues(joinCatalogues(courseWords, libraryWords), shellWords);

export type CourseWords = Translator<CourseKey | LibraryKey | ShellKey>;

/** The words of the courses in the reader's language and on the community's clocks. */
export const wordsFor = (setting: Pick<PublicSetting, 'language' | 'timeZone'>): CourseWords =>
  translator(catalogues, setting.language, setting.timeZone);

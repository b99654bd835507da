import { isLanguage, ownNames } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { Article } from '../reading/article.ts';
import { addressOf } from '../reading/library.ts';
import { renderFrame } from './frame.tsx';
import { wordsFor } from './page-words.ts';

const nameOf = (language: string): string => (isLanguage(language) ? ownNames[language] : language);

/** Says that a page is not in this language yet, and in which it is. */
export const renderMissing = (setting: PublicSetting, others: readonly Article[], path: string): string => {
  const words = wordsFor(setting);
  const title = words.t('library.missing.title');
  return renderFrame({
    setting,
    words,
    title,
    path,
    isPrivate: true,
    children: (
      <>
        <h1>{title}</h1>
        <p className="lead">{words.t('library.missing.lead')}</p>
        <ul className="tall">
          {others.map((article) => (
            <li key={article.language}>
              <a href={addressOf(article)} lang={article.language} hrefLang={article.language}>
                {nameOf(article.language)}: {article.title}
              </a>
            </li>
          ))}
        </ul>
      </>
    ),
  });
};

import { useState } from 'react';
import { Link } from 'react-router';
import { Part } from '../../../console/kit/page.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { type Language, languages, ownNames } from '../../../platform/i18n/language.ts';
import { documentKinds } from '../../contract.ts';
import { documentWords } from '../../words/documents/index.ts';
import { OpenedPage } from '../opened-page.tsx';

/** The language in which a document is made; the reader's own unless they choose another. */
export const LanguageOfPaper = ({ language, choose }: { language: Language; choose: (language: Language) => void }) => {
  const { t } = useWords(documentWords);
  return (
    <div className="field">
      <label htmlFor="paper-language">{t('documents.language')}</label>
      <select id="paper-language" value={language} onChange={(event) => choose(event.target.value as Language)}>
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {ownNames[each]}
          </option>
        ))}
      </select>
    </div>
  );
};

/** What can be printed of one case, and in which language. */
export const DocumentsPage = () => {
  const { t } = useWords(documentWords);
  const speech = useSpeech();
  const [language, choose] = useState<Language>(speech.language);
  return (
    <OpenedPage title={() => t('documents.title')}>
      {(opened) => (
        <>
          <p>{t('documents.about')}</p>
          <LanguageOfPaper language={language} choose={choose} />
          <Part title={t('documents.choose')}>
            <ul className="rows">
              {documentKinds.map((kind) => (
                <li key={kind}>
                  <Link className="row" data-row to={`/cases/${opened.id}/documents/${kind}?language=${language}`}>
                    <span className="row-first">{t(`document.${kind}`)}</span>
                    <span className="row-second">{t('documents.open')}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </Part>
        </>
      )}
    </OpenedPage>
  );
};

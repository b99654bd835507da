import { useState } from 'react';
import { Link } from 'react-router';
import { LanguageSelect, ownLanguages } from '../../../console/kit/language-select.tsx';
import { Part } from '../../../console/kit/page.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import type { Language } from '../../../platform/i18n/language.ts';
import { documentKinds } from '../../contract.ts';
import { documentWords } from '../../words/documents/index.ts';
import { OpenedPage } from '../opened-page.tsx';

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
          <div className="field">
            <LanguageSelect
              id="paper-language"
              label={t('documents.language')}
              chosen={language}
              offered={ownLanguages}
              choose={choose}
            />
          </div>
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

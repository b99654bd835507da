import { useId } from 'react';
import { isLanguage, languages, ownNames } from '../../platform/i18n/index.ts';
import { useConsoleWords, useSpeech } from '../kit/speech.tsx';

/** Lets a person choose the language of the console on this device. */
export const LanguageChoice = () => {
  const { t } = useConsoleWords();
  const { language, choose } = useSpeech();
  const id = useId();
  return (
    <div className="language-choice">
      <label htmlFor={id}>{t('shell.language')}</label>
      <select
        id={id}
        value={language}
        onChange={(event) => isLanguage(event.target.value) && choose(event.target.value)}
      >
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {ownNames[each]}
          </option>
        ))}
      </select>
    </div>
  );
};

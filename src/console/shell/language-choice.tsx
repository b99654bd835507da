import { useId } from 'react';
import { LanguageSelect, ownLanguages } from '../kit/language-select.tsx';
import { useConsoleWords, useSpeech } from '../kit/speech.tsx';

/** Lets a person choose the language of the console on this device. */
export const LanguageChoice = () => {
  const { t } = useConsoleWords();
  const { language, choose } = useSpeech();
  const id = useId();
  return (
    <div className="language-choice">
      <LanguageSelect id={id} label={t('shell.language')} chosen={language} offered={ownLanguages} choose={choose} />
    </div>
  );
};

import { useState } from 'react';
import { Outlet } from 'react-router';
import { isLanguage, type Language, languages, negotiateLanguage } from '../../platform/i18n/index.ts';
import { SpeechProvider } from '../kit/speech.tsx';
import { LanguageChoice } from './language-choice.tsx';

const storageKey = 'forestall.language';

/** The language chosen on this device, if one was. */
export const languageChosen = (): Language | undefined => {
  const kept = localStorage.getItem(storageKey) ?? undefined;
  return isLanguage(kept) ? kept : undefined;
};

/** Keeps the language on this device: a preference, no content. */
export const keepLanguage = (language: Language): void => localStorage.setItem(storageKey, language);

export const languageOfBrowser = (): Language =>
  languageChosen() ?? negotiateLanguage(navigator.languages.join(','), languages);

export const zoneOfBrowser = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The frame of the pages that one reaches without being signed in. */
export const Outside = () => {
  const [language, setLanguage] = useState(languageOfBrowser);
  const choose = (next: Language) => {
    keepLanguage(next);
    setLanguage(next);
  };
  return (
    <SpeechProvider speech={{ language, timeZone: zoneOfBrowser(), choose }}>
      <div className="outside">
        <header>
          <LanguageChoice />
        </header>
        <main>
          <Outlet />
        </main>
      </div>
    </SpeechProvider>
  );
};

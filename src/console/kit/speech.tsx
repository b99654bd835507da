import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { type Catalogues, type Language, type Translator, translator } from '../../platform/i18n/index.ts';
import { consoleWords } from '../words/index.ts';

export interface Speech {
  language: Language;
  timeZone: string;
  choose(language: Language): void;
}

const SpeechContext = createContext<Speech>({ language: 'en', timeZone: 'UTC', choose: () => {} });

/** Gives everything inside a language, and tells the browser which one it is. */
export const SpeechProvider = ({ speech, children }: { speech: Speech; children: ReactNode }) => {
  useEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech.language]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
};

/** The language and the clocks that the person reads. */
export const useSpeech = (): Speech => useContext(SpeechContext);

/** Speaks from the catalogues of a slice, in the person's language and on the community's clocks. */
export const useWords = <Key extends string>(catalogues: Catalogues<Key>): Translator<Key> => {
  const { language, timeZone } = useSpeech();
  return useMemo(() => translator(catalogues, language, timeZone), [catalogues, language, timeZone]);
};

/** Speaks from the catalogue that all screens share. */
export const useConsoleWords = () => useWords(consoleWords);

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { SignIn } from '../../community/screens/sign-in.tsx';
import type { Language } from '../../platform/i18n/index.ts';
import { onUnwelcome } from '../api/client.ts';
import { type Session, sessionQuery } from '../api/community.ts';
import { refusalOf } from '../api/refusal.ts';
import { useDrafts } from '../kit/drafts.tsx';
import { Reading } from '../kit/reading.tsx';
import { SessionProvider } from '../kit/session.tsx';
import { SpeechProvider } from '../kit/speech.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { keepLanguage, languageChosen, languageOfBrowser, zoneOfBrowser } from './outside.tsx';

const SignInPage = ({ again, done }: { again: string | null; done(session: Session): void }) => (
  <div className="outside">
    <header>
      <LanguageChoice />
    </header>
    <main>
      <SignIn again={again} done={done} />
    </main>
  </div>
);

const SecondFactor = lazy(async () => ({
  default: (await import('../../community/screens/second-factor.tsx')).SecondFactor,
}));

const Enrolment = () => (
  <div className="outside">
    <header>
      <LanguageChoice />
    </header>
    <main>
      <Suspense>
        <SecondFactor />
      </Suspense>
    </main>
  </div>
);

/**
 * Lets in whoever is signed in. When a session ends, the screens are hidden but kept with all that was typed, and the same
 * person finds them again after signing in; for another person everything begins anew.
 */
export const Gate = () => {
  const client = useQueryClient();
  const drafts = useDrafts();
  const navigate = useNavigate();
  const session = useQuery(sessionQuery);
  const [isOut, setIsOut] = useState(false);
  const [chosen, setChosen] = useState(languageChosen);
  const [wantsFactor, setWantsFactor] = useState(false);
  useEffect(
    () => onUnwelcome(({ because }) => (because === 'second-factor-needed' ? setWantsFactor(true) : setIsOut(true))),
    [],
  );

  const known = session.data;
  const language = chosen ?? known?.person.language ?? languageOfBrowser();
  const timeZone = known?.community.timeZone ?? zoneOfBrowser();
  const speech = useMemo(() => {
    const choose = (next: Language) => {
      keepLanguage(next);
      setChosen(next);
    };
    return { language, timeZone, choose };
  }, [language, timeZone]);

  const enter = (next: Session) => {
    const isAnother = known !== undefined && known.person.id !== next.person.id;
    if (isAnother) {
      drafts.clear();
      client.clear();
      navigate('/');
    }
    client.setQueryData(sessionQuery.queryKey, next);
    setIsOut(false);
    if (!isAnother) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  };
  const enrols = known?.factor === 'password' && (wantsFactor || !known.demo);
  const isStranger = session.error !== null && refusalOf(session.error).kind === 'not-signed-in';
  return (
    <SpeechProvider speech={speech}>
      {known && (
        <div hidden={isOut}>
          <SessionProvider session={known}>{enrols ? <Enrolment /> : <Outlet key={known.person.id} />}</SessionProvider>
        </div>
      )}
      {(isOut && known) || isStranger ? (
        <SignInPage again={known?.person.email ?? null} done={enter} />
      ) : (
        !known && <Reading of={session}>{() => null}</Reading>
      )}
    </SpeechProvider>
  );
};

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { SignIn } from '../../community/screens/sign-in.tsx';
import type { Language } from '../../platform/i18n/index.ts';
import { onUnwelcome } from '../api/client.ts';
import { type Session, sessionQuery, signOut } from '../api/community.ts';
import { keepAccountLanguage } from '../api/recovery.ts';
import { refusalOf } from '../api/refusal.ts';
import { useDrafts } from '../kit/drafts.tsx';
import { Reading } from '../kit/reading.tsx';
import { SessionProvider } from '../kit/session.tsx';
import { type Speech, SpeechProvider } from '../kit/speech.tsx';
import { communityInAddress } from './community-in-address.ts';
import { LanguageChoice } from './language-choice.tsx';
import { keepLanguage, languageChosen, languageOfBrowser, zoneOfBrowser } from './outside.tsx';
import { useIdle } from './use-idle.ts';
import { useStepUp } from './use-step-up.tsx';

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

/** The language of the person's account, else the one chosen on this device; the clocks are the community's. */
const useSpeechOf = (known: Session | undefined): Speech => {
  const client = useQueryClient();
  const [chosen, setChosen] = useState(languageChosen);
  const language = known?.person.language ?? chosen ?? languageOfBrowser();
  const timeZone = known?.community.timeZone ?? zoneOfBrowser();
  return useMemo(() => {
    const choose = (next: Language) => {
      keepLanguage(next);
      setChosen(next);
      if (!known) return;
      client.setQueryData(sessionQuery.queryKey, { ...known, person: { ...known.person, language: next } });
      void keepAccountLanguage(next).catch(() => {});
    };
    return { language, timeZone, choose };
  }, [language, timeZone, known, client]);
};

/** Whether the screens must be hidden, and whether the server first wants a second factor. */
const useLock = (idleMinutes: number | undefined) => {
  const [isOut, setIsOut] = useState(false);
  const [wantsFactor, setWantsFactor] = useState(false);
  useEffect(
    () => onUnwelcome(({ because }) => (because === 'second-factor-needed' ? setWantsFactor(true) : setIsOut(true))),
    [],
  );
  const lock = useCallback(() => {
    void signOut().catch(() => {});
    setIsOut(true);
  }, []);
  useIdle(isOut ? undefined : idleMinutes, lock);
  return { isOut, wantsFactor, unlock: () => setIsOut(false) };
};

/**
 * Lets in whoever is signed in. When a session ends, or nobody has touched the desk for as long as a session may rest, the
 * screens are hidden but kept with all that was typed, and the same person finds them again after signing in; for another
 * person everything begins anew.
 */
export const Gate = () => {
  const client = useQueryClient();
  const drafts = useDrafts();
  const navigate = useNavigate();
  const session = useQuery(sessionQuery);
  const known = session.data;
  const speech = useSpeechOf(known);
  const { isOut, wantsFactor, unlock } = useLock(known?.idleMinutes);

  const enter = (next: Session) => {
    if (![next.community.slug, ''].includes(communityInAddress(window.location.pathname)))
      return window.location.assign('/console/');
    const isAnother = known !== undefined && known.person.id !== next.person.id;
    if (isAnother) {
      drafts.clear();
      client.clear();
      navigate('/');
    }
    client.setQueryData(sessionQuery.queryKey, next);
    unlock();
    if (!isAnother) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  };
  const stepUp = useStepUp(known, enter);
  const enrols = known?.factor === 'password' && (wantsFactor || !known.demo);
  const isStranger = session.error !== null && refusalOf(session.error).kind === 'not-signed-in';
  return (
    <SpeechProvider speech={speech}>
      {known && (
        <div hidden={isOut}>
          <SessionProvider session={known}>{enrols ? <Enrolment /> : <Outlet key={known.person.id} />}</SessionProvider>
          {stepUp}
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

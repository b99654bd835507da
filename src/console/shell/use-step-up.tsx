import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { onStepUp } from '../api/client.ts';
import type { Session } from '../api/community.ts';

const StepUp = lazy(async () => ({ default: (await import('../../community/screens/step-up.tsx')).StepUp }));

/** The dialog that stands over the page while a grave act waits for a fresh sign-in; without one the act is not done. */
export const useStepUp = (known: Session | undefined, enter: (session: Session) => void): ReactNode => {
  const [answer, setAnswer] = useState<{ give(shown: boolean): void } | null>(null);
  useEffect(() => onStepUp(() => new Promise((give) => setAnswer({ give }))), []);
  if (!known || !answer) return null;
  const give = (shown: boolean) => {
    setAnswer(null);
    answer.give(shown);
  };
  const done = (session: Session) => {
    enter(session);
    give(session.person.id === known.person.id);
  };
  return (
    <Suspense>
      <StepUp email={known.person.email} done={done} close={() => give(false)} />
    </Suspense>
  );
};

import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { followEvents, type LiveState } from '../api/events.ts';
import { useNow } from '../kit/now.tsx';
import { useSession } from '../kit/session.tsx';
import { useConsoleWords } from '../kit/speech.tsx';
import { Rail } from './rail.tsx';
import { useKeys } from './use-keys.ts';

const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));

/** Follows the log anew with each session, since a stream ends with the session that began it. */
const useLive = (session: string): LiveState => {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('waiting');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new session needs a new stream
  useEffect(() => followEvents(client, setState), [client, session]);
  return state;
};

/** The frame of the console: the rail, what is on the screen, the keys, and the live log behind them. */
export const Shell = () => {
  const { t, formatDateTime } = useConsoleWords();
  const { person, community, demo, csrfToken } = useSession();
  const when = formatDateTime(useNow());
  const [keysShown, setKeysShown] = useState(false);
  const live = useLive(csrfToken);
  useKeys(() => setKeysShown(true));
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      <Rail live={live} showKeys={() => setKeysShown(true)} />
      <div className="stage">
        {demo && <header className="demo-bar">{t('shell.demo')}</header>}
        <div role="alert" className="lost">
          {live === 'lost' && <p className="lost-bar">{t('shell.lost')}</p>}
        </div>
        <main id="content" tabIndex={-1}>
          <Outlet />
        </main>
        <footer className="foot print-only">
          {t('shell.printed-by', { when, name: person.name, community: community.name })}
        </footer>
      </div>
      <Suspense>{keysShown && <KeysDialog isOpen close={() => setKeysShown(false)} />}</Suspense>
      <ScrollRestoration />
    </div>
  );
};

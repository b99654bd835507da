import { Link, useRouteError } from 'react-router';
import { Notice } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { useConsoleWords } from '../kit/speech.tsx';

/** An address of the console that leads nowhere. */
export const NotHere = () => {
  const { t } = useConsoleWords();
  return (
    <Page title={t('not-here.title')}>
      <p>{t('not-here.words')}</p>
      <p>
        <Link to="/">{t('shell.my-day')}</Link>
      </p>
    </Page>
  );
};

/** A fault of the console itself; what was typed elsewhere is still in memory. */
export const WentWrong = () => {
  const { t } = useConsoleWords();
  const error = useRouteError();
  return (
    <main className="outside">
      <h1>{t('went-wrong.title')}</h1>
      <Notice tone="bad" role="alert">
        <p>{t('went-wrong.words')}</p>
        <p className="hint">{error instanceof Error ? error.name : ''}</p>
      </Notice>
      <button type="button" onClick={() => window.location.reload()}>
        {t('went-wrong.reload')}
      </button>
    </main>
  );
};

import type { ReactNode } from 'react';
import type { FormOf } from './form.tsx';
import { Notice } from './notice.tsx';
import { useConsoleWords } from './speech.tsx';

interface NewerProps<Values> {
  form: FormOf<Values>;
  theirs: ReactNode;
  mine: ReactNode;
}

/** A newer state of the record beside what is being written here; neither replaces the other by itself. */
export function Newer<Values>({ form, theirs, mine }: NewerProps<Values>) {
  const { t } = useConsoleWords();
  if (!form.isOutrun) return null;
  return (
    <Notice tone="careful" title={t('newer.title')} role="alert">
      <div className="side-by-side">
        <div>
          <h3>{t('newer.theirs')}</h3>
          {theirs}
        </div>
        <div>
          <h3>{t('newer.mine')}</h3>
          {mine}
        </div>
      </div>
      <button type="button" onClick={form.takeNewer}>
        {t('newer.take')}
      </button>
    </Notice>
  );
}

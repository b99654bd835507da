import type { ReactNode } from 'react';
import { refusalOf } from '../api/refusal.ts';
import { RefusalNotice } from './notice.tsx';
import { useConsoleWords } from './speech.tsx';

interface Read<Data> {
  data: Data | undefined;
  error: unknown;
  isFetching: boolean;
  refetch(): unknown;
}

/** What is read, or that it is on its way, or why it may not be read and how to try again. */
export function Reading<Data>({ of, children }: { of: Read<Data>; children: (data: Data) => ReactNode }) {
  const { t } = useConsoleWords();
  if (of.data !== undefined) return children(of.data);
  if (of.error === null)
    return (
      <p className="loading" role="status">
        {t('kit.loading')}
      </p>
    );
  return (
    <>
      <RefusalNotice refusal={refusalOf(of.error)} />
      <button type="button" onClick={() => of.refetch()} disabled={of.isFetching}>
        {t('kit.try-again')}
      </button>
    </>
  );
}

import { type ReactNode, useState } from 'react';
import { Notice } from './notice.tsx';
import { useConsoleWords } from './speech.tsx';

export interface Pinned {
  version: number;
  isNewer: boolean;
  take(): void;
}

/** The version that a person has seen while writing; a newer one counts only after they took note of it. */
export const usePinned = (current: number): Pinned => {
  const [version, setVersion] = useState(current);
  return { version, isNewer: current > version, take: () => setVersion(current) };
};

interface NewerProps {
  pinned: Pinned;
  theirs: ReactNode;
  mine: ReactNode;
}

/** Somebody else's newer change beside what is being written here; neither replaces the other by itself. */
export const Newer = ({ pinned, theirs, mine }: NewerProps) => {
  const { t } = useConsoleWords();
  if (!pinned.isNewer) return null;
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
      <button type="button" onClick={pinned.take}>
        {t('newer.take')}
      </button>
    </Notice>
  );
};

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(words: string) => void>(() => {});

/** Says things to whoever cannot see them change; the same sentence twice is said twice. */
export const AnnounceProvider = ({ children }: { children: ReactNode }) => {
  const [said, setSaid] = useState({ words: '', turn: 0 });
  const announce = useCallback((words: string) => setSaid(({ turn }) => ({ words, turn: turn + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="unseen" role="status" aria-live="polite">
        <span key={said.turn}>{said.words}</span>
      </div>
    </AnnounceContext>
  );
};

export const useAnnounce = (): ((words: string) => void) => useContext(AnnounceContext);

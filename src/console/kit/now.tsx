import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

const NowContext = createContext(0);

const beat = 10_000;

/** Tells everything inside what time it is (milliseconds since 1970), anew every ten seconds. */
export const NowProvider = ({ clock, children }: { clock: () => number; children: ReactNode }) => {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), beat);
    return () => clearInterval(timer);
  }, [clock]);
  return <NowContext value={now}>{children}</NowContext>;
};

export const useNow = (): number => useContext(NowContext);

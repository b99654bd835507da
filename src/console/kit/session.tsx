import { createContext, type ReactNode, useContext } from 'react';
import type { Role, Session } from '../api/community.ts';

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = ({ session, children }: { session: Session; children: ReactNode }) => (
  <SessionContext value={session}>{children}</SessionContext>
);

/** Who is signed in; only screens behind the sign-in may ask. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('no session here');
  return session;
};

/** Whether the person has any of these roles. Only for what to show: the server decides what may be done. */
export const useHasRole = (...wanted: readonly Role[]): boolean =>
  useSession().roles.some((role) => wanted.includes(role));

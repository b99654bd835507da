import { createContext, type ReactNode, useContext } from 'react';

/** What has been typed and not yet sent, by form: in memory only, since it is content. */
export type Drafts = Map<string, object>;

const DraftsContext = createContext<Drafts>(new Map());

export const DraftsProvider = ({ drafts, children }: { drafts: Drafts; children: ReactNode }) => (
  <DraftsContext value={drafts}>{children}</DraftsContext>
);

export const useDrafts = (): Drafts => useContext(DraftsContext);

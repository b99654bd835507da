import { createContext, type ReactNode, useContext } from 'react';

export interface Draft {
  values: object;
  /** The version of the record that was on the screen when the writing began. */
  seen: number | undefined;
}

/** What has been typed and not yet sent, by form: in memory only, since it is content. */
export type Drafts = Map<string, Draft>;

const DraftsContext = createContext<Drafts>(new Map());

export const DraftsProvider = ({ drafts, children }: { drafts: Drafts; children: ReactNode }) => (
  <DraftsContext value={drafts}>{children}</DraftsContext>
);

export const useDrafts = (): Drafts => useContext(DraftsContext);

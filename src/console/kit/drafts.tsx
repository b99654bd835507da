import { createContext, type ReactNode, useContext, useState } from 'react';

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

export interface Writing<Values> {
  /** What has been typed, or nothing yet. */
  typed: Values | undefined;
  /** The version that was on the screen when the writing began. */
  begunAt: number | undefined;
  keep(values: Values, version: number | undefined): void;
  forget(): void;
}

/** What is being written in one form; it is found again when the form comes back to the screen. */
export const useWriting = <Values extends object>(name: string): Writing<Values> => {
  const drafts = useDrafts();
  const [draft, setDraft] = useState(() => drafts.get(name));
  return {
    typed: draft?.values as Values | undefined,
    begunAt: draft?.seen,
    keep: (values, seen) => {
      drafts.set(name, { values, seen });
      setDraft({ values, seen });
    },
    forget: () => {
      drafts.delete(name);
      setDraft(undefined);
    },
  };
};

import type { ReactNode } from 'react';

/** Names and what stands for them, in one aligned list. */
export const Facts = ({ rows }: { rows: readonly (readonly [string, ReactNode] | false | null | undefined)[] }) => (
  <dl className="facts">
    {rows.map(
      (row) =>
        row && (
          <div key={row[0]}>
            <dt>{row[0]}</dt>
            <dd>{row[1]}</dd>
          </div>
        ),
    )}
  </dl>
);

/** What happened, in the order in which it happened. */
export const Story = ({ children }: { children: ReactNode }) => <ol className="story">{children}</ol>;

export const Event = ({ when, children }: { when: ReactNode; children: ReactNode }) => (
  <li>
    <p className="story-when">{when}</p>
    <div>{children}</div>
  </li>
);

/** Somebody's own words, kept as they wrote them. */
export const Words = ({ children, lang }: { children: string; lang?: string }) => (
  <p className="words" lang={lang} dir="auto">
    {children}
  </p>
);

import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

interface PageProps {
  title: string;
  /** What kind of record this is, above its name. */
  kicker?: ReactNode;
  /** The one primary act of the page, or links that belong beside its name. */
  beside?: ReactNode;
  children: ReactNode;
}

/** The frame of every screen: names the document, and hands the focus to its only h1 when one arrives by a link. */
export const Page = ({ title, kicker, beside, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    document.title = `${title} · Forestall`;
  }, [title]);
  useEffect(() => {
    if (key !== 'default') heading.current?.focus();
  }, [key]);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          {kicker && <p className="kicker">{kicker}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        </div>
        {beside && <div className="page-beside">{beside}</div>}
      </header>
      {children}
    </div>
  );
};

/** A titled part of a page. */
export const Part = ({ title, beside, children }: { title: string; beside?: ReactNode; children: ReactNode }) => (
  <section className="part">
    <header className="part-head">
      <h2>{title}</h2>
      {beside}
    </header>
    {children}
  </section>
);

/** A form or a detail that stays folded until it is wanted. */
export const Fold = ({ title, open, children }: { title: string; open?: boolean; children: ReactNode }) => (
  <details className="fold" open={open}>
    <summary>{title}</summary>
    <div className="fold-inside">{children}</div>
  </details>
);

/** What a list says when it has nothing: what that means and what comes next. */
export const Empty = ({ children }: { children: ReactNode }) => <div className="empty">{children}</div>;

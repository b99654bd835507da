import { Link } from 'react-router';

interface TabsProps {
  label: string;
  tabs: readonly { to: string; name: string; isCurrent: boolean }[];
}

/** The states of a list, each an address of its own. */
export const Tabs = ({ label, tabs }: TabsProps) => (
  <ul className="tabs" aria-label={label}>
    {tabs.map(({ to, name, isCurrent }) => (
      <li key={to}>
        <Link to={to} aria-current={isCurrent ? 'true' : undefined}>
          {name}
        </Link>
      </li>
    ))}
  </ul>
);

interface NarrowingProps {
  id: string;
  label: string;
  sought: string;
  seek(words: string): void;
}

/** Narrows the list that is on the screen; the `/` key leads here. */
export const Narrowing = ({ id, label, sought, seek }: NarrowingProps) => (
  <div className="find">
    <label htmlFor={id}>{label}</label>
    <input
      id={id}
      data-find
      type="search"
      autoComplete="off"
      value={sought}
      onChange={(event) => seek(event.target.value)}
    />
  </div>
);

interface MoreProps {
  of: { hasNextPage: boolean; isFetchingNextPage: boolean };
  label: string;
  fetchMore(): unknown;
}

/** The next page of a list, where there is one. */
export const More = ({ of, label, fetchMore }: MoreProps) =>
  of.hasNextPage && (
    <button type="button" onClick={() => fetchMore()} disabled={of.isFetchingNextPage}>
      {label}
    </button>
  );

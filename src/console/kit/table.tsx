import type { ReactNode } from 'react';

interface TableProps {
  name: string;
  heads: readonly string[];
  /** True for a few short columns, which fit on a narrow screen. */
  fits?: boolean;
  children: ReactNode;
}

/** A table that scrolls inside its own frame where the screen is narrow, also by keyboard. */
export const Table = ({ name, heads, fits, children }: TableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <section className={fits ? 'table-scroll table-fits' : 'table-scroll'} tabIndex={0} aria-label={name}>
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
);

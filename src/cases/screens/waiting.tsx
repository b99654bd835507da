import type { ReactNode } from 'react';
import type { From } from '../../console/api/client.ts';
import { CommunityLink, CommunityMark } from '../../console/kit/community-link.tsx';
import { Part } from '../../console/kit/page.tsx';

interface WaitingProps<Row> {
  title: string;
  rows: readonly From<Row>[];
  keyOf(row: Row): string;
  to(row: Row): string;
  children(row: Row): ReactNode;
}

/** One list of what waits, each row leading to its record in its community; nothing where nothing waits. */
export function Waiting<Row extends object>({ title, rows, keyOf, to, children }: WaitingProps<Row>) {
  if (rows.length === 0) return null;
  return (
    <Part title={title}>
      <ul className="rows">
        {rows.map((row) => (
          <li key={keyOf(row)}>
            <CommunityLink className="row" data-row community={row.community} to={to(row)}>
              {children(row)}
              <CommunityMark community={row.community} />
            </CommunityLink>
          </li>
        ))}
      </ul>
    </Part>
  );
}

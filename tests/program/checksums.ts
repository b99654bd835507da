import type { Pool } from 'pg';

/** One checksum for each table that holds a community's rows, over all of them or over one community's. */
export async function checksums(owner: Pool, community?: string): Promise<Record<string, string>> {
  const where = community ? 'where community_id = $1' : '';
  const one = (table: string) =>
    `select '${table}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as sum from ${table} t ${where}`;
  const tables = await tablesOf(owner, community !== undefined);
  const { rows } = await owner.query<{ name: string; sum: string }>(
    tables.map(one).join(' union all '),
    community ? [community] : [],
  );
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** The tables that differ between two such sums. */
export const changed = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((table) => before[table] !== after[table]);

/** The tables of the database, or those of them in which each row belongs to a community. */
export async function tablesOf(owner: Pool, ofCommunities: boolean): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and (not $1 or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'community_id' and not a.attisdropped)) order by 1`,
    [ofCommunities],
  );
  return rows.map(({ name }) => name);
}

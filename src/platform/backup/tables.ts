export type Table = { name: string; columns: string[] };

/** Whatever answers a plain question to the database. */
type Asked = { query<Row>(text: string): Promise<{ rows: Row[] }> };

/** The tables of the program with the columns that are stored, each after those that it refers to. */
export async function tablesInOrder(client: Asked): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(COLUMNS);
  const { rows: references } = await client.query<{ from: string; to: string }>(REFERENCES);
  const byName = new Map(tables.map((table) => [table.name, table]));
  const ordered = new Set<Table>();
  const place = (name: string) => {
    const table = byName.get(name);
    if (!table || !byName.delete(name)) return;
    for (const { from, to } of references) if (from === name) place(to);
    ordered.add(table);
  };
  for (const { name } of tables) place(name);
  return [...ordered];
}

/** A name as it may stand in a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const COLUMNS = `
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind = 'r' and c.relname <> 'schema_migration'
  group by c.relname order by c.relname`;

const REFERENCES = `
  select distinct conrelid::regclass::text as from, confrelid::regclass::text as to
  from pg_constraint where contype = 'f' and conrelid <> confrelid order by 1, 2`;

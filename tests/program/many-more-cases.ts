import type { PoolClient } from 'pg';

export type Copying = {
  tables: readonly string[];
  community: string;
  /** Who leads the cases that are there, in the order of all people; each copy belongs to the next as many. */
  people: readonly { personId: string }[];
  leading: number;
  times: number;
};

/** Columns that name something of a case, which each copy has its own of. */
const named = ['id', 'case_id', 'report_id', 'record_id'];
/** Columns that name somebody. */
const somebody = [
  'lead_id',
  'deputy_id',
  'opened_by',
  'closed_by',
  'responsible_id',
  'decided_by',
  'linked_by',
  'entered_by',
  'exited_by',
  'recorded_by',
  'assignee_id',
  'made_by',
  'recipient_id',
];

/** Copies all that is there so many times inside the database, each copy for other people: as large, but opening for nobody. */
export async function copyCases(client: PoolClient, { tables, community, people, leading, times }: Copying) {
  await client.query('create temporary table of_staff (id uuid primary key, place integer not null)');
  await client.query(
    'insert into of_staff select person, place - 1 from unnest($1::uuid[]) with ordinality as p (person, place)',
    [people.map(({ personId }) => personId)],
  );
  const moved = new Map(
    tables.map((table) => [table, `create temporary table before_${table} as select * from ${table}`]),
  );
  for (const statement of moved.values()) await client.query(statement);
  for (let copy = 1; copy <= times; copy += 1)
    for (const table of tables)
      await client.query(await copyOf(client, table, copy, leading, people.length), [community]);
  for (const table of [...tables.map((each) => `before_${each}`), 'of_staff'])
    await client.query(`drop table ${table}`);
}

async function copyOf(
  client: PoolClient,
  table: string,
  copy: number,
  leading: number,
  staff: number,
): Promise<string> {
  const { rows } = await client.query<{ column_name: string }>(
    `select column_name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  const columns = rows.map(({ column_name }) => column_name);
  const other = (column: string) => {
    if (named.includes(column)) return `md5(t.${column}::text || ' ${copy}')::uuid`;
    if (column === 'number') return `'${copy.toString(36).toUpperCase().padStart(3, '0')}' || right(t.number, 4)`;
    if (!somebody.includes(column)) return `t.${column}`;
    return `(select b.id from of_staff a, of_staff b where a.id = t.${column} and b.place = (a.place + ${copy * leading}) % ${staff})`;
  };
  return `insert into ${table} (${columns.join(', ')}) select ${columns.map(other).join(', ')} from before_${table} t where t.community_id = $1`;
}

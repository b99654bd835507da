import type { Pool } from 'pg';

/** Everything that the database is made of, a line each, as its own catalogue tells it. */
export async function shapeOf(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(`
    with ours as (select oid, relname, relkind, relrowsecurity, relforcerowsecurity, relacl from pg_class
      where relnamespace = 'public'::regnamespace and relname <> 'schema_migration')
    select format('table %s row security %s forced %s grants %s', relname, relrowsecurity, relforcerowsecurity,
      (select string_agg(a::text, ' ' order by a::text) from unnest(relacl) a)) as line from ours where relkind = 'r'
    union all select format('column %s.%s %s%s%s', relname, attname, format_type(atttypid, atttypmod),
      case when attnotnull then ' not null' else '' end, coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''))
      from ours join pg_attribute a on a.attrelid = ours.oid left join pg_attrdef d on d.adrelid = ours.oid and d.adnum = a.attnum
      where relkind = 'r' and a.attnum > 0 and not attisdropped
    union all select format('constraint %s.%s %s', relname, conname, pg_get_constraintdef(c.oid))
      from ours join pg_constraint c on c.conrelid = ours.oid where contype <> 'n'
    union all select pg_get_indexdef(oid) from ours where relkind = 'i'
    union all select format('policy %s on %s %s', polname, relname, pg_get_expr(polqual, polrelid)) from ours join pg_policy on polrelid = ours.oid
    union all select pg_get_triggerdef(t.oid) from ours join pg_trigger t on t.tgrelid = ours.oid where not tgisinternal
    union all select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
    order by 1`);
  return rows.map(({ line }) => line);
}

import type { Client } from 'pg';

/** Something that must always be so. `faults` names each thing that breaks it; none means that it holds. */
export type Invariant = {
  name: string;
  faults(installation: Installation): Promise<string[]>;
  /** Broken: serving would betray a promise, so the server does not start. */
  stopsServing: boolean;
};

export type Installation = { owner: Client; app: Client; keyFolder: string; migrationsFolder: string };

/** A session is found by the secret in its cookie, before anything says which community it is in. */
const BEFORE_A_COMMUNITY = 'sessions';

/** What the database must hold to, each said in a query that gives one row (`fault`) for whatever breaks it. */
export const databaseInvariants: Invariant[] = [
  asked('app', 'PostgreSQL is version 15 or newer', {
    stopsServing: true,
    faults: `select current_setting('server_version') as fault where current_setting('server_version_num')::int < 150000`,
  }),
  asked('app', 'PostgreSQL has the known repairs of row-level security', {
    stopsServing: false,
    faults: `select current_setting('server_version') as fault from (select current_setting('server_version_num')::int as n) as v
      where n < 150014 or n between 160000 and 160009 or n between 170000 and 170005`,
  }),
  asked('app', 'Every commit reaches the disk before it is acknowledged', {
    stopsServing: true,
    faults: `select name || ' is off' as fault from pg_settings
      where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off'`,
  }),
  asked('app', 'Pages on disk carry checksums', {
    stopsServing: false,
    faults: `select 'data_checksums is off' as fault where current_setting('data_checksums') = 'off'`,
  }),
  asked('app', 'The serving role is nobody special', {
    stopsServing: true,
    faults: `select rolname || ' is a superuser, passes row-level security by, or makes roles' as fault from pg_roles
      where pg_has_role(current_user, oid, 'member') and (rolsuper or rolbypassrls or rolcreaterole or rolreplication)`,
  }),
  asked('app', 'The serving role owns nothing', {
    stopsServing: true,
    faults: `select c.relname as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and pg_has_role(current_user, c.relowner, 'member') order by 1`,
  }),
  asked('owner', "A community's rows are walled off in every table", {
    stopsServing: true,
    faults: `select c.relname as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'community_id' and not a.attisdropped
      where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> all ('{${BEFORE_A_COMMUNITY}}')
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
      order by 1`,
  }),
  asked('owner', 'Views see what their reader may see', {
    stopsServing: true,
    faults: `select c.relname as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'v' and not coalesce(c.reloptions, '{}') @> array['security_invoker=true'] order by 1`,
  }),
  asked('app', 'The serving role can only add to the audit log', {
    stopsServing: true,
    faults: `select privilege || ' on ' || t as fault
      from unnest(array['audit_entries', 'audit_leaves', 'audit_checkpoints', 'audit_cosignatures']) as t, unnest(array['update', 'delete', 'truncate']) as privilege
      where has_table_privilege(to_regclass('public.' || t), privilege) order by 1`,
  }),
  asked('app', 'The serving role cannot empty a table', {
    stopsServing: true,
    faults: `select c.relname as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'truncate') order by 1`,
  }),
];

type Question = { stopsServing: boolean; faults: string };

function asked(role: 'owner' | 'app', name: string, { stopsServing, faults }: Question): Invariant {
  return {
    name,
    stopsServing,
    faults: async (installation) =>
      (await installation[role].query<{ fault: string }>(faults)).rows.map(({ fault }) => fault),
  };
}

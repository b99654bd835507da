import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type WorkerDatabase, workerDatabase } from '../setup/worker-database.ts';

let databases: WorkerDatabase;
beforeAll(async () => {
  databases = await workerDatabase();
});
afterAll(() => databases.close());

/** What each serving role may do with each table, written by hand: s = select, i = insert, u = update, d = delete. */
const app: Record<string, string> = {
  communities: 'siu',
  people: 'siu',
  passkeys: 'siud',
  recovery_codes: 'siud',
  sign_in_challenges: 'siud',
  sessions: 'siud',
  memberships: 'siu',
  membership_changes: 'si',
  invitations: 'siud',
  lendings: 'si',
  key_groups: 'siu',
  key_group_members: 'siud',
  wrapped_copies: 'siud',
  audit_entries: 'si',
  audit_leaves: 's',
  audit_trees: 's',
  audit_checkpoints: 's',
  audit_cosignatures: 's',
  witness_standings: 's',
  witnesses: 'sid',
  witnessed_logs: 'siu',
  audit_queue: '',
  mail_messages: 'siud',
  idempotency_keys: 'siud',
  duty_shifts: 'sid',
  leaves: 'sid',
  shift_swaps: 'siu',
  recovery_requests: 'siud',
  test_pages: 'siud',
  community_settings: 'siu',
  legal_sign_offs: 'si',
  pager_numbers: 'siud',
  pager_messages: 'siud',
  recovery_kit_holders: 'siu',
  sealed_identities: 'si',
  identity_requests: 'siu',
  identity_halves: 'si',
  two_person_acts: 'si',
  legal_holds: 'si',
  shreddings: 'si',
  retention_renewals: 'sid',
  retention_periods: 'siu',
  files_to_remove: 'sd',
  reports: 'siud',
  spent_proofs: 'sid',
  relay_checks: 'si',
  report_links: 'sid',
  identifiers: 'siud',
  report_receipts: 'siu',
  report_messages: 'siu',
  report_attachments: 'siu',
  report_decisions: 'siu',
  report_handovers: 'siu',
  cases: 'siud',
  case_members: 'siu',
  case_reports: 'siu',
  lead_changes: 'siu',
  hand_over_offers: 'siu',
  statements: 'siu',
  statement_files: 'si',
  extracts: 'si',
  extract_answers: 'si',
  actions: 'siu',
  case_standards: 'siu',
  group_settings: 'siu',
  case_groups: 'sid',
  counted_years: 'si',
  stage_visits: 'siu',
  standing_members: 'siu',
  conflict_declarations: 'si',
  recusals: 'si',
  kept_out: 'si',
  mailboxes: 'siu',
  taken_mails: 'si',
  reading_reasons: 'si',
  case_reviews: 'si',
  case_validations: 'si',
  calendar_feeds: 'siu',
  inquiries: 'siu',
  subject_requests: 'si',
  disclosures: 'si',
  shared_views: 'si',
  partner_views: 'si',
  brought_cases: 'si',
  case_people: 'sid',
  same_person_links: 'si',
  case_closings: 'si',
  reopening_questions: 'siud',
  meetings: 'siud',
  meeting_attendance: 'siu',
  meeting_items: 'siu',
  meeting_entries: 'si',
  meeting_decisions: 'si',
  absences: 'si',
  action_tallies: 'siu',
  concern_rounds: 'siu',
  concern_ratings: 'si',
  concern_triggers: 'siu',
  training_records: 'si',
  library_languages: 'siu',
  library_versions: 'siu',
  library_publications: 'si',
  library_mistakes: 'siud',
  partners: 'si',
  partner_reports: 'si',
  imports: 'si',
  installation: 'si',
  schema_migration: '',
};
/** Where the program may change some columns of a table and no others. */
const columnsThatChange: Record<string, string[]> = {
  case_closings: ['reopened_at', 'reopened_because', 'reopened_by'],
  case_groups: ['content', 'recorded_at', 'recorded_by', 'version'],
  case_people: ['content', 'version'],
  extract_answers: ['statement_id', 'taken_at', 'taken_by'],
  extracts: ['ended_at', 'ended_by'],
  disclosures: ['ended_at', 'ended_because', 'ended_by', 'withdrawal'],
  duty_shifts: ['officer_id', 'second_id'],
  identity_halves: ['sealed_half'],
  installation: ['closed_at', 'oldest_generation'],
  legal_holds: ['release_id', 'released_at'],
  lendings: ['accepted_by', 'agreed_at', 'ended_at', 'state'],
  partner_views: ['closed_at', 'content', 'first_read_at'],
  partners: ['ended_at', 'ended_by'],
  same_person_links: ['undone_at', 'undone_by'],
  shared_views: ['closed_at', 'content', 'opened_at', 'sealed_key', 'tries_left'],
  shreddings: ['destroyed_at'],
  subject_requests: [
    'answer',
    'answered_at',
    'answered_by',
    'climbed_at',
    'due_at',
    'extended_at',
    'extension',
    'outcome',
    'state',
    'version',
  ],
  imports: ['cancel_asked', 'done', 'ended_at', 'state'],
  two_person_acts: ['answered_at', 'answered_by', 'state'],
};
const sequencer: Record<string, string> = {
  communities: 's',
  audit_entries: 's',
  audit_queue: 'sd',
  audit_leaves: 'si',
  audit_checkpoints: 'si',
  audit_cosignatures: 'si',
  witness_standings: 'siu',
  witnesses: 's',
  audit_trees: 'siu',
};

/** Rows of several communities lie in these, and no wall stands in them: a session is found before its community is known. */
const withoutAWall = ['sessions'];
const auditTables = ['audit_entries', 'audit_leaves', 'audit_checkpoints'];
const servingRoles = ['forestall_app', 'forestall_sequencer'] as const;

async function rows<T extends object>(query: string, values: unknown[] = []): Promise<T[]> {
  return (await databases.owner.query<T>(query, values)).rows;
}

async function names(query: string, values: unknown[] = []): Promise<string[]> {
  return (await rows<{ name: string }>(query, values)).map(({ name }) => name);
}

const tablesOf = () =>
  names(
    "select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1",
  );

/** The rights of a role on every table, also those that come to it through PUBLIC, as letters; TRUNCATE and the rest as words. */
async function rightsOf(role: string): Promise<Record<string, string>> {
  const found = await rows<{ name: string; privilege: string }>(
    `select c.relname as name, r.privilege as privilege from pg_class c, unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as r (privilege)
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and has_table_privilege($1, c.oid, r.privilege)`,
    [role],
  );
  const letters: Record<string, string> = {};
  for (const right of ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) {
    const letter = ['select', 'insert', 'update', 'delete'].includes(right) ? right[0]! : ` ${right}`;
    for (const { name } of found.filter((each) => each.privilege === right))
      letters[name] = (letters[name] ?? '') + letter;
  }
  return letters;
}

const withoutNothing = (rights: Record<string, string>) =>
  Object.fromEntries(Object.entries(rights).filter(([, letters]) => letters !== ''));

const tablesWithoutAWall = () =>
  names(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'community_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not (c.relrowsecurity and c.relforcerowsecurity and exists (
         select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'
           and pg_get_expr(p.polqual, p.polrelid) = '(community_id = current_community())'
           and pg_get_expr(p.polwithcheck, p.polrelid) = '(community_id = current_community())'))
     order by 1`,
  );

describe('A-04 the database roles are as described', () => {
  it('gives each serving role exactly the rights that are written here, on every table', async () => {
    const tables = await tablesOf();

    expect(tables.filter((table) => !(table in app))).toEqual([]);
    expect(await rightsOf('forestall_app')).toEqual(withoutNothing(app));
    expect(await rightsOf('forestall_sequencer')).toEqual(withoutNothing(sequencer));
  });

  it('lets the program change no more columns than are written here, where it may not change a whole table', async () => {
    const found = await rows<{ name: string; columns: string[] }>(
      `select c.relname as name, array_agg(a.attname::text order by a.attname) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
         and not has_table_privilege('forestall_app', c.oid, 'update') and has_column_privilege('forestall_app', c.oid, a.attnum, 'update')
       group by 1 order by 1`,
    );

    expect(Object.fromEntries(found.map(({ name, columns }) => [name, columns]))).toEqual(columnsThatChange);
  });

  it('makes no serving role special, and gives it nothing to own or to make', async () => {
    const special = await names(
      `select rolname as name from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
      [servingRoles],
    );
    const members = await names(
      `select r.rolname as name from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = any($1)`,
      [servingRoles],
    );
    const owned = await names(
      `select c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = any($1)`,
      [servingRoles],
    );
    const makers = await names(
      `select r as name from unnest($1::text[]) r where has_schema_privilege(r, 'public', 'create') or has_database_privilege(r, current_database(), 'create')`,
      [servingRoles],
    );

    expect({ special, members, owned, makers }).toEqual({ special: [], members: [], owned: [], makers: [] });
  });

  it('walls off every table that holds a community’s rows, from its owner too', async () => {
    expect(await tablesWithoutAWall()).toEqual(withoutAWall);
  });

  it('has no further policy than the one that shows a person their own memberships', async () => {
    const others = await rows(
      `select c.relname as table, p.polname as policy, p.polcmd as command from pg_policy p join pg_class c on c.oid = p.polrelid where p.polname <> 'one_community'`,
    );

    expect(others).toEqual([{ table: 'memberships', policy: 'own_memberships', command: 'r' }]);
  });

  it('lets views see what their reader may see', async () => {
    const views = await names(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm') and not coalesce(c.reloptions, '{}') @> array['security_invoker=true']`,
    );

    expect(views).toEqual([]);
  });

  it('grants PUBLIC nothing on tables and nothing but its use on the schema', async () => {
    const granted = await names(
      `select c.relname || ' ' || a.privilege_type as name from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'public'::regnamespace and a.grantee = 0`,
    );
    const inSchema = await names(
      `select a.privilege_type as name from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = 'public' and a.grantee = 0`,
    );

    expect(granted).toEqual([]);
    expect(inSchema.filter((privilege) => privilege !== 'USAGE')).toEqual([]);
  });

  it('has one function that runs as its owner, with its search path nailed down, which nobody calls directly', async () => {
    const definers = await rows<{ name: string; config: string[]; kind: string }>(
      `select p.proname as name, p.proconfig as config, p.prorettype::regtype::text as kind from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`,
    );
    const leaky = await names(
      `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and proleakproof`,
    );

    expect(definers).toEqual([
      { name: 'queue_audit_entry', config: ['search_path=pg_catalog, public'], kind: 'trigger' },
    ]);
    expect(leaky).toEqual([]);
  });

  it('lets nobody change or empty the log, its owner by mistake neither', async () => {
    for (const table of auditTables) {
      for (const change of [
        `update ${table} set community_id = community_id`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await expect(databases.owner.query(change), change).rejects.toThrow('this table is append-only');
        await expect(databases.app.query(change), change).rejects.toThrow('permission denied');
      }
    }
  });

  it('says in a comment of each table what it may hold and for how long', async () => {
    const silent = await names(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and obj_description(c.oid) is null and c.relname <> 'schema_migration'`,
    );

    expect(silent).toEqual([]);
  });

  it('would notice a right too many and a wall that is missing', async () => {
    const client = await databases.owner.connect();
    try {
      await client.query('begin');
      await client.query('grant delete on audit_entries to forestall_app');
      await client.query('alter table reports no force row level security');
      await client.query('commit');

      expect((await rightsOf('forestall_app')).audit_entries).toBe('sid');
      expect(await tablesWithoutAWall()).toEqual(['reports', ...withoutAWall]);
    } finally {
      await client.query('revoke delete on audit_entries from forestall_app');
      await client.query('alter table reports force row level security');
      client.release();
    }
  });
});

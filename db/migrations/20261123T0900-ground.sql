-- The ground: communities, people, keys, sessions, the audit log, mail. Roles are made by the runner before this file.

create table installation (
  only_row boolean primary key default true check (only_row),
  key_store_identity text not null,
  founded_at timestamptz not null
);
comment on table installation is 'One row: which key store this database belongs to, so that a lost or foreign one is noticed before anything is written.';

create table communities (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,40}$'),
  name text not null check (length(name) between 1 and 200),
  time_zone text not null,
  default_language text not null check (default_language in ('en', 'ca', 'es', 'fr')),
  country text not null,
  emergency_numbers jsonb not null,
  crisis_lines jsonb not null,
  clocks jsonb not null,
  recovery_public_key bytea,
  created_at timestamptz not null
);
comment on table communities is 'One row a community. Public facts only: names, numbers to call, clocks. Kept as long as the community.';

create table people (
  id uuid primary key,
  email text not null,
  name text not null check (length(name) between 1 and 200),
  language text not null check (language in ('en', 'ca', 'es', 'fr')),
  public_key bytea not null check (length(public_key) = 32),
  password_locked_key bytea,
  totp_sealed bytea,
  totp_pending bytea,
  totp_last_step bigint,
  state text not null default 'active' check (state in ('active', 'closed')),
  created_at timestamptz not null
);
create unique index people_email on people (lower(email));
comment on table people is 'One account and key pair a person in an installation. The private key is stored only locked. Kept while any membership lives.';

create table passkeys (
  id text primary key,
  person_id uuid not null references people,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  prf_locked_key bytea,
  name text not null,
  created_at timestamptz not null
);
create index passkeys_of_person on passkeys (person_id);
comment on table passkeys is 'Passkeys of a person; prf_locked_key is the private key locked under the passkey''s PRF secret.';

create table recovery_codes (
  person_id uuid not null references people,
  code_hash bytea not null,
  locked_key bytea not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);
comment on table recovery_codes is 'Hashes of one-time codes; each also locks the private key, so that a code alone restores sign-in without loss.';

create table sign_in_challenges (
  id uuid primary key,
  purpose text not null check (purpose in ('passkey-sign-in', 'passkey-registration')),
  person_id uuid references people,
  challenge text not null,
  expires_at timestamptz not null
);
comment on table sign_in_challenges is 'WebAuthn challenges of the last five minutes; each is deleted at its use.';

create table sessions (
  id_hash bytea primary key check (length(id_hash) = 32),
  person_id uuid not null references people,
  community_id uuid not null references communities,
  locked_key bytea not null,
  factor text not null check (factor in ('password', 'totp', 'passkey', 'recovery-code')),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  stepped_up_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_of_person on sessions (person_id);
comment on table sessions is 'Live sessions. The id is stored hashed; the private key is locked under a key that only the cookie holds. Deleted at sign-out or expiry.';

create table memberships (
  community_id uuid not null references communities,
  person_id uuid not null references people,
  roles text[] not null check (
    roles <@ array['duty-officer', 'coordinator', 'custodian', 'overseer', 'team-member', 'consultant', 'leader', 'site-manager', 'administrator']
    and not (roles @> array['custodian', 'overseer'])
  ),
  discipline text not null,
  agency text not null default '',
  state text not null default 'active' check (state in ('active', 'suspended', 'left')),
  recovery_sealed_key bytea,
  joined_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, person_id)
);
create index memberships_of_person on memberships (person_id);
comment on table memberships is 'Who belongs to a community with which roles. Custodian and overseer exclude each other. Kept two years after leaving.';

create table membership_changes (
  community_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  act text not null check (act in ('suspended', 'reinstated')),
  by_id uuid not null,
  at timestamptz not null,
  reason bytea not null,
  primary key (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  foreign key (community_id, by_id) references memberships (community_id, person_id)
);
comment on table membership_changes is 'Why somebody was suspended or reinstated; the reason is sealed under the installation key. Kept as long as the membership.';

create table invitations (
  community_id uuid not null references communities,
  id uuid not null,
  secret_hash bytea not null unique,
  name text not null,
  email text not null,
  roles text[] not null,
  discipline text not null,
  invited_by uuid not null,
  expires_at timestamptz not null,
  accepted_by uuid,
  primary key (community_id, id),
  foreign key (community_id, invited_by) references memberships (community_id, person_id)
);
comment on table invitations is 'One-time invitations, secret stored hashed; expire after seven days.';

create table key_groups (
  community_id uuid not null references communities,
  id uuid not null,
  name text not null check (name in ('duty', 'custodians', 'overseers')),
  version integer not null,
  public_key bytea not null check (length(public_key) = 32),
  stale boolean not null default false,
  created_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, name, version)
);
comment on table key_groups is 'Key pairs of groups, by version; the private half lies in key_group_members only. stale = a member left, rotate at the next sign-in of a member.';

create table key_group_members (
  community_id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  sealed_private_key bytea not null,
  primary key (community_id, group_id, person_id),
  foreign key (community_id, group_id) references key_groups (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
comment on table key_group_members is 'The private key of a group sealed to each member. Deleted at once when a member is suspended or leaves.';

create table wrapped_copies (
  community_id uuid not null references communities,
  record_id uuid not null,
  recipient_id uuid not null,
  recipient_kind text not null check (recipient_kind in ('person', 'group')),
  generation integer not null,
  form text not null check (form in ('sealed-box', 'symmetric')),
  wrapped bytea not null,
  created_at timestamptz not null,
  primary key (community_id, record_id, recipient_id)
);
create index wrapped_copies_of_recipient on wrapped_copies (community_id, recipient_id);
create index wrapped_copies_of_generation on wrapped_copies (generation);
comment on table wrapped_copies is 'One wrapped record key per record and person or group. Left out of data archives; deleting them all shreds the record.';

create table audit_entries (
  community_id uuid not null references communities,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('public', 'person', 'system')),
  actor_id uuid,
  act text not null,
  record_kind text not null,
  record_id uuid,
  body text not null,
  primary key (community_id, id),
  check ((actor_kind = 'person') = (actor_id is not null))
);
create index audit_entries_of_record on audit_entries (community_id, record_id, at);
comment on table audit_entries is 'What happened, without content: written in the transaction of the act. body is the canonical JSON that the leaf commits to. Never changed, never deleted.';

create table audit_queue (
  community_id uuid not null references communities,
  entry_id uuid not null,
  queued_at timestamptz not null default clock_timestamp(),
  primary key (community_id, entry_id)
);
comment on table audit_queue is 'Entries that wait for their leaf number; the sequencer empties it, so its cost does not grow with the log.';

create table audit_leaves (
  community_id uuid not null references communities,
  leaf_number bigint not null check (leaf_number >= 0),
  entry_id uuid not null,
  leaf_hash bytea not null check (length(leaf_hash) = 32),
  sequenced_at timestamptz not null,
  primary key (community_id, leaf_number),
  unique (community_id, entry_id),
  foreign key (community_id, entry_id) references audit_entries (community_id, id)
);
comment on table audit_leaves is 'The order of the log: RFC 6962 leaves, appended by the sequencer alone.';

create table audit_trees (
  community_id uuid primary key references communities,
  size bigint not null,
  frontier bytea not null
);
comment on table audit_trees is 'The compact range of each log, so that appending costs the logarithm of its size.';

create table audit_checkpoints (
  community_id uuid not null references communities,
  size bigint not null,
  note text not null,
  signed_at timestamptz not null,
  primary key (community_id, size)
);
comment on table audit_checkpoints is 'Signed checkpoints in C2SP form. Kept for ever.';

create table mail_messages (
  community_id uuid not null references communities,
  id uuid not null,
  person_id uuid not null,
  template text not null,
  parameters jsonb not null,
  created_at timestamptz not null,
  next_attempt_at timestamptz,
  attempts integer not null default 0,
  delivered_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
create index mail_messages_waiting on mail_messages (next_attempt_at) where delivered_at is null;
comment on table mail_messages is 'Mail to staff: a template and ids, numbers, times; never content. Deleted 30 days after delivery.';

create table idempotency_keys (
  community_id uuid not null references communities,
  key_hash bytea not null,
  body_hash bytea not null,
  answer bytea not null,
  created_at timestamptz not null,
  primary key (community_id, key_hash)
);
comment on table idempotency_keys is 'Answers already given, sealed under a key derived from the caller''s own key; kept two days.';

create table duty_shifts (
  community_id uuid not null references communities,
  id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  officer_id uuid not null,
  second_id uuid not null,
  primary key (community_id, id),
  foreign key (community_id, officer_id) references memberships (community_id, person_id),
  foreign key (community_id, second_id) references memberships (community_id, person_id),
  check (starts_at < ends_at),
  check (ends_at - starts_at <= interval '14 days'),
  check (officer_id <> second_id)
);
create index duty_shifts_by_time on duty_shifts (community_id, starts_at);
comment on table duty_shifts is 'The rota: a duty officer and a second for a stretch of time.';

-- An audit entry is for ever, even for the owner's own mistakes.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'this table is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entries_append_only before update or delete or truncate on audit_entries for each statement execute function refuse_change();
create trigger audit_leaves_append_only before update or delete or truncate on audit_leaves for each statement execute function refuse_change();
create trigger audit_checkpoints_append_only before update or delete or truncate on audit_checkpoints for each statement execute function refuse_change();

-- An entry cannot be written without being queued for its leaf.
create function queue_audit_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.audit_queue (community_id, entry_id) values (new.community_id, new.id);
  return null;
end $$;
create trigger audit_entries_queued after insert on audit_entries for each row execute function queue_audit_entry();

-- Row-level security: a transaction sees one community, named by withActor; an empty setting sees nothing.
create function current_community() returns uuid language sql stable as $$
  select nullif(current_setting('app.community', true), '')::uuid
$$;

do $$
declare t text;
begin
  foreach t in array array['memberships', 'membership_changes', 'invitations', 'key_groups', 'key_group_members', 'wrapped_copies', 'audit_entries', 'mail_messages', 'idempotency_keys', 'duty_shifts', 'audit_queue', 'audit_leaves', 'audit_trees', 'audit_checkpoints'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
  end loop;
end $$;

grant usage on schema public to forestall_app, forestall_sequencer;
grant select, insert on installation to forestall_app;
grant select, insert, update on communities, people, memberships, invitations, key_groups, mail_messages to forestall_app;
grant select, insert, update, delete on passkeys, recovery_codes, sign_in_challenges, sessions, key_group_members, wrapped_copies, idempotency_keys, duty_shifts to forestall_app;
grant delete on mail_messages, invitations to forestall_app;
grant select, insert on audit_entries, membership_changes to forestall_app;
grant select on audit_leaves, audit_trees, audit_checkpoints to forestall_app;
grant select on communities, audit_entries to forestall_sequencer;
grant select, delete on audit_queue to forestall_sequencer;
grant select, insert on audit_leaves, audit_checkpoints to forestall_sequencer;
grant select, insert, update on audit_trees to forestall_sequencer;

-- Which communities a person belongs to must be known before any community is chosen: sign-in names the person alone.
create policy own_memberships on memberships for select using (person_id = nullif(current_setting('app.person', true), '')::uuid);

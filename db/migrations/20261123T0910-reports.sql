-- Reports of concern: heard, read, answered, decided.

create table reports (
  community_id uuid not null references communities,
  id uuid not null,
  number text not null,
  channel text not null check (channel in ('web', 'api', 'phone', 'letter', 'walk-in')),
  language text not null check (language in ('en', 'ca', 'es', 'fr')),
  received_at timestamptz not null,
  received_by uuid,
  state text not null default 'waiting' check (state in ('waiting', 'decided')),
  urgency text not null check (urgency in ('immediate', 'urgent', 'unsorted', 'routine')),
  original_urgency text not null check (original_urgency in ('immediate', 'urgent', 'unsorted', 'routine')),
  responsible_id uuid not null,
  climbed_to text not null default 'duty' check (climbed_to in ('duty', 'second', 'coordinator')),
  next_due_at timestamptz,
  first_read_at timestamptz,
  answered_at timestamptz,
  sealed_past boolean not null default false,
  outcome text check (outcome in ('opened-case', 'linked-to-case', 'routed-to-support', 'referred-elsewhere', 'emergency-relayed', 'resolved-on-contact', 'unsubstantiated', 'insufficient-information', 'misuse', 'test')),
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  content bytea not null,
  primary key (community_id, id),
  unique (community_id, number),
  foreign key (community_id, responsible_id) references memberships (community_id, person_id),
  foreign key (community_id, received_by) references memberships (community_id, person_id),
  foreign key (community_id, decided_by) references memberships (community_id, person_id),
  check ((state = 'decided') = (outcome is not null and decided_by is not null and decided_at is not null)),
  check (state = 'decided' or next_due_at is not null)
);
create index reports_waiting on reports (community_id, (case urgency when 'immediate' then 0 when 'urgent' then 1 when 'unsorted' then 2 else 3 end), received_at, id) where state = 'waiting';
create index reports_due on reports (next_due_at) where next_due_at is not null;
create index reports_decided on reports (community_id, decided_at desc, id) where state = 'decided';
comment on table reports is 'A concern that somebody reported. Always waiting for a named person until a person decides. content is sealed; 90 days after no concern.';

create table report_receipts (
  community_id uuid not null,
  report_id uuid not null,
  locator_hash bytea not null unique check (length(locator_hash) = 32),
  salt bytea not null,
  verifier bytea not null,
  sealed_mailbox_key bytea not null,
  primary key (community_id, report_id),
  foreign key (community_id, report_id) references reports (community_id, id)
);
comment on table report_receipts is 'What lets a receipt open its mailbox; nothing here tells the receipt. Deleted with its report.';

create table report_messages (
  community_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  position integer not null,
  author text not null check (author in ('reporter', 'staff')),
  person_id uuid,
  at timestamptz not null,
  words bytea not null,
  primary key (community_id, id),
  unique (community_id, report_id, position),
  foreign key (community_id, report_id) references reports (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  check ((author = 'staff') = (person_id is not null))
);
comment on table report_messages is 'The conversation with a reporter, sealed under the mailbox key. Deleted with its report.';

create table report_attachments (
  community_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  message_id uuid,
  file_name text not null,
  bytes integer not null check (bytes between 1 and 20971520),
  file_key bytea not null,
  received_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, report_id) references reports (community_id, id)
);
create index report_attachments_of_report on report_attachments (community_id, report_id);
comment on table report_attachments is 'Images, re-encoded and sealed in the file store; file_name is ours, file_key is sealed under the record key (or the mailbox key). Deleted with the report.';

create table report_decisions (
  community_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  position integer not null,
  act text not null check (act in ('decided', 'reopened', 'urgency-changed', 'climbed', 'reporter-wrote')),
  outcome text,
  urgency text,
  person_id uuid,
  at timestamptz not null,
  reason bytea,
  primary key (community_id, id),
  unique (community_id, report_id, position),
  foreign key (community_id, report_id) references reports (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  check (act in ('climbed', 'reporter-wrote') or (person_id is not null and reason is not null))
);
comment on table report_decisions is 'Every transition of a report: a person, a sealed reason, a time. Deleted with its report.';

create table report_handovers (
  community_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  kind text not null check (kind in ('relay', 'route', 'referral')),
  accountable_id uuid not null,
  due_at timestamptz not null,
  accepted_at timestamptz,
  accepted_name bytea,
  climbed_at timestamptz,
  recipient bytea not null,
  primary key (community_id, id),
  foreign key (community_id, report_id) references reports (community_id, id),
  foreign key (community_id, accountable_id) references memberships (community_id, person_id),
  check ((accepted_at is null) = (accepted_name is null))
);
create index report_handovers_due on report_handovers (due_at) where accepted_at is null;
comment on table report_handovers is 'What was relayed, routed or referred: open until a named person there accepts. Deleted with its report.';

do $$
declare t text;
begin
  foreach t in array array['reports', 'report_receipts', 'report_messages', 'report_attachments', 'report_decisions', 'report_handovers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert, update on %I to forestall_app', t);
  end loop;
end $$;

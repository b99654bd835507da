-- Other ways in: partners with a key of their own, the list of an old tip line.

alter table reports drop constraint reports_channel_check;
alter table reports add constraint reports_channel_check
  check (channel in ('web', 'api', 'phone', 'letter', 'walk-in', 'partner', 'import'));

create table partners (
  community_id uuid not null references communities,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  token_hash bytea not null check (length(token_hash) = 32),
  made_by uuid not null,
  made_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (community_id, id),
  unique (community_id, token_hash),
  foreign key (community_id, made_by) references memberships (community_id, person_id),
  foreign key (community_id, ended_by) references memberships (community_id, person_id),
  check ((ended_by is null) = (ended_at is null))
);
comment on table partners is 'Whose program may send reports into this community and do nothing else. token_hash tells nothing of the token. Kept as long as the community.';

create table partner_reports (
  community_id uuid not null,
  report_id uuid not null,
  partner_id uuid not null,
  received_at timestamptz not null,
  primary key (community_id, report_id),
  foreign key (community_id, report_id) references reports (community_id, id) on delete cascade,
  foreign key (community_id, partner_id) references partners (community_id, id)
);
create index partner_reports_by_time on partner_reports (community_id, partner_id, received_at desc);
comment on table partner_reports is 'Which partner sent a report. Deleted with its report.';

create table tip_imports (
  community_id uuid not null references communities,
  id uuid not null,
  begun_by uuid not null,
  begun_at timestamptz not null,
  become text not null check (become in ('waiting', 'decided')),
  rows integer not null check (rows between 1 and 20000),
  done integer not null default 0,
  state text not null default 'running' check (state in ('running', 'done', 'cancelled', 'failed')),
  cancel_asked boolean not null default false,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, begun_by) references memberships (community_id, person_id),
  check ((state = 'running') = (ended_at is null)),
  check (done between 0 and rows),
  check (state <> 'done' or done = rows)
);
create unique index one_running_import on tip_imports (community_id) where state = 'running';
comment on table tip_imports is 'Who brought in the list of an old tip line, how many rows, and how far it is. No content. Kept as long as the community.';

do $$
declare t text;
begin
  foreach t in array array['partners', 'partner_reports', 'tip_imports'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert on %I to forestall_app', t);
  end loop;
end $$;
grant update (ended_by, ended_at) on partners to forestall_app;
grant update (done, state, cancel_asked, ended_at) on tip_imports to forestall_app;

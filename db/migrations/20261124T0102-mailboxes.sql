-- E-mail to a mailbox as a way in.

alter table reports drop constraint reports_channel_check;
alter table reports add constraint reports_channel_check
  check (channel in ('web', 'api', 'phone', 'letter', 'walk-in', 'partner', 'import', 'email'));

create table mailboxes (
  community_id uuid not null references communities,
  version integer not null,
  sealed bytea,
  changed_by uuid not null,
  changed_at timestamptz not null,
  begun_at timestamptz not null,
  claimed_until timestamptz,
  checked_at timestamptz,
  trouble text check (trouble in ('unreachable', 'refused', 'no-such-folder')),
  taken integer not null default 0,
  primary key (community_id),
  foreign key (community_id, changed_by) references memberships (community_id, person_id)
);
comment on table mailboxes is 'The mailbox whose mails become reports: server and password sealed under the installation key, and how the last look into it went. As long as the community.';

create table taken_mails (
  community_id uuid not null references communities,
  mark bytea not null check (length(mark) = 32),
  taken_at timestamptz not null,
  primary key (community_id, mark)
);
comment on table taken_mails is 'Keyed marks of mails that became reports, so that none becomes two. Nobody and no word can be told from one. As long as the community.';

do $$
declare t text;
begin
  foreach t in array array['mailboxes', 'taken_mails'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert on %I to forestall_app', t);
  end loop;
end $$;
grant update on mailboxes to forestall_app;

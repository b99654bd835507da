-- Pictures on statements: made anew from their pixels, sealed, ten at most a statement, gone with the case.

alter table statements add constraint statements_of_their_case unique (community_id, case_id, id);

create table statement_files (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  statement_id uuid not null,
  position smallint not null,
  bytes integer not null check (bytes > 0),
  file_name text not null,
  file_key bytea not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, statement_id, position),
  foreign key (community_id, case_id, statement_id) references statements (community_id, case_id, id) on delete cascade,
  foreign key (community_id, added_by) references memberships (community_id, person_id),
  constraint ten_files_a_statement check (position between 1 and 10)
);
create index statement_files_of_case on statement_files (community_id, case_id);
comment on table statement_files is 'Pictures on a statement, re-encoded and sealed in the file store; file_name is ours, file_key is sealed under the case''s key. As long as the case.';

create trigger statement_files_removed after delete on statement_files for each row execute function queue_file_removal();

alter table statement_files enable row level security;
alter table statement_files force row level security;
create policy one_community on statement_files using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on statement_files to forestall_app;

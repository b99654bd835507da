-- Whoever reads a report that is none of their assignments says why first.

create table reading_reasons (
  community_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  person_id uuid not null,
  given_at timestamptz not null,
  words bytea not null,
  primary key (community_id, id),
  foreign key (community_id, report_id) references reports (community_id, id) on delete cascade,
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
create index reading_reasons_of_report on reading_reasons (community_id, report_id, person_id, given_at desc);
comment on table reading_reasons is 'Why somebody read a report outside their assignment, typed before it was shown. words are sealed under the report. Deleted with it.';

alter table reading_reasons enable row level security;
alter table reading_reasons force row level security;
create policy one_community on reading_reasons using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on reading_reasons to forestall_app;

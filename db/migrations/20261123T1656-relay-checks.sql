-- A relay rests on one report until somebody has checked: what was checked, by whom, and what came of it.

create table relay_checks (
  community_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  kind text not null check (kind in ('call-back', 'second-source', 'hoax-pattern')),
  finding text not null check (finding in ('confirms', 'contradicts', 'unclear')),
  person_id uuid not null,
  at timestamptz not null,
  words bytea not null,
  primary key (community_id, id),
  foreign key (community_id, report_id) references reports (community_id, id) on delete cascade,
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
create index relay_checks_of_report on relay_checks (community_id, report_id);
comment on table relay_checks is 'How a relayed report was checked: a person, a finding, sealed words. Never changed. Deleted with its report.';
alter table relay_checks enable row level security;
alter table relay_checks force row level security;
create policy one_community on relay_checks using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on relay_checks to forestall_app;

-- Whoever relays says on what it rests.
alter table report_handovers add column basis text check (basis in ('this-report-alone', 'call-back', 'second-source'));
alter table report_handovers add constraint a_relay_says_on_what_it_rests check (kind <> 'relay' or basis is not null) not valid;

-- Closing and reopening: what each closing said, and the question that a new report asks of a closed case.

create table case_closings (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  position integer not null,
  reason text not null check (reason in ('no-concern', 'resolved', 'support-in-place', 'transferred', 'moved-away', 'legal-disposition', 'insufficient-information-after-effort', 'deceased')),
  closed_at timestamptz not null,
  closed_by uuid not null,
  content bytea not null,
  reopened_at timestamptz,
  reopened_by uuid,
  reopened_because bytea,
  primary key (community_id, id),
  unique (community_id, case_id, position),
  foreign key (community_id, case_id) references cases (community_id, id) on delete cascade,
  foreign key (community_id, closed_by) references memberships (community_id, person_id),
  foreign key (community_id, reopened_by) references memberships (community_id, person_id),
  constraint a_reopening_has_its_reason check (
    (reopened_at is null and reopened_by is null and reopened_because is null)
    or (reopened_at is not null and reopened_by is not null and reopened_because is not null)
  )
);
create unique index one_closing_at_a_time on case_closings (community_id, case_id) where reopened_at is null;
comment on table case_closings is 'Each closing of a case and what opened it again. content (why, what is in place, who is told, what would reopen it) and reopened_because are sealed. As long as the case.';

create table reopening_questions (
  community_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  report_id uuid not null,
  asked_of uuid,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  told_at timestamptz,
  climbed_at timestamptz,
  answer text check (answer in ('reopened', 'stays-closed')),
  answered_at timestamptz,
  answered_by uuid,
  reason bytea,
  primary key (community_id, id),
  unique (community_id, case_id, report_id),
  foreign key (community_id, case_id) references cases (community_id, id) on delete cascade,
  foreign key (community_id, report_id) references reports (community_id, id) on delete cascade,
  foreign key (community_id, asked_of) references memberships (community_id, person_id),
  foreign key (community_id, answered_by) references memberships (community_id, person_id),
  constraint an_answer_has_its_reason check (
    (answer is null and answered_at is null and answered_by is null and reason is null)
    or (answer is not null and answered_at is not null and answered_by is not null and reason is not null)
  )
);
create index reopening_questions_of_person on reopening_questions (community_id, asked_of) where answer is null;
create index reopening_questions_due on reopening_questions (due_at) where answer is null;
comment on table reopening_questions is 'A new report that belongs to a closed case asks a person by name whether the case opens again; nobody named means the coordinators. reason is sealed. As long as the case.';

-- Whoever last led is asked, else the deputy; where neither is active, nobody by name: the coordinators are.
create function ask_to_reopen(community uuid, one_case uuid, report uuid, moment timestamptz) returns void language sql as $$
  insert into reopening_questions (community_id, case_id, report_id, asked_of, asked_at, due_at)
  select community, c.id, report, (
      select who.id from (
        select c.lead_id as id, -2 as place
        union all select c.deputy_id, -1
      ) who
      join memberships on memberships.community_id = c.community_id and memberships.person_id = who.id and memberships.state = 'active'
      where not exists (select from recusals r where r.community_id = c.community_id and r.case_id = c.id and r.person_id = who.id)
      order by who.place limit 1
    ), moment, moment + interval '1 day'
  from cases c
  where c.community_id = community and c.id = one_case and c.state = 'closed'
  on conflict do nothing
$$;

-- A report that comes to a closed case asks, and so does one that is put beside a report of a closed case.
create function ask_when_a_report_comes() returns trigger language plpgsql as $$
begin
  perform ask_to_reopen(new.community_id, new.case_id, new.report_id, new.linked_at);
  return null;
end $$;
create trigger case_reports_ask_to_reopen after insert on case_reports for each row execute function ask_when_a_report_comes();

create function ask_when_reports_are_linked() returns trigger language plpgsql as $$
begin
  perform ask_to_reopen(new.community_id, c.case_id, case when c.report_id = new.report_id then new.other_id else new.report_id end, new.linked_at)
  from case_reports c
  where c.community_id = new.community_id and c.report_id in (new.report_id, new.other_id)
    and not exists (
      select from case_reports both_there where both_there.community_id = c.community_id and both_there.case_id = c.case_id
        and both_there.report_id in (new.report_id, new.other_id) and both_there.report_id <> c.report_id
    );
  return null;
end $$;
create trigger report_links_ask_to_reopen after insert on report_links for each row execute function ask_when_reports_are_linked();

do $$
declare t text;
begin
  foreach t in array array['case_closings', 'reopening_questions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert on %I to forestall_app', t);
  end loop;
end $$;
grant update (reopened_at, reopened_by, reopened_because) on case_closings to forestall_app;
grant update on reopening_questions to forestall_app;

-- Stages of a case: each is a visit with its questions, its time and the decision that ended it.

create table case_standards (
  community_id uuid primary key references communities,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  triage_hours integer not null check (triage_hours between 1 and 720),
  screening_hours integer not null check (screening_hours between 1 and 2160),
  assessment_hours integer not null check (assessment_hours between 1 and 4320),
  management_hours integer not null check (management_hours between 1 and 8760),
  monitoring_hours integer not null check (monitoring_hours between 1 and 8760),
  imminent_review_days integer not null check (imminent_review_days between 1 and 3),
  high_review_days integer not null check (high_review_days between 1 and 30),
  moderate_review_days integer not null check (moderate_review_days between 1 and 60),
  low_review_days integer not null check (low_review_days between 1 and 120),
  unrated_review_days integer not null check (unrated_review_days between 1 and 30),
  disciplines text[] not null check (cardinality(disciplines) <= 12),
  foreign key (community_id, changed_by) references memberships (community_id, person_id),
  constraint more_concern_is_looked_at_sooner check (
    imminent_review_days <= high_review_days and high_review_days <= moderate_review_days and moderate_review_days <= low_review_days
  )
);
comment on table case_standards is 'How long a stage may take, how often a case is looked at, and which disciplines a team should have. No content. Kept as long as the community.';

create table stage_visits (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  position integer not null,
  stage text not null check (stage in ('triage', 'screening', 'assessment', 'management', 'monitoring')),
  entered_at timestamptz not null,
  entered_by uuid not null,
  due_at timestamptz not null,
  climbed_at timestamptz,
  version integer not null default 1,
  answers bytea,
  exit text,
  exited_at timestamptz,
  exited_by uuid,
  reason bytea,
  primary key (community_id, id),
  unique (community_id, case_id, position),
  foreign key (community_id, case_id) references cases (community_id, id),
  foreign key (community_id, entered_by) references memberships (community_id, person_id),
  foreign key (community_id, exited_by) references memberships (community_id, person_id),
  constraint a_stage_is_left_by_a_decision check (
    (exit is null and exited_at is null and exited_by is null and reason is null)
    or (exit is not null and exited_at is not null and exited_by is not null and reason is not null)
  ),
  constraint a_stage_leads_where_it_may check (
    exit is null or exit = 'closed'
    or stage = 'triage' and exit in ('screening', 'assessment')
    or stage = 'screening' and exit = 'assessment'
    or stage = 'assessment' and exit in ('management', 'monitoring')
    or stage = 'management' and exit in ('assessment', 'monitoring')
    or stage = 'monitoring' and exit in ('assessment', 'management')
  )
);
create unique index one_stage_at_a_time on stage_visits (community_id, case_id) where exit is null;
create index stage_visits_due on stage_visits (due_at) where exit is null and climbed_at is null;
comment on table stage_visits is 'Each stay of a case in a stage, with the decision that ended it. answers and reason are sealed. As long as the case.';

-- What is there already begins its story with the stage in which it stands.
insert into stage_visits (community_id, id, case_id, position, stage, entered_at, entered_by, due_at, exit, exited_at, exited_by, reason)
select community_id, gen_random_uuid(), id, 0, stage, opened_at, opened_by, opened_at + interval '1 day',
  case when state = 'closed' then 'closed' end, closed_at, closed_by, case when state = 'closed' then ''::bytea end
from cases;

-- A case stands where its last exit decision led: no stage is skipped, entered twice or left open behind it.
create function check_stage() returns trigger language plpgsql as $$
declare
  changed uuid := (to_jsonb(new) ->> case when tg_table_name = 'cases' then 'id' else 'case_id' end)::uuid;
begin
  if exists (
    select 1 from cases c
    left join lateral (
      select v.stage, v.exit, v.position from stage_visits v where v.community_id = c.community_id and v.case_id = c.id order by v.position desc limit 1
    ) last on true
    left join lateral (
      select v.exit from stage_visits v where v.community_id = c.community_id and v.case_id = c.id and v.position < last.position order by v.position desc limit 1
    ) before on true
    where c.community_id = new.community_id and c.id = changed and (
      last.stage is distinct from c.stage
      or (c.state = 'open') <> (last.exit is null)
      or (c.state = 'closed' and last.exit <> 'closed')
      or (before.exit is not null and before.exit <> 'closed' and before.exit <> last.stage)
    )
  ) then
    raise exception 'a case stands where its last exit decision led' using errcode = 'check_violation', constraint = 'stage_follows_its_exit_decision';
  end if;
  return null;
end $$;
create constraint trigger cases_stage_is_decided after insert or update of stage, state on cases deferrable initially deferred for each row execute function check_stage();
create constraint trigger stage_visits_stage_is_decided after insert or update on stage_visits deferrable initially deferred for each row execute function check_stage();

do $$
declare t text;
begin
  foreach t in array array['case_standards', 'stage_visits'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert, update on %I to forestall_app', t);
  end loop;
end $$;

-- Cases: one lead, one deputy, a next review, and actions that each have a person and a date.

create table cases (
  community_id uuid not null references communities,
  id uuid not null,
  number text not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  stage text not null default 'triage' check (stage in ('triage', 'screening', 'assessment', 'management', 'monitoring')),
  level_of_concern text not null default 'unrated' check (level_of_concern in ('unrated', 'low', 'moderate', 'high', 'imminent')),
  opened_at timestamptz not null,
  opened_by uuid not null,
  lead_id uuid not null,
  deputy_id uuid not null,
  next_review_at timestamptz,
  review_climbed_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  closing_reason text check (closing_reason in ('no-concern', 'resolved', 'support-in-place', 'transferred', 'moved-away', 'legal-disposition', 'insufficient-information-after-effort', 'deceased')),
  version integer not null default 1,
  position integer not null default 0,
  content bytea not null,
  primary key (community_id, id),
  unique (community_id, number),
  foreign key (community_id, opened_by) references memberships (community_id, person_id),
  foreign key (community_id, lead_id) references memberships (community_id, person_id),
  foreign key (community_id, deputy_id) references memberships (community_id, person_id),
  foreign key (community_id, closed_by) references memberships (community_id, person_id),
  constraint lead_is_not_deputy check (lead_id <> deputy_id),
  constraint open_case_has_a_next_review check (state = 'closed' or next_review_at is not null),
  constraint closed_case_has_a_reason check ((state = 'closed') = (closing_reason is not null and closed_at is not null and closed_by is not null))
);
create index cases_of_lead on cases (community_id, lead_id) where state = 'open';
create index cases_of_deputy on cases (community_id, deputy_id) where state = 'open';
create index cases_review_due on cases (next_review_at) where state = 'open';
comment on table cases is 'A case: exactly one lead and one deputy, different people, always. content is sealed. Two years after closing by default.';

create table case_members (
  community_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('member', 'consultant')),
  succession integer not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (community_id, case_id, person_id),
  foreign key (community_id, case_id) references cases (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
create index case_members_of_person on case_members (community_id, person_id) where left_at is null;
comment on table case_members is 'The team of a case beside lead and deputy, in the order in which they would become deputy.';

create table case_reports (
  community_id uuid not null,
  case_id uuid not null,
  report_id uuid not null,
  linked_at timestamptz not null,
  linked_by uuid not null,
  primary key (community_id, case_id, report_id),
  foreign key (community_id, case_id) references cases (community_id, id),
  foreign key (community_id, report_id) references reports (community_id, id),
  foreign key (community_id, linked_by) references memberships (community_id, person_id)
);
create index case_reports_of_report on case_reports (community_id, report_id);
comment on table case_reports is 'Which reports a case rests on. Many reports to one case; nothing is merged away.';

create table lead_changes (
  community_id uuid not null,
  case_id uuid not null,
  position integer not null,
  lead_id uuid not null,
  deputy_id uuid not null,
  why text not null check (why in ('opened', 'accepted-offer', 'suspension', 'left', 'deputy-changed', 'reopened')),
  at timestamptz not null,
  primary key (community_id, case_id, position),
  foreign key (community_id, case_id) references cases (community_id, id)
);
comment on table lead_changes is 'Who led and who was deputy since when: each change of either is a row, written with it.';

create table hand_over_offers (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  round_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  deputy_after_id uuid not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'lapsed', 'withdrawn')),
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  note bytea,
  primary key (community_id, id),
  unique (community_id, round_id, to_id),
  foreign key (community_id, case_id) references cases (community_id, id),
  foreign key (community_id, from_id) references memberships (community_id, person_id),
  foreign key (community_id, to_id) references memberships (community_id, person_id),
  check (from_id <> to_id),
  check ((state = 'open') = (answered_at is null))
);
create unique index one_acceptance_a_round on hand_over_offers (community_id, round_id) where state = 'accepted';
create index hand_over_offers_to on hand_over_offers (community_id, to_id) where state = 'open';
create index hand_over_offers_expiry on hand_over_offers (expires_at) where state = 'open';
comment on table hand_over_offers is 'Offers to lead a case. Of one round exactly one can be accepted: the index says so too.';

create table statements (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('seen', 'told', 'assessed')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  content bytea not null,
  primary key (community_id, id),
  unique (community_id, case_id, position),
  foreign key (community_id, case_id) references cases (community_id, id),
  foreign key (community_id, recorded_by) references memberships (community_id, person_id)
);
comment on table statements is 'Facts and assessments, told apart. content (words, source, sign codes) is sealed.';

create table actions (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  position integer not null,
  category text not null check (category in ('subject', 'target', 'environment', 'precipitating-events')),
  state text not null default 'assigned' check (state in ('assigned', 'accepted', 'done', 'not-done', 'result-reported', 'verified')),
  assignee_id uuid not null,
  due_at timestamptz not null,
  climbed_at timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  verified_by uuid,
  version integer not null default 1,
  content bytea not null,
  result bytea,
  primary key (community_id, id),
  unique (community_id, case_id, position),
  foreign key (community_id, case_id) references cases (community_id, id),
  foreign key (community_id, assignee_id) references memberships (community_id, person_id),
  foreign key (community_id, made_by) references memberships (community_id, person_id),
  foreign key (community_id, verified_by) references memberships (community_id, person_id),
  constraint a_finished_action_has_a_result check (state in ('assigned', 'accepted') or result is not null),
  constraint verified_by_another check (verified_by is null or verified_by <> assignee_id)
);
create index actions_of_assignee on actions (community_id, assignee_id, due_at) where state in ('assigned', 'accepted');
create index actions_due on actions (due_at) where state in ('assigned', 'accepted');
comment on table actions is 'Follow-up: each with one assignee, a due date and a result. content and result are sealed.';

-- The lead and the deputy of an open case are active members of the community at every commit.
create function check_lead_and_deputy() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from cases c join memberships m on m.community_id = c.community_id and m.person_id in (c.lead_id, c.deputy_id)
    where c.community_id = new.community_id and c.state = 'open' and m.state <> 'active'
      and (tg_table_name = 'cases' and c.id = (to_jsonb(new) ->> 'id')::uuid or tg_table_name = 'memberships' and m.person_id = (to_jsonb(new) ->> 'person_id')::uuid)
  ) then
    raise exception 'an open case needs an active lead and an active deputy' using errcode = 'check_violation', constraint = 'open_case_has_active_lead_and_deputy';
  end if;
  return null;
end $$;
create constraint trigger cases_lead_and_deputy_active after insert or update of lead_id, deputy_id, state on cases deferrable initially deferred for each row execute function check_lead_and_deputy();
create constraint trigger memberships_no_orphan_case after update of state on memberships deferrable initially deferred for each row execute function check_lead_and_deputy();

do $$
declare t text;
begin
  foreach t in array array['cases', 'case_members', 'case_reports', 'lead_changes', 'hand_over_offers', 'statements', 'actions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert, update on %I to forestall_app', t);
  end loop;
end $$;

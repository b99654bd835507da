-- The level of concern: two people rate apart, then it is reconciled; one alone may raise it, to imminent, at once.

create table concern_rounds (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  position integer not null,
  why text not null check (why in ('first', 'review', 'anniversary', 'hearing', 'break-up', 'return', 'discharge', 'new-report', 'other')),
  asked_at timestamptz not null,
  asked_by uuid,
  raised_at timestamptz,
  raised_by uuid,
  reconciled_at timestamptz,
  reconciled_by uuid,
  level text check (level in ('low', 'moderate', 'high', 'imminent')),
  confidence text check (confidence in ('weak', 'fair', 'strong')),
  content bytea,
  primary key (community_id, id),
  unique (community_id, case_id, position),
  foreign key (community_id, case_id) references cases (community_id, id),
  foreign key (community_id, asked_by) references memberships (community_id, person_id),
  foreign key (community_id, raised_by) references memberships (community_id, person_id),
  foreign key (community_id, reconciled_by) references memberships (community_id, person_id),
  check ((raised_at is null) = (raised_by is null)),
  constraint a_level_has_its_reasons check (
    (reconciled_at is null and reconciled_by is null and level is null and confidence is null and content is null)
    or (reconciled_at is not null and reconciled_by is not null and level is not null and confidence is not null and content is not null)
  )
);
create unique index one_open_round_a_case on concern_rounds (community_id, case_id) where reconciled_at is null;
comment on table concern_rounds is 'Each time a team rates its level of concern about a case, and what it agreed. content (reasons) is sealed. As long as the case.';

create table concern_ratings (
  community_id uuid not null,
  round_id uuid not null,
  rater_id uuid not null,
  slot integer not null check (slot in (1, 2)),
  level text not null check (level in ('low', 'moderate', 'high', 'imminent')),
  confidence text not null check (confidence in ('weak', 'fair', 'strong')),
  rated_at timestamptz not null,
  content bytea not null,
  constraint two_different_raters primary key (community_id, round_id, rater_id),
  constraint two_ratings_a_round unique (community_id, round_id, slot),
  foreign key (community_id, round_id) references concern_rounds (community_id, id),
  foreign key (community_id, rater_id) references memberships (community_id, person_id)
);
comment on table concern_ratings is 'What each of two raters found by themselves, never changed. content (reasons for, against, unknowns) is sealed. As long as the case.';

create table concern_triggers (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('anniversary', 'hearing', 'break-up', 'return', 'discharge', 'other')),
  at timestamptz not null,
  made_by uuid not null,
  asked_at timestamptz,
  content bytea not null,
  primary key (community_id, id),
  foreign key (community_id, case_id) references cases (community_id, id),
  foreign key (community_id, made_by) references memberships (community_id, person_id)
);
create index concern_triggers_due on concern_triggers (at) where asked_at is null;
comment on table concern_triggers is 'Dates on which the level of concern is asked again. content (a note) is sealed. As long as the case.';

create function concern_rank(level text) returns integer language sql immutable as $$
  select array_position(array['unrated', 'low', 'moderate', 'high', 'imminent'], level)
$$;

-- Two have rated; what is agreed lies between them; and it is lower than before only where both rated lower.
create function check_reconciliation() returns trigger language plpgsql as $$
declare
  raters integer;
  lowest integer;
  highest integer;
  before integer;
begin
  select count(distinct rater_id), min(concern_rank(r.level)), max(concern_rank(r.level)) into raters, lowest, highest
    from concern_ratings r where r.community_id = new.community_id and r.round_id = new.id;
  select concern_rank(c.level_of_concern) into before from cases c where c.community_id = new.community_id and c.id = new.case_id;
  if raters <> 2 then
    raise exception 'a level needs two raters' using errcode = 'check_violation', constraint = 'a_level_needs_two_raters';
  end if;
  if concern_rank(new.level) < lowest or concern_rank(new.level) > highest then
    raise exception 'a level lies between the two ratings' using errcode = 'check_violation', constraint = 'a_level_lies_between_its_ratings';
  end if;
  if concern_rank(new.level) < before and highest >= before then
    raise exception 'lowering needs both raters' using errcode = 'check_violation', constraint = 'lowering_needs_both_raters';
  end if;
  return new;
end $$;
create trigger concern_rounds_reconciled before update of level on concern_rounds for each row when (new.level is not null) execute function check_reconciliation();

-- The level of a case is the one last agreed, or imminent because one person raised it since.
create function check_level() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from cases c
    where c.community_id = new.community_id and c.id = new.id and c.level_of_concern <> 'unrated'
      and c.level_of_concern is distinct from coalesce(
        (select 'imminent' from concern_rounds r where r.community_id = c.community_id and r.case_id = c.id and r.reconciled_at is null and r.raised_by is not null),
        (select r.level from concern_rounds r where r.community_id = c.community_id and r.case_id = c.id and r.reconciled_at is not null order by r.position desc limit 1)
      )
  ) then
    raise exception 'a level of concern is agreed by two' using errcode = 'check_violation', constraint = 'a_level_needs_two_raters';
  end if;
  return null;
end $$;
create constraint trigger cases_level_is_agreed after insert or update of level_of_concern on cases deferrable initially deferred for each row execute function check_level();

do $$
declare t text;
begin
  foreach t in array array['concern_rounds', 'concern_ratings', 'concern_triggers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert on %I to forestall_app', t);
  end loop;
end $$;
grant update on concern_rounds, concern_triggers to forestall_app;

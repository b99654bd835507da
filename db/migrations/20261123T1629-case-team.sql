-- The team: who stands ready, who has declared what, and who may have no part in a case at all.

create table standing_members (
  community_id uuid not null,
  person_id uuid not null,
  is_standing boolean not null,
  vetted_until text check (vetted_until ~ '^\d{4}-\d{2}-\d{2}$'),
  trained_until text check (trained_until ~ '^\d{4}-\d{2}-\d{2}$'),
  version integer not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (community_id, person_id),
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  foreign key (community_id, changed_by) references memberships (community_id, person_id)
);
comment on table standing_members is 'Who belongs to the standing team, until when they are vetted and trained. No content. As long as the membership.';

create table conflict_declarations (
  community_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  declared_at timestamptz not null,
  primary key (community_id, case_id, person_id),
  foreign key (community_id, case_id) references cases (community_id, id) on delete cascade,
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
comment on table conflict_declarations is 'Who has declared that nothing ties them to the people of a case. No content. As long as the case.';

create table recusals (
  community_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  by_id uuid not null,
  at timestamptz not null,
  content bytea not null,
  primary key (community_id, case_id, person_id),
  foreign key (community_id, case_id) references cases (community_id, id) on delete cascade,
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  foreign key (community_id, by_id) references memberships (community_id, person_id)
);
comment on table recusals is 'Who may have no part in a case, for ever. content (the reason) is sealed. As long as the case.';

alter table lead_changes drop constraint lead_changes_why_check;
alter table lead_changes add constraint lead_changes_why_check
  check (why in ('opened', 'accepted-offer', 'suspension', 'left', 'deputy-changed', 'reopened', 'recusal'));

-- At every commit, nobody who is recused leads, follows, is offered, is assigned or rates anything of the case.
create function check_recusals() returns trigger language plpgsql as $$
declare
  changed uuid := (to_jsonb(new) ->> case when tg_table_name = 'cases' then 'id' else 'case_id' end)::uuid;
begin
  if exists (
    select 1 from recusals r join cases c on c.community_id = r.community_id and c.id = r.case_id
    where r.community_id = new.community_id and r.case_id = changed and (
      c.state = 'open' and r.person_id in (c.lead_id, c.deputy_id)
      or exists (select from case_members m where m.community_id = r.community_id and m.case_id = r.case_id and m.person_id = r.person_id and m.left_at is null)
      or exists (select from hand_over_offers o where o.community_id = r.community_id and o.case_id = r.case_id and o.state = 'open' and r.person_id in (o.to_id, o.deputy_after_id))
      or exists (select from actions a where a.community_id = r.community_id and a.case_id = r.case_id and a.state in ('assigned', 'accepted') and a.assignee_id = r.person_id)
    )
  ) then
    raise exception 'somebody recused has no part in the case' using errcode = 'check_violation', constraint = 'a_recused_person_has_no_part';
  end if;
  return null;
end $$;
create constraint trigger cases_without_recused after insert or update of lead_id, deputy_id, state on cases deferrable initially deferred for each row execute function check_recusals();
create constraint trigger recusals_have_no_part after insert on recusals deferrable initially deferred for each row execute function check_recusals();
create constraint trigger case_members_without_recused after insert or update on case_members deferrable initially deferred for each row execute function check_recusals();
create constraint trigger hand_over_offers_without_recused after insert or update on hand_over_offers deferrable initially deferred for each row execute function check_recusals();
create constraint trigger actions_without_recused after insert or update of assignee_id, state on actions deferrable initially deferred for each row execute function check_recusals();

create function refuse_recused_rater() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from recusals r join concern_rounds c on c.community_id = r.community_id and c.case_id = r.case_id
    where c.community_id = new.community_id and c.id = new.round_id and r.person_id = new.rater_id
  ) then
    raise exception 'somebody recused rates nothing' using errcode = 'check_violation', constraint = 'a_recused_person_has_no_part';
  end if;
  return new;
end $$;
create trigger concern_ratings_without_recused before insert on concern_ratings for each row execute function refuse_recused_rater();

do $$
declare t text;
begin
  foreach t in array array['standing_members', 'conflict_declarations', 'recusals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert on %I to forestall_app', t);
  end loop;
end $$;
grant update on standing_members to forestall_app;

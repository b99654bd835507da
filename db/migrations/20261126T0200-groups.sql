-- Tables by group, where a community lawfully records groups: off until it names its ground, sealed on the case, kept as counts alone.

create table group_settings (
  community_id uuid primary key references communities,
  version integer not null check (version > 0),
  is_on boolean not null,
  heading text not null check (length(heading) <= 120),
  groups jsonb not null check (jsonb_array_length(groups) <= 12),
  document text not null check (length(document) <= 300),
  section text not null check (length(section) <= 200),
  counsel text not null check (length(counsel) <= 200),
  threshold smallint not null check (threshold between 5 and 100),
  changed_at timestamptz not null,
  changed_by uuid not null,
  foreign key (community_id, changed_by) references memberships (community_id, person_id),
  constraint groups_need_a_ground check (
    not is_on or (heading <> '' and document <> '' and section <> '' and jsonb_array_length(groups) >= 2)
  )
);
comment on table group_settings is 'Whether groups are recorded here, which, under which law, and from which number on a count is shown. Says nothing of any case. Kept as long as the community.';

create table case_groups (
  community_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  version integer not null check (version > 0),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  team_key bytea not null,
  content bytea not null,
  primary key (community_id, case_id),
  unique (community_id, id),
  foreign key (community_id, case_id) references cases (community_id, id) on delete cascade,
  foreign key (community_id, recorded_by) references memberships (community_id, person_id)
);
comment on table case_groups is 'That a group was recorded on a case, not which: content is sealed under a key of its own, held by the overseers; team_key is that key under the case''s. Gone with the case, or when groups are no longer recorded.';

-- The setting is locked with each record: it is not turned off past a record that comes in at the same instant.
create function refuse_unlawful_group() returns trigger language plpgsql as $$
begin
  perform 1 from group_settings s where s.community_id = new.community_id and s.is_on for share;
  if not found then
    raise exception 'groups are not recorded here' using errcode = 'check_violation', constraint = 'groups_are_recorded_lawfully';
  end if;
  if not exists (select from cases c where c.community_id = new.community_id and c.id = new.case_id and c.state = 'open') then
    raise exception 'a group is recorded on an open case' using errcode = 'check_violation', constraint = 'a_group_is_recorded_while_open';
  end if;
  return new;
end $$;
create trigger case_groups_are_lawful before insert or update on case_groups for each row execute function refuse_unlawful_group();

create function forget_group_key() returns trigger language plpgsql as $$
begin
  delete from wrapped_copies where community_id = old.community_id and record_id = old.id;
  return null;
end $$;
create trigger case_groups_forgotten after delete on case_groups for each row execute function forget_group_key();

-- What there is no ground for any more is not kept.
create function forget_groups() returns trigger language plpgsql as $$
begin
  delete from case_groups where community_id = new.community_id;
  return null;
end $$;
create trigger group_settings_off after update on group_settings for each row
  when (old.is_on and not new.is_on) execute function forget_groups();

create table counted_years (
  community_id uuid not null references communities,
  year integer not null check (year between 2000 and 2199),
  counted_at timestamptz not null,
  counted_by uuid not null,
  heading text not null,
  document text not null,
  section text not null,
  counsel text not null,
  threshold smallint not null check (threshold between 5 and 100),
  tables jsonb not null,
  primary key (community_id, year),
  foreign key (community_id, counted_by) references memberships (community_id, person_id),
  constraint a_year_is_counted_once_it_ended check ((counted_at at time zone 'UTC') > make_timestamp(year + 1, 1, 1, 0, 0, 0) - interval '14 hours'),
  constraint no_small_number_is_kept check (
    not jsonb_path_exists(tables, '$[*].rows[*].values[*] ? (@ > 0 && @ < $least)', jsonb_build_object('least', threshold))
  )
);
comment on table counted_years is 'Cases of an ended year by group, as counts; small ones and what would give them away are not in it, here either. Counted once, never over. Says nothing of any case. Kept as long as the community.';

do $$
declare t text;
begin
  foreach t in array array['group_settings', 'case_groups', 'counted_years'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert on %I to forestall_app', t);
  end loop;
end $$;
grant update on group_settings to forestall_app;
grant update (version, recorded_at, recorded_by, content), delete on case_groups to forestall_app;

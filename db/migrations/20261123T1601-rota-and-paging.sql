-- The rota in depth, paging, and settings that are saved one subject at a time.

create table leaves (
  community_id uuid not null references communities,
  id uuid not null,
  person_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  check (starts_at < ends_at),
  check (ends_at - starts_at <= interval '366 days')
);
create index leaves_of_person on leaves (community_id, person_id, starts_at);
comment on table leaves is 'When somebody is away. No reason is kept. Deleted a year after its end.';

-- Hours of a shift never change, and whoever is away takes none on: a leave that comes later leaves a gap, which the rota names.
create function refuse_shift_on_leave() returns trigger language plpgsql as $$
begin
  if exists (select from leaves l where l.community_id = new.community_id and l.person_id = new.officer_id
      and l.starts_at < new.ends_at and l.ends_at > new.starts_at)
    and (tg_op = 'INSERT' or new.officer_id <> old.officer_id) then
    raise exception 'away' using errcode = 'check_violation', constraint = 'officer_is_not_on_leave';
  end if;
  if exists (select from leaves l where l.community_id = new.community_id and l.person_id = new.second_id
      and l.starts_at < new.ends_at and l.ends_at > new.starts_at)
    and (tg_op = 'INSERT' or new.second_id <> old.second_id) then
    raise exception 'away' using errcode = 'check_violation', constraint = 'second_is_not_on_leave';
  end if;
  return new;
end $$;
create trigger duty_shifts_without_leave before insert or update on duty_shifts for each row execute function refuse_shift_on_leave();
revoke update on duty_shifts from forestall_app;
grant update (officer_id, second_id) on duty_shifts to forestall_app;

create table shift_swaps (
  community_id uuid not null references communities,
  id uuid not null,
  shift_id uuid not null,
  part text not null check (part in ('officer', 'second')),
  offered_by uuid not null,
  to_id uuid,
  offered_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, shift_id) references duty_shifts (community_id, id) on delete cascade,
  foreign key (community_id, offered_by) references memberships (community_id, person_id),
  foreign key (community_id, to_id) references memberships (community_id, person_id),
  foreign key (community_id, answered_by) references memberships (community_id, person_id),
  check ((state = 'open') = (answered_by is null)),
  check ((state = 'open') = (answered_at is null)),
  constraint swap_with_another check (to_id <> offered_by and not (state = 'accepted' and answered_by = offered_by))
);
create unique index one_open_swap_a_part on shift_swaps (community_id, shift_id, part) where state = 'open';
comment on table shift_swaps is 'Parts of shifts offered to colleagues; the giver holds the part until another person has accepted. Deleted with the shift.';

-- An acceptance and the new name on the shift are one act: neither can stand in the database without the other.
create function hand_shift_over() returns trigger language plpgsql as $$
declare handed integer;
begin
  if new.part = 'officer' then
    update duty_shifts set officer_id = new.answered_by
      where community_id = new.community_id and id = new.shift_id and officer_id = new.offered_by;
  else
    update duty_shifts set second_id = new.answered_by
      where community_id = new.community_id and id = new.shift_id and second_id = new.offered_by;
  end if;
  get diagnostics handed = row_count;
  if handed <> 1 then
    raise exception 'no longer theirs' using errcode = 'check_violation', constraint = 'swap_of_ones_own_shift';
  end if;
  return new;
end $$;
create trigger shift_swaps_hand_over before update on shift_swaps for each row
  when (new.state = 'accepted' and old.state = 'open') execute function hand_shift_over();

create table test_pages (
  community_id uuid not null references communities,
  id uuid not null,
  person_id uuid not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  acknowledged_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  foreign key (community_id, sent_by) references memberships (community_id, person_id),
  check (acknowledged_at >= sent_at)
);
create index test_pages_of_person on test_pages (community_id, person_id, sent_at);
comment on table test_pages is 'Test pages to officers and when each acknowledged; without a fresh one from everybody on the rota the public is promised no short clock. Kept a year.';

create table community_settings (
  community_id uuid not null references communities,
  subject text not null check (subject in ('paging', 'rota', 'numbers', 'clocks', 'place', 'mail', 'privacy', 'legal', 'logo')),
  version integer not null check (version > 0),
  value jsonb,
  sealed bytea,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (community_id, subject),
  foreign key (community_id, changed_by) references memberships (community_id, person_id)
);
comment on table community_settings is 'What a community set, one row a subject with its version; secrets are sealed under the installation key, and what every page asks for stands in communities. Kept as long as the community.';

alter table communities add column test_page_days integer not null default 30 check (test_page_days between 1 and 366);

create table pager_numbers (
  community_id uuid not null references communities,
  person_id uuid not null,
  way text not null check (way in ('sms', 'voice')),
  sealed_number bytea not null,
  primary key (community_id, person_id),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
comment on table pager_numbers is 'Where a member is paged; the number is sealed under the installation key. Deleted when they say so or leave.';

create table pager_messages (
  community_id uuid not null references communities,
  id uuid not null,
  person_id uuid not null,
  occasion text not null check (occasion in ('waiting', 'climbed', 'handover', 'test')),
  record_id uuid,
  created_at timestamptz not null,
  next_attempt_at timestamptz,
  attempts integer not null default 0,
  delivered_at timestamptz,
  gave_up_at timestamptz,
  acknowledged_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  check (not (delivered_at is not null and gave_up_at is not null)),
  check ((next_attempt_at is null) = (delivered_at is not null or gave_up_at is not null))
);
create index pager_messages_waiting on pager_messages (next_attempt_at) where next_attempt_at is not null;
create index pager_messages_of_person on pager_messages (community_id, person_id, created_at);
create index pager_messages_of_record on pager_messages (community_id, record_id, created_at);
comment on table pager_messages is 'Pages by telephone: who, why and for which record, never content. Deleted 90 days after they were delivered or given up.';

do $$
declare t text;
begin
  foreach t in array array['leaves', 'shift_swaps', 'test_pages', 'community_settings', 'pager_numbers', 'pager_messages'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert on %I to forestall_app', t);
  end loop;
end $$;
grant delete on leaves, pager_numbers, pager_messages, test_pages to forestall_app;
grant update on shift_swaps, test_pages, community_settings, pager_numbers, pager_messages to forestall_app;

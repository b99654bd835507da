-- Sealed identities: how a reporter can be reached, opened only by two people of different sides together.

-- Whoever is on both sides could open alone: the halves of a group's key never meet in one person.
create function refuse_both_sides() returns trigger language plpgsql as $$
begin
  if exists (
    select from key_group_members m join key_groups g on g.community_id = m.community_id and g.id = m.group_id
    join key_groups mine on mine.community_id = new.community_id and mine.id = new.group_id
    where m.community_id = new.community_id and m.person_id = new.person_id
      and (mine.name, g.name) in (('custodians', 'overseers'), ('overseers', 'custodians'))
  ) then
    raise exception 'nobody is on both sides' using errcode = 'check_violation', constraint = 'nobody_is_on_both_sides';
  end if;
  return new;
end $$;
create trigger key_group_members_sides before insert or update on key_group_members for each row execute function refuse_both_sides();

create table recovery_kit_holders (
  community_id uuid not null references communities,
  half text not null check (half in ('A', 'B')),
  person_id uuid not null,
  confirmed_at timestamptz not null,
  primary key (community_id, half),
  constraint the_kit_is_held_by_two unique (community_id, person_id),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
comment on table recovery_kit_holders is 'Who holds which sheet of the recovery kit: A a custodian, B an overseer, never one person both. No part of the kit. Replaced when a sheet passes on.';

create table sealed_identities (
  community_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  custodian_half_id uuid not null,
  overseer_half_id uuid not null,
  given_at timestamptz not null,
  content bytea not null,
  primary key (community_id, id),
  unique (community_id, report_id),
  foreign key (community_id, report_id) references reports (community_id, id) on delete cascade,
  check (custodian_half_id <> overseer_half_id)
);
comment on table sealed_identities is 'How a reporter can be reached, sealed under K = A xor B: A wrapped to the custodians, B to the overseers. Deleted with its report.';

create table identity_requests (
  community_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  session_key bytea not null check (length(session_key) = 65),
  is_emergency boolean not null,
  answer_due_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'open', 'closed')),
  opened_at timestamptz,
  closed_at timestamptz,
  closed_because text check (closed_because in ('expired', 'ended', 'refused')),
  told_after_days integer not null default 0 check (told_after_days between 0 and 30),
  tell_reporter_at timestamptz,
  late_at timestamptz,
  review_due_at timestamptz,
  review_asked_at timestamptz,
  reviewed_by uuid,
  reviewed_at timestamptz,
  review bytea,
  content bytea not null,
  primary key (community_id, id),
  unique (community_id, id, asked_by),
  foreign key (community_id, report_id) references reports (community_id, id) on delete cascade,
  foreign key (community_id, asked_by) references memberships (community_id, person_id),
  foreign key (community_id, reviewed_by) references memberships (community_id, person_id),
  constraint opened_for_three_days_at_most check (expires_at > asked_at and expires_at <= asked_at + interval '72 hours'),
  constraint opened_means_the_reporter_is_told check ((opened_at is null) = (tell_reporter_at is null)),
  constraint closed_has_a_cause check ((state = 'closed') = (closed_at is not null and closed_because is not null)),
  constraint open_means_opened check (state <> 'open' or opened_at is not null),
  constraint reviewed_by_another check (reviewed_by is null or reviewed_by <> asked_by),
  check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (review is null))
);
create unique index one_request_at_a_time on identity_requests (community_id, report_id) where state <> 'closed';
create index identity_requests_expiring on identity_requests (expires_at) where state <> 'closed';
create index identity_requests_of_report on identity_requests (community_id, report_id);
comment on table identity_requests is 'Who asked to open a reporter''s identity, when, until when. Why is sealed in content. Deleted with its report; its acts stay in the log.';

create table identity_halves (
  community_id uuid not null,
  request_id uuid not null,
  asked_by uuid not null,
  side text not null check (side in ('custodian', 'overseer')),
  person_id uuid not null,
  released_at timestamptz not null,
  sealed_half bytea,
  primary key (community_id, request_id, side),
  constraint two_sides_are_two_people unique (community_id, request_id, person_id),
  foreign key (community_id, request_id, asked_by) references identity_requests (community_id, id, asked_by) on delete cascade,
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  constraint nobody_releases_for_themselves check (person_id <> asked_by)
);
comment on table identity_halves is 'Who released which half of K, sealed to the browser that asked; sealed_half is emptied when the request closes. Deleted with its request.';

create function forget_identity_keys() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'sealed_identities' then
    delete from wrapped_copies where community_id = old.community_id and record_id in (old.custodian_half_id, old.overseer_half_id);
  else
    delete from wrapped_copies where community_id = old.community_id and record_id = old.id;
  end if;
  return null;
end $$;
create trigger sealed_identities_forgotten after delete on sealed_identities for each row execute function forget_identity_keys();
create trigger identity_requests_forgotten after delete on identity_requests for each row execute function forget_identity_keys();

do $$
declare t text;
begin
  foreach t in array array['recovery_kit_holders', 'sealed_identities', 'identity_requests', 'identity_halves'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
  end loop;
end $$;
grant select, insert, update on recovery_kit_holders to forestall_app;
grant select, insert on sealed_identities to forestall_app;
grant select, insert, update on identity_requests to forestall_app;
grant select, insert on identity_halves to forestall_app;
grant update (sealed_half) on identity_halves to forestall_app;

-- Shredding: what was destroyed and under which rule, what is held, what two people agreed on, and which generation of keys may be written.

alter table installation add column oldest_generation integer not null default 1;
alter table installation add column closed_at timestamptz;
grant update (oldest_generation, closed_at) on installation to forestall_app;
comment on table installation is 'One row: which key store this database belongs to, the oldest generation of keys that may still be written, and when the last close ended.';

-- A copy that a late transaction wraps under a generation which is being destroyed would be lost: it is refused, and tried anew.
create function refuse_closed_generation() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(7032114010);
  if new.generation < (select oldest_generation from installation) then
    raise exception 'this generation of keys is closed' using errcode = 'serialization_failure';
  end if;
  return new;
end $$;
create trigger wrapped_copies_generation before insert or update of generation on wrapped_copies for each row execute function refuse_closed_generation();

create table two_person_acts (
  community_id uuid not null references communities,
  id uuid not null,
  act text not null check (act in ('hold', 'release-hold', 'shred')),
  record_kind text not null check (record_kind in ('report', 'case')),
  record_id uuid not null,
  number text not null,
  state text not null default 'asked' check (state in ('asked', 'confirmed', 'refused', 'withdrawn', 'lapsed')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  reason bytea not null,
  primary key (community_id, id),
  foreign key (community_id, asked_by) references memberships (community_id, person_id),
  foreign key (community_id, answered_by) references memberships (community_id, person_id),
  constraint answered_means_no_longer_asked check ((state = 'asked') = (answered_at is null)),
  constraint confirmed_by_another check (state not in ('confirmed', 'refused') or (answered_by is not null and answered_by <> asked_by))
);
create unique index one_open_act_a_record on two_person_acts (community_id, record_id, act) where state = 'asked';
create index two_person_acts_of_record on two_person_acts (community_id, record_id);
comment on table two_person_acts is 'What takes two people: a hold, its release, destruction by hand. reason is sealed under a key of its own. Kept as long as the community, without content of the record.';

create table legal_holds (
  community_id uuid not null,
  id uuid not null,
  record_kind text not null check (record_kind in ('report', 'case')),
  record_id uuid not null,
  held_at timestamptz not null,
  release_id uuid,
  released_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, id) references two_person_acts (community_id, id),
  foreign key (community_id, release_id) references two_person_acts (community_id, id),
  check ((release_id is null) = (released_at is null))
);
create unique index one_hold_a_record on legal_holds (community_id, record_id) where released_at is null;
comment on table legal_holds is 'Records that must not be destroyed. A hold and its release each rest on an act that two people agreed on. Kept as long as the community.';

create function check_hold_rests_on_two() returns trigger language plpgsql as $$
begin
  if not exists (
    select from two_person_acts a where a.community_id = new.community_id and a.record_id = new.record_id and a.state = 'confirmed'
      and (a.id, a.act) = (case when new.released_at is null then new.id else new.release_id end, case when new.released_at is null then 'hold' else 'release-hold' end)
  ) then
    raise exception 'a hold and its release need two people' using errcode = 'check_violation', constraint = 'a_hold_rests_on_two';
  end if;
  return new;
end $$;
create trigger legal_holds_rest_on_two before insert or update on legal_holds for each row execute function check_hold_rests_on_two();

create table shreddings (
  community_id uuid not null references communities,
  id uuid not null,
  record_kind text not null check (record_kind in ('report', 'case')),
  record_id uuid not null,
  number text not null,
  rule text not null check (rule ~ '^[a-z0-9-]{1,60}$'),
  days integer,
  act_id uuid,
  shredded_at timestamptz not null,
  generation integer not null,
  destroyed_at timestamptz,
  primary key (community_id, id),
  unique (community_id, record_id),
  check ((rule = 'agreed-by-two') = (act_id is not null))
);
create index shreddings_not_destroyed on shreddings (generation) where destroyed_at is null;
comment on table shreddings is 'Certificates of destruction: what kind of record, its number, under which rule, when, and when its last generation of keys was destroyed. No content. Kept as long as the community; goes to the key archive, so that a restore destroys again.';

create table retention_renewals (
  community_id uuid not null references communities,
  id uuid not null,
  record_kind text not null check (record_kind in ('report', 'case')),
  record_id uuid not null,
  renewed_until timestamptz not null,
  by_id uuid not null,
  at timestamptz not null,
  reason bytea not null,
  primary key (community_id, id),
  foreign key (community_id, by_id) references memberships (community_id, person_id),
  check (renewed_until > at and renewed_until <= at + interval '366 days')
);
create index retention_renewals_of_record on retention_renewals (community_id, record_id);
comment on table retention_renewals is 'Who kept a record longer than the rule, until when, for a sealed reason; a year at most each time. Deleted with the record.';

create table retention_periods (
  community_id uuid not null references communities,
  rule text not null check (rule in ('report-no-concern', 'report-passed-on', 'case-closed')),
  days integer not null check (days between 1 and 3653),
  primary key (community_id, rule)
);
comment on table retention_periods is 'Where a community keeps a kind of record longer or shorter than the program does by default. Kept as long as the community.';

create table files_to_remove (
  community_id uuid not null references communities,
  file_name text not null,
  queued_at timestamptz not null default clock_timestamp(),
  primary key (community_id, file_name)
);
comment on table files_to_remove is 'Sealed files whose rows are gone; the sweep removes them from the file store and then from here.';

create function is_held(community uuid, record uuid) returns boolean language sql stable as $$
  select exists (
    select from legal_holds h where h.community_id = community and h.released_at is null
      and h.record_id in (select record union all select r.case_id from case_reports r where r.community_id = community and r.report_id = record)
  ) or exists (
    select from two_person_acts a where a.community_id = community and a.act = 'hold' and a.state = 'asked'
      and a.record_id in (select record union all select r.case_id from case_reports r where r.community_id = community and r.report_id = record)
  )
$$;

-- What is held is not destroyed, and nothing is destroyed without a certificate.
create function refuse_shredding() returns trigger language plpgsql as $$
begin
  if is_held(old.community_id, old.id) then
    raise exception 'a held record is not destroyed' using errcode = 'check_violation', constraint = 'a_held_record_is_not_destroyed';
  end if;
  if not exists (select from shreddings s where s.community_id = old.community_id and s.record_id = old.id) then
    raise exception 'destruction leaves a certificate' using errcode = 'check_violation', constraint = 'destruction_leaves_a_certificate';
  end if;
  return old;
end $$;
create trigger reports_shredding before delete on reports for each row execute function refuse_shredding();
create trigger cases_shredding before delete on cases for each row execute function refuse_shredding();
grant delete on reports, cases to forestall_app;

-- To delete the last copy of a key is to destroy the record, whatever it was meant for.
create function keep_a_key_of_what_is_held() returns trigger language plpgsql as $$
begin
  if is_held(old.community_id, old.record_id)
    and not exists (select from wrapped_copies c where c.community_id = old.community_id and c.record_id = old.record_id) then
    raise exception 'a held record keeps a key' using errcode = 'check_violation', constraint = 'a_held_record_is_not_destroyed';
  end if;
  return null;
end $$;
create constraint trigger wrapped_copies_of_what_is_held after delete on wrapped_copies deferrable initially deferred for each row execute function keep_a_key_of_what_is_held();

create function queue_file_removal() returns trigger language plpgsql as $$
begin
  insert into files_to_remove (community_id, file_name) values (old.community_id, old.file_name) on conflict do nothing;
  return null;
end $$;
create trigger report_attachments_removed after delete on report_attachments for each row execute function queue_file_removal();

do $$
declare t text;
begin
  foreach t in array array['two_person_acts', 'legal_holds', 'shreddings', 'retention_renewals', 'retention_periods', 'files_to_remove'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
  end loop;
end $$;
grant select, insert on two_person_acts, legal_holds, shreddings to forestall_app;
grant update (state, answered_by, answered_at) on two_person_acts to forestall_app;
grant update (release_id, released_at) on legal_holds to forestall_app;
grant update (destroyed_at) on shreddings to forestall_app;
grant select, insert, delete on retention_renewals to forestall_app;
grant select, insert, update on retention_periods to forestall_app;
grant select, delete on files_to_remove to forestall_app;

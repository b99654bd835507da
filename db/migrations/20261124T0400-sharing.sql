-- Sharing: what of a case was told to whom, on which basis and until when; views that end by themselves.

create table disclosures (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  position integer not null,
  gives text not null check (gives in ('statements', 'summary', 'contact')),
  way text not null check (way in ('pdf', 'json', 'view', 'phone', 'partner')),
  is_emergency boolean not null,
  made_by uuid not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_because text check (ended_because in ('withdrawn', 'expired')),
  withdrawal bytea,
  content bytea not null,
  primary key (community_id, id),
  unique (community_id, case_id, position),
  foreign key (community_id, case_id) references cases (community_id, id) on delete cascade,
  foreign key (community_id, made_by) references memberships (community_id, person_id),
  foreign key (community_id, ended_by) references memberships (community_id, person_id),
  constraint a_disclosure_has_an_end check (ends_at > made_at),
  constraint an_ended_disclosure_says_why check ((ended_at is null) = (ended_because is null)),
  constraint a_withdrawal_has_a_person_and_a_reason check (
    (ended_because is not distinct from 'withdrawn') = (ended_by is not null) and (ended_by is null) = (withdrawal is null)
  )
);
create index disclosures_ending on disclosures (ends_at) where ended_at is null;
create index disclosures_of_maker on disclosures (community_id, made_by, ends_at) where ended_at is null;
comment on table disclosures is 'What of a case was told to whom. content (what, to whom, basis, necessity) and withdrawal are sealed. Never rewritten. As long as the case.';

create function refuse_rewritten_disclosure() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or (old.community_id, old.id, old.case_id, old.position, old.gives, old.way, old.is_emergency, old.made_by, old.made_at, old.ends_at, old.content)
    is distinct from (new.community_id, new.id, new.case_id, new.position, new.gives, new.way, new.is_emergency, new.made_by, new.made_at, new.ends_at, new.content) then
    raise exception 'a disclosure is not rewritten' using errcode = 'check_violation', constraint = 'a_disclosure_is_not_rewritten';
  end if;
  return new;
end $$;
create trigger disclosures_stand before update on disclosures for each row execute function refuse_rewritten_disclosure();

create table shared_views (
  community_id uuid not null,
  disclosure_id uuid not null,
  locator_hash bytea not null check (length(locator_hash) = 32),
  salt bytea not null,
  verifier bytea not null,
  code_salt bytea not null,
  code_verifier bytea not null,
  tries_left smallint not null default 5 check (tries_left between 0 and 5),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  sealed_key bytea,
  content bytea,
  primary key (community_id, disclosure_id),
  constraint one_view_a_locator unique (community_id, locator_hash),
  foreign key (community_id, disclosure_id) references disclosures (community_id, id) on delete cascade,
  constraint a_view_ends_within_two_weeks check (expires_at > made_at and expires_at <= made_at + interval '14 days'),
  constraint an_opened_view_is_closed check (opened_at is null or closed_at is not null),
  constraint a_view_without_tries_is_closed check (tries_left > 0 or closed_at is not null),
  constraint a_closed_view_is_empty check ((closed_at is null) = (content is not null) and (closed_at is null) = (sealed_key is not null))
);
create index shared_views_expiring on shared_views (expires_at) where closed_at is null;
comment on table shared_views is 'A view that opens once, with a link and a code. Nothing here tells either; key and content are emptied when it is opened, withdrawn or over. As long as its disclosure.';

create table partner_views (
  community_id uuid not null references communities,
  id uuid not null,
  from_id uuid not null references communities,
  reader_id uuid not null,
  given_at timestamptz not null,
  expires_at timestamptz not null,
  first_read_at timestamptz,
  closed_at timestamptz,
  content bytea,
  primary key (community_id, id),
  foreign key (community_id, reader_id) references memberships (community_id, person_id),
  constraint given_by_another_community check (from_id <> community_id),
  constraint a_partner_view_ends_within_two_weeks check (expires_at > given_at and expires_at <= given_at + interval '14 days'),
  constraint a_closed_partner_view_is_empty check ((closed_at is null) = (content is not null))
);
create index partner_views_of_reader on partner_views (community_id, reader_id) where closed_at is null;
create index partner_views_expiring on partner_views (expires_at) where closed_at is null;
comment on table partner_views is 'What another community gave one member here to read, under a key of its own that opens nothing else. Emptied after 14 days at most; the empty row stays as long as the membership.';

-- The key of a view goes with its content.
create function forget_partner_view_key() returns trigger language plpgsql as $$
begin
  if new.closed_at is not null then
    delete from wrapped_copies where community_id = new.community_id and record_id = new.id;
  end if;
  return null;
end $$;
create trigger partner_views_forgotten after update of closed_at on partner_views for each row execute function forget_partner_view_key();

do $$
declare t text;
begin
  foreach t in array array['disclosures', 'shared_views', 'partner_views'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert on %I to forestall_app', t);
  end loop;
end $$;
grant update (ended_at, ended_by, ended_because, withdrawal) on disclosures to forestall_app;
grant update (tries_left, opened_at, closed_at, sealed_key, content) on shared_views to forestall_app;
grant update (first_read_at, closed_at, content) on partner_views to forestall_app;

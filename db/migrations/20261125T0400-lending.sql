-- An officer is lent by one community to another until an agreed moment. Each of the two keeps its own row of it under the same id.

alter table memberships add column lent_until timestamptz;
comment on column memberships.lent_until is 'Set where a partner community lends this person: from this moment on the membership opens nothing.';
alter table memberships add constraint whoever_is_lent_holds_no_office
  check (lent_until is null or not roles && array['coordinator', 'administrator', 'leader', 'site-manager']);

create table lendings (
  community_id uuid not null references communities,
  id uuid not null,
  side text not null check (side in ('lent', 'borrowed')),
  other_id uuid not null references communities,
  person_id uuid not null references people,
  roles text[] not null check (
    cardinality(roles) > 0
    and roles <@ array['duty-officer', 'custodian', 'overseer', 'team-member', 'consultant']
    and not roles @> array['custodian', 'overseer']
  ),
  discipline text not null,
  state text not null check (state in ('offered', 'agreed', 'running', 'declined', 'ended')),
  offered_at timestamptz not null,
  agreed_at timestamptz,
  accepted_by uuid,
  ends_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, id),
  constraint lent_to_another check (other_id <> community_id),
  constraint a_lending_ends check (offered_at < ends_at and ends_at <= offered_at + interval '366 days'),
  constraint agreed_by_the_officer check (state not in ('agreed', 'running') or agreed_at is not null),
  constraint accepted_by_the_borrower check (state <> 'running' or accepted_by is not null),
  constraint an_end_has_its_time check ((state in ('declined', 'ended')) = (ended_at is not null))
);
create unique index one_lending_at_a_time on lendings (community_id, person_id, other_id) where state in ('offered', 'agreed', 'running');
create index lendings_by_end on lendings (community_id, ends_at) where state in ('offered', 'agreed', 'running');
comment on table lendings is 'Officers lent to another community and borrowed from one, with the agreed end. No content. Kept as long as the membership.';

alter table lendings enable row level security;
alter table lendings force row level security;
create policy one_community on lendings using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on lendings to forestall_app;
grant update (state, agreed_at, accepted_by, ended_at) on lendings to forestall_app;

-- What was agreed is not changed, and what is over does not begin again.
create function lending_goes_forward() returns trigger language plpgsql as $$
begin
  if old.state in ('declined', 'ended')
    or (old.state = 'agreed' and new.state = 'offered')
    or (old.state = 'running' and new.state <> 'ended')
    or (old.state = 'offered' and new.state = 'running')
  then raise exception 'a lending goes forward only' using errcode = 'check_violation', constraint = 'a_lending_goes_forward';
  end if;
  return new;
end $$;
create trigger lendings_go_forward before update on lendings for each row when (old.state is distinct from new.state)
  execute function lending_goes_forward();

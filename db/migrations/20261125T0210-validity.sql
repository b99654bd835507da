-- A case is not kept past its ceiling without a name: somebody says anew, with a reason, that it is still needed.

create table case_validations (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  validated_at timestamptz not null,
  validated_by uuid not null,
  content bytea not null,
  primary key (community_id, id),
  foreign key (community_id, case_id) references cases (community_id, id) on delete cascade,
  foreign key (community_id, validated_by) references memberships (community_id, person_id)
);
create index case_validations_of_case on case_validations (community_id, case_id, validated_at);
comment on table case_validations is 'Who said that a case is still needed, when, and why; never written over. content is sealed. As long as the case.';

alter table case_validations enable row level security;
alter table case_validations force row level security;
create policy one_community on case_validations using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on case_validations to forestall_app;

alter table cases
  add column validated_at timestamptz,
  add column validity_climbs integer not null default 0 check (validity_climbs between 0 and 2);
create index cases_validity on cases (community_id, state, (coalesce(validated_at, opened_at)));

create function check_validation() returns trigger language plpgsql as $$
begin
  if new.validated_at is distinct from old.validated_at and not exists (
    select from case_validations v where v.community_id = new.community_id and v.case_id = new.id and v.validated_at = new.validated_at
  ) then
    raise exception 'a case is valid anew only under a name' using errcode = 'check_violation', constraint = 'a_validation_has_a_name';
  end if;
  return new;
end $$;
create trigger cases_validated before update of validated_at on cases for each row execute function check_validation();

-- However old an open case is, it is not destroyed: it stands as overdue until somebody validates or closes it.
create function refuse_destroying_open_case() returns trigger language plpgsql as $$
begin
  if old.state = 'open' then
    raise exception 'an open case is not destroyed' using errcode = 'check_violation', constraint = 'an_open_case_is_not_destroyed';
  end if;
  return old;
end $$;
create trigger cases_open_stay before delete on cases for each row execute function refuse_destroying_open_case();

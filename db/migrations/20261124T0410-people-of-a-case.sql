-- The people of a case, each by a pseudonym first, and links between what may be the same person. Nobody is listed across cases.

create table case_people (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  position integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null default 1,
  content bytea not null,
  primary key (community_id, id),
  unique (community_id, case_id, position),
  foreign key (community_id, case_id) references cases (community_id, id) on delete cascade,
  foreign key (community_id, made_by) references memberships (community_id, person_id)
);
comment on table case_people is 'People of a case: part, pseudonym, name and note are sealed in content. As long as the case.';

create table same_person_links (
  community_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  other_person_id uuid,
  other_report_id uuid,
  linked_by uuid not null,
  linked_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, person_id) references case_people (community_id, id) on delete cascade,
  foreign key (community_id, other_person_id) references case_people (community_id, id) on delete cascade,
  foreign key (community_id, other_report_id) references reports (community_id, id) on delete cascade,
  foreign key (community_id, linked_by) references memberships (community_id, person_id),
  foreign key (community_id, undone_by) references memberships (community_id, person_id),
  constraint linked_to_one_other check (num_nonnulls(other_person_id, other_report_id) = 1),
  constraint linked_people_differ check (other_person_id is null or person_id < other_person_id),
  constraint undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
create unique index people_linked_once on same_person_links (community_id, person_id, other_person_id) where undone_at is null and other_person_id is not null;
create unique index report_linked_once on same_person_links (community_id, person_id, other_report_id) where undone_at is null and other_report_id is not null;
create index same_person_links_of_other on same_person_links (community_id, other_person_id);
create index same_person_links_of_report on same_person_links (community_id, other_report_id);
comment on table same_person_links is 'That a person of a case is the same as one of another case, or is named in a report: said by somebody who had both open, undoable. Gives nobody a right. Deleted with either.';

-- A case that proved to be no concern is come upon by nobody, from the moment of its closing.
create function hide_people_of_no_concern() returns trigger language plpgsql as $$
begin
  update identifiers set searchable_until = case when new.closing_reason = 'no-concern' then new.closed_at end
    where community_id = new.community_id and record_kind = 'case' and record_id = new.id;
  return null;
end $$;
create trigger cases_of_no_concern_are_not_found after update of closing_reason on cases for each row
  when (new.closing_reason is distinct from old.closing_reason) execute function hide_people_of_no_concern();

-- What proved unfounded or no concern is linked to nobody.
create function refuse_link_to_unfounded() returns trigger language plpgsql as $$
begin
  if exists (
    select from case_people p join cases c on c.community_id = p.community_id and c.id = p.case_id
    where p.community_id = new.community_id and p.id in (new.person_id, new.other_person_id) and c.closing_reason = 'no-concern'
  ) or exists (
    select from reports r where r.community_id = new.community_id and r.id = new.other_report_id
      and r.outcome in ('unsubstantiated', 'misuse', 'test')
  ) then
    raise exception 'nobody is linked to what proved unfounded' using errcode = 'check_violation', constraint = 'no_link_to_what_proved_unfounded';
  end if;
  return new;
end $$;
create trigger same_person_links_reach_no_unfounded before insert on same_person_links for each row execute function refuse_link_to_unfounded();

do $$
declare t text;
begin
  foreach t in array array['case_people', 'same_person_links'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert on %I to forestall_app', t);
  end loop;
end $$;
grant update (version, content) on case_people to forestall_app;
grant delete on case_people to forestall_app;
grant update (undone_by, undone_at) on same_person_links to forestall_app;

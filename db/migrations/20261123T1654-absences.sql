-- Who is away from when to when, so that the deputy knows and nothing is given to an empty chair.

create table absences (
  community_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  made_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  constraint an_absence_ends check (starts_at < ends_at)
);
create index absences_of_person on absences (community_id, person_id, ends_at);
comment on table absences is 'When members are away. No reason, no content. Kept two years after leaving, as the membership.';

alter table absences enable row level security;
alter table absences force row level security;
create policy one_community on absences using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on absences to forestall_app;

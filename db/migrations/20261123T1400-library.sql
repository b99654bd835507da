-- The library: which courses members have taken.

create table training_records (
  community_id uuid not null references communities,
  id uuid not null,
  person_id uuid not null,
  course_id text not null check (course_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(course_id) <= 100),
  finished_at timestamptz not null,
  renew_by timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  check (renew_by > finished_at)
);
create index training_of_person on training_records (community_id, person_id, course_id, finished_at desc);
comment on table training_records is 'Which course a member finished, when, and when it is worth taking again; no answers, no mark. Kept as long as the membership.';

alter table training_records enable row level security;
alter table training_records force row level security;
create policy one_community on training_records using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on training_records to forestall_app;

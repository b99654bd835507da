-- A forgotten password or a lost factor, vouched for by two officers.

create table recovery_requests (
  community_id uuid not null references communities,
  id uuid not null,
  person_id uuid,
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  number text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  told_at timestamptz,
  first_by uuid,
  first_at timestamptz,
  second_by uuid,
  second_at timestamptz,
  used_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id),
  foreign key (community_id, first_by) references memberships (community_id, person_id),
  foreign key (community_id, second_by) references memberships (community_id, person_id),
  check ((first_by is null) = (first_at is null)),
  check ((second_by is null) = (second_at is null)),
  check (second_by is null or first_by is not null),
  check (used_at is null or second_by is not null),
  constraint recovery_confirmed_by_two check (first_by <> second_by and first_by <> person_id and second_by <> person_id)
);
create index recovery_requests_open on recovery_requests (community_id, expires_at) where used_at is null;
comment on table recovery_requests is 'Somebody asked to sign in anew; two others confirm who it is. An address that nobody has leaves a row without a person, so that asking tells nothing. Deleted a day after its end.';

alter table recovery_requests enable row level security;
alter table recovery_requests force row level security;
create policy one_community on recovery_requests using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on recovery_requests to forestall_app;

-- A copy that its person can no longer open keeps its place until somebody who holds the record shares the key anew.
alter table wrapped_copies add column lost_at timestamptz;
create index wrapped_copies_lost on wrapped_copies (community_id, record_id) where lost_at is not null;

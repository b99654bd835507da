-- What a community's counsel has read and confirmed of its legal profile: what nobody signed stays marked as unverified.

create table legal_sign_offs (
  community_id uuid not null references communities,
  id uuid not null,
  profile text not null check (profile ~ '^[a-z-]{2,40}$'),
  edition date not null,
  counsel text not null check (length(counsel) between 3 and 200),
  office text not null check (length(office) between 2 and 300),
  signed_on date not null,
  confirmed text[] not null check (cardinality(confirmed) between 1 and 60),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, recorded_by) references memberships (community_id, person_id),
  constraint nothing_is_signed_ahead check (signed_on <= (recorded_at at time zone 'UTC')::date + 1)
);
comment on table legal_sign_offs is 'Which parts of the legal profile the community''s counsel confirmed, who signed and when; a later row replaces an earlier one, none is changed. Kept as long as the community.';

alter table legal_sign_offs enable row level security;
alter table legal_sign_offs force row level security;
create policy one_community on legal_sign_offs using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on legal_sign_offs to forestall_app;

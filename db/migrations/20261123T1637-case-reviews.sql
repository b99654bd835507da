-- Reviews and clocks: what a review found, how far a missed one has climbed, and a calendar without content.

alter table cases
  add column review_climbs integer not null default 0 check (review_climbs between 0 and 2);

create table case_reviews (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  position integer not null,
  due_at timestamptz not null,
  reviewed_at timestamptz not null,
  reviewed_by uuid not null,
  next_review_at timestamptz not null,
  content bytea not null,
  primary key (community_id, id),
  unique (community_id, case_id, position),
  foreign key (community_id, case_id) references cases (community_id, id) on delete cascade,
  foreign key (community_id, reviewed_by) references memberships (community_id, person_id),
  constraint a_review_leads_to_the_next check (next_review_at > reviewed_at)
);
comment on table case_reviews is 'Each look that a team took at a case, and when it looks again. content is sealed. As long as the case.';

create table calendar_feeds (
  community_id uuid not null references communities,
  id uuid not null,
  person_id uuid not null,
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
create unique index one_living_feed_a_person on calendar_feeds (community_id, person_id) where revoked_at is null;
comment on table calendar_feeds is 'Addresses under which a calendar reads one person''s dates: numbers and times, no content. The address is kept hashed; revoked at will.';

do $$
declare t text;
begin
  foreach t in array array['case_reviews', 'calendar_feeds'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert on %I to forestall_app', t);
  end loop;
end $$;
grant update on calendar_feeds to forestall_app;

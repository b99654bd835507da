-- The library: texts that a community writes in the console, languages that it adds, mistakes that readers tell.

create table library_languages (
  community_id uuid not null references communities,
  code text not null check (code ~ '^[a-z]{2}$' and code not in ('en', 'ca', 'es', 'fr')),
  name text not null check (length(name) between 1 and 60),
  direction text not null check (direction in ('ltr', 'rtl')),
  falls_back_to text not null check (falls_back_to in ('en', 'ca', 'es', 'fr')),
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (community_id, code),
  foreign key (community_id, added_by) references memberships (community_id, person_id)
);
comment on table library_languages is 'Languages that a community writes library texts in beside the four of the program, and which of the four stands in where a text is missing. Kept as long as the community.';

create table library_versions (
  community_id uuid not null references communities,
  language text not null check (language ~ '^[a-z]{2}$'),
  text_id text not null check (text_id ~ '^(prevent|prepare|respond|recover)\.[a-z0-9]+(-[a-z0-9]+)*$' and length(text_id) <= 100),
  number integer not null check (number > 0),
  markdown text not null check (length(markdown) between 1 and 200000),
  state text not null check (state in ('draft', 'waiting', 'approved', 'returned', 'withdrawn')),
  author_id uuid not null,
  written_at timestamptz not null,
  decider_id uuid,
  decided_at timestamptz,
  words text not null default '' check (length(words) <= 2000),
  primary key (community_id, language, text_id, number),
  unique (community_id, language, text_id, number, state),
  foreign key (community_id, author_id) references memberships (community_id, person_id),
  foreign key (community_id, decider_id) references memberships (community_id, person_id),
  constraint approved_by_another check (decider_id is null or decider_id <> author_id),
  constraint decided_by_somebody check ((state in ('approved', 'returned')) = (decider_id is not null) and (decider_id is null) = (decided_at is null)),
  constraint returned_with_words check (state <> 'returned' or words <> '')
);
create unique index one_open_version on library_versions (community_id, language, text_id, author_id) where state in ('draft', 'waiting');
create index waiting_versions on library_versions (community_id) where state = 'waiting';
comment on table library_versions is 'Every version of a library text that somebody wrote in the console, as a file would hold it; public only once a second person approved it. Kept as long as the community, so that the history stays whole.';

create table library_publications (
  community_id uuid not null references communities,
  language text not null,
  text_id text not null,
  position integer not null check (position > 0),
  version integer,
  version_state text generated always as (case when version is null then null else 'approved' end) stored,
  by_id uuid not null,
  at timestamptz not null,
  primary key (community_id, language, text_id, position),
  foreign key (community_id, language, text_id, version, version_state) references library_versions (community_id, language, text_id, number, state),
  foreign key (community_id, by_id) references memberships (community_id, person_id)
);
comment on table library_publications is 'What stood in the library from when on: an approved version, or none for the text that came with the program or the folder. The last position of a text counts. Kept as long as the community.';

-- An approved version is what people read: its words never change again.
create function keep_decided_version() returns trigger language plpgsql as $$
begin
  if old.state not in ('draft', 'waiting') or new.author_id <> old.author_id or (old.state = 'waiting' and new.markdown <> old.markdown) then
    raise exception 'a version that was sent or decided does not change' using errcode = '23514', constraint = 'version_is_settled';
  end if;
  return new;
end $$;
create trigger keep_decided_version before update on library_versions for each row execute function keep_decided_version();

create table library_mistakes (
  community_id uuid not null references communities,
  id uuid not null,
  page text not null check (length(page) <= 200),
  words bytea not null,
  told_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, settled_by) references memberships (community_id, person_id),
  check ((settled_by is null) = (settled_at is null))
);
create index open_mistakes on library_mistakes (community_id, told_at) where settled_at is null;
comment on table library_mistakes is 'What readers told about a mistake in a library page; the words are sealed under the installation key, nothing tells who wrote them. Deleted thirty days after it was settled.';

alter table library_languages enable row level security;
alter table library_languages force row level security;
create policy one_community on library_languages using (community_id = current_community()) with check (community_id = current_community());
alter table library_versions enable row level security;
alter table library_versions force row level security;
create policy one_community on library_versions using (community_id = current_community()) with check (community_id = current_community());
alter table library_publications enable row level security;
alter table library_publications force row level security;
create policy one_community on library_publications using (community_id = current_community()) with check (community_id = current_community());
alter table library_mistakes enable row level security;
alter table library_mistakes force row level security;
create policy one_community on library_mistakes using (community_id = current_community()) with check (community_id = current_community());

grant select, insert, update on library_languages to forestall_app;
grant select, insert, update on library_versions to forestall_app;
grant select, insert on library_publications to forestall_app;
grant select, insert, update, delete on library_mistakes to forestall_app;

-- Reports that belong together, and identifiers that people take out of records so that the same one is recognised again.

create table report_links (
  community_id uuid not null,
  report_id uuid not null,
  other_id uuid not null,
  linked_by uuid not null,
  linked_at timestamptz not null,
  primary key (community_id, report_id, other_id),
  foreign key (community_id, report_id) references reports (community_id, id),
  foreign key (community_id, other_id) references reports (community_id, id),
  foreign key (community_id, linked_by) references memberships (community_id, person_id),
  constraint linked_once check (report_id < other_id)
);
create index report_links_of_other on report_links (community_id, other_id);
comment on table report_links is 'Two reports that a person put beside each other; nothing is merged. Deleted with either report.';

create table identifiers (
  community_id uuid not null references communities,
  id uuid not null,
  record_kind text not null check (record_kind in ('report', 'case')),
  record_id uuid not null,
  field text not null check (field in ('name', 'phone', 'plate', 'account')),
  tag text not null check (tag ~ '^[01]{1,32}$'),
  value bytea not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  searchable_until timestamptz,
  primary key (community_id, id),
  unique (community_id, record_id, field, tag),
  foreign key (community_id, entered_by) references memberships (community_id, person_id)
);
create index identifiers_of_field on identifiers (community_id, field);
comment on table identifiers is 'Exact identifiers that a person took out of a report or case: the value sealed under the record, the tag so short that it fits several. Deleted with the record, and 30 days after it proved unfounded.';

-- An identifier never outlives its record.
create function forget_identifiers() returns trigger language plpgsql as $$
begin
  delete from identifiers where community_id = old.community_id and record_id = old.id;
  return null;
end $$;
create trigger reports_forget_identifiers after delete on reports for each row execute function forget_identifiers();
create trigger cases_forget_identifiers after delete on cases for each row execute function forget_identifiers();

do $$
declare t text;
begin
  foreach t in array array['report_links', 'identifiers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert, delete on %I to forestall_app', t);
  end loop;
end $$;
grant update on identifiers to forestall_app;

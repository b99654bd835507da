-- A whole case leaves as an archive and comes in from one.

alter table disclosures drop constraint disclosures_gives_check;
alter table disclosures add constraint disclosures_gives_check check (gives in ('statements', 'summary', 'contact', 'case'));
alter table disclosures drop constraint disclosures_way_check;
alter table disclosures add constraint disclosures_way_check check (way in ('pdf', 'json', 'view', 'phone', 'partner', 'archive'));
alter table disclosures add constraint a_whole_case_leaves_as_an_archive check ((gives = 'case') = (way = 'archive'));

alter table imports drop constraint imports_kind_check;
alter table imports add constraint imports_kind_check check (kind in ('tips', 'cases', 'case-archives'));

-- What another community was given to read of a case ends no later than the case: its disclosure is not deleted over an open view.
create function refuse_view_without_disclosure() returns trigger language plpgsql as $$
declare
  home text := current_setting('app.community', true);
  elsewhere uuid;
begin
  for elsewhere in select id from communities where id <> old.community_id loop
    perform set_config('app.community', elsewhere::text, true);
    if exists (select from partner_views v where v.community_id = elsewhere and v.id = old.id and v.closed_at is null) then
      raise exception 'a view given to a partner ends with its case' using errcode = 'check_violation', constraint = 'a_partner_view_ends_with_its_case';
    end if;
  end loop;
  perform set_config('app.community', coalesce(home, ''), true);
  return old;
end $$;
create trigger disclosures_end_their_views before delete on disclosures for each row when (old.way = 'partner') execute function refuse_view_without_disclosure();

create table brought_cases (
  community_id uuid not null,
  case_id uuid not null,
  archive_hash bytea not null check (length(archive_hash) = 32),
  origin_hash bytea not null check (length(origin_hash) = 32),
  brought_by uuid not null,
  brought_at timestamptz not null,
  file_name text not null,
  content bytea not null,
  primary key (community_id, case_id),
  constraint one_case_an_archive unique (community_id, archive_hash),
  foreign key (community_id, case_id) references cases (community_id, id) on delete cascade,
  foreign key (community_id, brought_by) references memberships (community_id, person_id)
);
create index brought_cases_of_origin on brought_cases (community_id, origin_hash);
comment on table brought_cases is 'Which cases came here as an archive. The archive itself lies sealed in the file store; content (its key, whence it came, what its proof showed) is sealed. As long as the case.';

create trigger brought_cases_removed after delete on brought_cases for each row execute function queue_file_removal();

alter table brought_cases enable row level security;
alter table brought_cases force row level security;
create policy one_community on brought_cases using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on brought_cases to forestall_app;

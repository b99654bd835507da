-- Whoever is recused from a case is kept out of the reports that it rests on too, whatever group holds their keys.

create table kept_out (
  community_id uuid not null,
  record_id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  primary key (community_id, record_id, person_id, case_id),
  foreign key (community_id, case_id, person_id) references recusals (community_id, case_id, person_id) on delete cascade
);
create index kept_out_by_recusal on kept_out (community_id, case_id, person_id);
comment on table kept_out is 'Who may open nothing of a record, even where a group of theirs holds its key, and since which case. No content. As long as the recusal.';

alter table kept_out enable row level security;
alter table kept_out force row level security;
create policy one_community on kept_out using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on kept_out to forestall_app;

-- A recusal keeps out of the case and of all that it rests on; a report that comes to the case later keeps its recused out too.
create function keep_recused_out() returns trigger language plpgsql as $$
begin
  insert into kept_out (community_id, record_id, person_id, case_id)
    select r.community_id, record.id, r.person_id, r.case_id
    from recusals r cross join lateral (
      select r.case_id union select c.report_id from case_reports c where c.community_id = r.community_id and c.case_id = r.case_id
    ) record (id)
    where r.community_id = new.community_id and r.case_id = new.case_id
    on conflict do nothing;
  return null;
end $$;
create trigger recusals_keep_out after insert on recusals for each row execute function keep_recused_out();
create trigger case_reports_keep_out after insert on case_reports for each row execute function keep_recused_out();

insert into kept_out (community_id, record_id, person_id, case_id)
  select r.community_id, r.case_id, r.person_id, r.case_id from recusals r
  union
  select r.community_id, c.report_id, r.person_id, r.case_id
  from recusals r join case_reports c on c.community_id = r.community_id and c.case_id = r.case_id;

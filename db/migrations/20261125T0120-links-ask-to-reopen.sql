-- A link that joins somebody of an open matter with somebody of a closed case asks whether that case opens again.

alter table reopening_questions alter column report_id drop not null;
alter table reopening_questions add column link_id uuid;
alter table reopening_questions add foreign key (community_id, link_id) references same_person_links (community_id, id) on delete cascade;
alter table reopening_questions add constraint asked_by_a_report_or_a_link check (num_nonnulls(report_id, link_id) <= 1);
create unique index one_question_a_link on reopening_questions (community_id, case_id, link_id) where link_id is not null;
comment on table reopening_questions is 'A new report that belongs to a closed case, or a link that says somebody of it is the same as in an open matter (neither where that link stayed in another installation), asks a person by name whether the case opens again; nobody named means the coordinators. reason is sealed. As long as the case, or the link.';

-- Whoever is asked about a closed case: its last lead, else the deputy, where active and not recused; nobody means the coordinators.
create function asked_about_closed_case(community uuid, one_case uuid) returns uuid language sql stable as $$
  select who.id from (
    select c.lead_id as id, -2 as place from cases c where c.community_id = community and c.id = one_case
    union all select c.deputy_id, -1 from cases c where c.community_id = community and c.id = one_case
  ) who
  join memberships m on m.community_id = community and m.person_id = who.id and m.state = 'active'
  where not exists (select from recusals r where r.community_id = community and r.case_id = one_case and r.person_id = who.id)
  order by who.place limit 1
$$;

create or replace function ask_to_reopen(community uuid, one_case uuid, report uuid, moment timestamptz) returns void language sql as $$
  insert into reopening_questions (community_id, case_id, report_id, asked_of, asked_at, due_at)
  select community, c.id, report, asked_about_closed_case(community, c.id), moment, moment + interval '1 day'
  from cases c
  where c.community_id = community and c.id = one_case and c.state = 'closed'
  on conflict do nothing
$$;

-- The case of the other person, and the cases that rest on the other report; what closed as no concern is asked nothing.
create function ask_when_a_person_is_linked() returns trigger language plpgsql as $$
begin
  insert into reopening_questions (community_id, case_id, link_id, asked_of, asked_at, due_at)
  select new.community_id, c.id, new.id, asked_about_closed_case(new.community_id, c.id), new.linked_at, new.linked_at + interval '1 day'
  from cases c
  where c.community_id = new.community_id and c.state = 'closed' and c.closing_reason is distinct from 'no-concern' and c.id in (
    select p.case_id from case_people p where p.community_id = new.community_id and p.id in (new.person_id, new.other_person_id)
    union select r.case_id from case_reports r where r.community_id = new.community_id and r.report_id = new.other_report_id
  )
  on conflict do nothing;
  return null;
end $$;
create trigger same_person_links_ask_to_reopen after insert on same_person_links for each row execute function ask_when_a_person_is_linked();

-- A link that is taken back asks nothing any more; what was answered stays answered.
create function forget_question_of_link() returns trigger language plpgsql as $$
begin
  delete from reopening_questions where community_id = new.community_id and link_id = new.id and answer is null;
  return null;
end $$;
create trigger same_person_links_undone after update of undone_at on same_person_links for each row
  when (new.undone_at is not null) execute function forget_question_of_link();
grant delete on reopening_questions to forestall_app;

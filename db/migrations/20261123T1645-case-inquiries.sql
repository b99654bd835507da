-- Interviews and requests for records: who asks whom, when, who sits with a minor, and what came back.

create table inquiries (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('interview', 'record-request')),
  guide text check (guide in ('subject', 'target', 'reporter', 'witness', 'family')),
  asker_id uuid not null,
  due_at timestamptz not null,
  climbed_at timestamptz,
  state text not null default 'planned' check (state in ('planned', 'done', 'not-done')),
  is_minor boolean not null default false,
  guardian_notice text check (guardian_notice in ('given', 'delayed')),
  guardian_reason bytea,
  companion bytea,
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null default 1,
  content bytea not null,
  outcome bytea,
  primary key (community_id, id),
  unique (community_id, case_id, position),
  foreign key (community_id, case_id) references cases (community_id, id) on delete cascade,
  foreign key (community_id, asker_id) references memberships (community_id, person_id),
  foreign key (community_id, made_by) references memberships (community_id, person_id),
  constraint an_interview_has_a_guide check ((kind = 'interview') = (guide is not null)),
  constraint a_minor_is_not_alone check (not is_minor or companion is not null),
  constraint a_guardian_is_told check (not is_minor or guardian_notice is not null),
  constraint a_delay_has_its_reason check (guardian_notice is distinct from 'delayed' or guardian_reason is not null),
  constraint an_ended_inquiry_has_its_outcome check (state = 'planned' or outcome is not null)
);
create index inquiries_of_asker on inquiries (community_id, asker_id, due_at) where state = 'planned';
create index inquiries_due on inquiries (due_at) where state = 'planned' and climbed_at is null;
comment on table inquiries is 'Interviews and requests for records of a case. content, companion, guardian_reason and outcome are sealed. As long as the case.';

alter table inquiries enable row level security;
alter table inquiries force row level security;
create policy one_community on inquiries using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on inquiries to forestall_app;

create or replace function check_nothing_is_dropped() returns trigger language plpgsql as $$
begin
  if new.state = 'closed' and (
    exists (
      select 1 from actions a where a.community_id = new.community_id and a.case_id = new.id
        and (a.state in ('assigned', 'accepted') or a.needs_verification and a.state <> 'verified' and a.state <> 'not-done')
    )
    or exists (select 1 from inquiries i where i.community_id = new.community_id and i.case_id = new.id and i.state = 'planned')
  ) then
    raise exception 'a case does not close over open actions' using errcode = 'check_violation', constraint = 'nothing_is_dropped_at_closing';
  end if;
  return null;
end $$;

create function refuse_recused_asker() returns trigger language plpgsql as $$
begin
  if new.state = 'planned' and exists (
    select 1 from recusals r where r.community_id = new.community_id and r.case_id = new.case_id and r.person_id = new.asker_id
  ) then
    raise exception 'somebody recused asks nothing' using errcode = 'check_violation', constraint = 'a_recused_person_has_no_part';
  end if;
  return new;
end $$;
create trigger inquiries_without_recused before insert or update of asker_id, state on inquiries for each row execute function refuse_recused_asker();

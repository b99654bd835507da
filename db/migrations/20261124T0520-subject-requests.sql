-- The other side: what the person whom a case is about, or a guardian, asks for; clocked, answered, and nothing is destroyed meanwhile.

create table subject_requests (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('access', 'correction', 'restriction', 'objection')),
  asked_by text not null check (asked_by in ('subject', 'guardian')),
  received_at timestamptz not null,
  due_at timestamptz not null,
  extended_at timestamptz,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  climbed_at timestamptz,
  state text not null default 'open' check (state in ('open', 'answered')),
  outcome text check (outcome in ('granted', 'in-part', 'refused')),
  answered_at timestamptz,
  answered_by uuid,
  version integer not null default 1,
  content bytea not null,
  extension bytea,
  answer bytea,
  primary key (community_id, id),
  foreign key (community_id, case_id) references cases (community_id, id) on delete cascade,
  foreign key (community_id, recorded_by) references memberships (community_id, person_id),
  foreign key (community_id, answered_by) references memberships (community_id, person_id),
  check (received_at <= recorded_at),
  constraint a_request_is_answered_within_three_months check (due_at > received_at and due_at <= received_at + interval '3 months 1 day'),
  constraint a_later_date_has_its_reason check ((extended_at is null) = (extension is null)),
  constraint an_answer_is_given_by_somebody check (
    (state = 'answered') = (outcome is not null and answered_at is not null and answered_by is not null and answer is not null)
  )
);
create index subject_requests_of_case on subject_requests (community_id, case_id);
create index subject_requests_open on subject_requests (due_at) where state = 'open';
comment on table subject_requests is 'What a person of concern or their guardian asked about a case: access, correction, restriction, objection. content, extension and answer are sealed. As long as the case, which stays while one is open.';

alter table subject_requests enable row level security;
alter table subject_requests force row level security;
create policy one_community on subject_requests using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on subject_requests to forestall_app;

-- What somebody has asked about is not destroyed before they have their answer, nor the reports that the case rests on.
create or replace function is_held(community uuid, record uuid) returns boolean language sql stable as $$
  select exists (
    select from legal_holds h where h.community_id = community and h.released_at is null
      and h.record_id in (select record union all select r.case_id from case_reports r where r.community_id = community and r.report_id = record)
  ) or exists (
    select from two_person_acts a where a.community_id = community and a.act = 'hold' and a.state = 'asked'
      and a.record_id in (select record union all select r.case_id from case_reports r where r.community_id = community and r.report_id = record)
  ) or exists (
    select from subject_requests s where s.community_id = community and s.state = 'open'
      and s.case_id in (select record union all select r.case_id from case_reports r where r.community_id = community and r.report_id = record)
  )
$$;

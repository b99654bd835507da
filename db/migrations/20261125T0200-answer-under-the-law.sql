-- By when the other side is answered is what the community's law says at receipt; the request keeps both dates and where they stand.

alter table subject_requests
  add column first_due_at timestamptz,
  add column latest_due_at timestamptz,
  add column law text not null default '' check (length(law) <= 300);

-- Until now every request ran for a month, once put off by two, under the regulation.
update subject_requests set
  first_due_at = case when extended_at is null then due_at
    else ((received_at at time zone 'UTC') + interval '1 month') at time zone 'UTC' end,
  latest_due_at = greatest(due_at, ((received_at at time zone 'UTC') + interval '3 months') at time zone 'UTC'),
  law = 'GDPR, Article 12(3)';

alter table subject_requests
  alter column first_due_at set not null,
  alter column latest_due_at set not null,
  alter column law drop default,
  drop constraint a_request_is_answered_within_three_months,
  add constraint a_request_is_answered_within_its_law check (
    received_at < first_due_at and first_due_at <= due_at and due_at <= latest_due_at
    and latest_due_at <= received_at + interval '1 year'
  ),
  add constraint a_later_date_is_set_once check ((extended_at is null) = (due_at = first_due_at));

comment on column subject_requests.law is 'Under what the dates run, as the legal profile named it at receipt; empty where it is the program''s own proposal.';

-- What was received, when, and the dates of the law stand from then on.
revoke update on subject_requests from forestall_app;
grant update (due_at, extended_at, climbed_at, state, outcome, answered_at, answered_by, version, extension, answer) on subject_requests to forestall_app;

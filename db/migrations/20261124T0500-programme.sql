-- The programme in figures: what a plan is made of is counted without saying of which case, and figures need not read what is sealed.

create table action_tallies (
  community_id uuid not null references communities,
  month date not null check (extract(day from month) = 1),
  outside_justice integer not null default 0 check (outside_justice >= 0),
  justice integer not null default 0 check (justice >= 0),
  own_words integer not null default 0 check (own_words >= 0),
  primary key (community_id, month)
);
comment on table action_tallies is 'How many actions were planned in a month: of the catalogue outside criminal justice, of criminal justice, in own words. Says nothing of any case. Kept as long as the community.';

alter table action_tallies enable row level security;
alter table action_tallies force row level security;
create policy one_community on action_tallies using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update on action_tallies to forestall_app;

-- Each names what the figures and the keeping of closed cases ask, so that the sealed columns are never read for a count.
create index reports_received on reports (community_id, received_at)
  include (channel, state, outcome, first_read_at, answered_at, decided_at);
create index cases_opened on cases (community_id, opened_at) include (state, stage, level_of_concern, next_review_at, closed_at, closing_reason, lead_id);
create index cases_closed on cases (community_id, closed_at) include (closing_reason) where state = 'closed';
create index cases_open on cases (community_id, stage, level_of_concern) include (opened_at, next_review_at, lead_id, deputy_id) where state = 'open';
create index actions_made on actions (community_id, made_at) include (category, state);
create index actions_open on actions (community_id, category) include (due_at) where state in ('assigned', 'accepted');
create index stage_visits_closings on stage_visits (community_id, exited_at) include (case_id) where exit = 'closed';
create index report_messages_of_staff on report_messages (community_id, report_id, at) where author = 'staff';

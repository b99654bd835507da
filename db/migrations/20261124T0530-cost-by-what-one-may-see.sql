-- What somebody asks for costs as much as they carry, and the figures read no more than they count.

create index cases_led_once on cases (community_id, lead_id, id) where state = 'closed';
create index cases_deputed_once on cases (community_id, deputy_id, id) where state = 'closed';
create index reports_still_waiting on reports (community_id, urgency, received_at) where state = 'waiting';
drop index reports_received;
create index reports_received on reports (community_id, received_at)
  include (id, channel, outcome, first_read_at, answered_at, decided_at);

-- The plan of a case: what it is out of the catalogue, when its result is due, who verifies, and what happens if a referral fails.

alter table actions
  add column kind text check (kind ~ '^[a-z-]{3,40}$'),
  add column is_referral boolean not null default false,
  add column needs_verification boolean not null default false,
  add column result_due_at timestamptz,
  add column result_climbed_at timestamptz,
  add column fallback bytea,
  add constraint a_referral_says_what_if_missed check (not is_referral or fallback is not null),
  add constraint a_result_is_due_after_its_action check (result_due_at is null or result_due_at >= due_at);
create index actions_result_due on actions (result_due_at) where state in ('done', 'not-done') and result_climbed_at is null;
comment on table actions is 'Follow-up: each with one assignee, a due date, and a date for its result. content, fallback and result are sealed. As long as the case.';

-- A case does not close over what is still to be done, or over what safety depends on and nobody else has looked at.
create function check_nothing_is_dropped() returns trigger language plpgsql as $$
begin
  if new.state = 'closed' and exists (
    select 1 from actions a where a.community_id = new.community_id and a.case_id = new.id
      and (a.state in ('assigned', 'accepted') or a.needs_verification and a.state <> 'verified' and a.state <> 'not-done')
  ) then
    raise exception 'a case does not close over open actions' using errcode = 'check_violation', constraint = 'nothing_is_dropped_at_closing';
  end if;
  return null;
end $$;
create constraint trigger cases_close_over_nothing after update of state on cases deferrable initially deferred for each row execute function check_nothing_is_dropped();

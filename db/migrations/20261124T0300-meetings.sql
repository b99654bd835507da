-- Meetings of the team: who came with which discipline, which cases were spoken of and why, what was said and decided.

create table meetings (
  community_id uuid not null references communities,
  id uuid not null,
  number text not null,
  state text not null default 'planned' check (state in ('planned', 'running', 'closed', 'called-off')),
  held_at timestamptz not null,
  chair_id uuid not null,
  called_by uuid not null,
  called_at timestamptz not null,
  began_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  primary key (community_id, id),
  unique (community_id, number),
  foreign key (community_id, chair_id) references memberships (community_id, person_id),
  foreign key (community_id, called_by) references memberships (community_id, person_id),
  foreign key (community_id, ended_by) references memberships (community_id, person_id),
  constraint a_meeting_begins_before_it_is_minuted check (state not in ('running', 'closed') or began_at is not null),
  constraint a_meeting_is_ended_by_somebody check (
    (state in ('closed', 'called-off')) = (ended_at is not null and ended_by is not null)
  )
);
create index meetings_ahead on meetings (community_id, held_at) where state in ('planned', 'running');
comment on table meetings is 'When the team meets, and who leads the meeting. No words of its own: what is said stands with each case. Two years after its end, once no case hangs on it.';

create table meeting_attendance (
  community_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  discipline text not null,
  is_present boolean not null default false,
  primary key (community_id, meeting_id, person_id),
  foreign key (community_id, meeting_id) references meetings (community_id, id) on delete cascade,
  foreign key (community_id, person_id) references memberships (community_id, person_id)
);
comment on table meeting_attendance is 'Who was asked to a meeting, with the discipline that they had then, and whether they came. As long as the meeting.';

create table meeting_items (
  community_id uuid not null,
  meeting_id uuid not null,
  case_id uuid not null,
  position integer not null,
  reasons text[] not null check (cardinality(reasons) > 0 and reasons <@ array[
    'new', 'reopened', 'put-off', 'level-changed', 'rating-waits', 'new-report', 'review-overdue', 'review-due',
    'action-overdue', 'result-overdue', 'inquiry-overdue', 'stage-overdue', 'asked-for'
  ]),
  put_off_at timestamptz,
  primary key (community_id, meeting_id, case_id),
  unique (community_id, meeting_id, position),
  foreign key (community_id, meeting_id) references meetings (community_id, id) on delete cascade,
  foreign key (community_id, case_id) references cases (community_id, id) on delete cascade
);
create index meeting_items_of_case on meeting_items (community_id, case_id);
comment on table meeting_items is 'The agenda of a meeting once it has begun: which cases, and what was due in each. As long as the case.';

create table meeting_entries (
  community_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  case_id uuid not null,
  position integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  content bytea not null,
  primary key (community_id, id),
  unique (community_id, case_id, position),
  foreign key (community_id, meeting_id, case_id) references meeting_items (community_id, meeting_id, case_id) on delete cascade,
  foreign key (community_id, meeting_id, written_by) references meeting_attendance (community_id, meeting_id, person_id) on delete cascade
);
create index meeting_entries_of_meeting on meeting_entries (community_id, meeting_id, case_id);
comment on table meeting_entries is 'What a meeting said of a case, in the order of the case; never written over. content is sealed with the case''s key. As long as the case.';

create table meeting_decisions (
  community_id uuid not null,
  entry_id uuid not null,
  action_id uuid not null,
  primary key (community_id, entry_id, action_id),
  foreign key (community_id, entry_id) references meeting_entries (community_id, id) on delete cascade,
  foreign key (community_id, action_id) references actions (community_id, id) on delete cascade
);
create index meeting_decisions_of_action on meeting_decisions (community_id, action_id);
comment on table meeting_decisions is 'Which actions a meeting decided. As long as the case.';

-- What a meeting said stands: it is written while the meeting runs, by somebody who is there and not kept out of the case.
create function check_meeting_entry() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from meetings m
    join meeting_attendance a on a.community_id = m.community_id and a.meeting_id = m.id and a.person_id = new.written_by
    where m.community_id = new.community_id and m.id = new.meeting_id and m.state = 'running' and a.is_present
  ) then
    raise exception 'minutes are taken while the meeting runs, by somebody who is there' using errcode = 'check_violation', constraint = 'minutes_are_taken_in_the_meeting';
  end if;
  if exists (
    select 1 from recusals r where r.community_id = new.community_id and r.case_id = new.case_id and r.person_id = new.written_by
  ) then
    raise exception 'somebody recused writes nothing' using errcode = 'check_violation', constraint = 'a_recused_person_has_no_part';
  end if;
  return new;
end $$;
create trigger meeting_entries_in_the_meeting before insert on meeting_entries for each row execute function check_meeting_entry();

-- A meeting that has ended stands as it was, and none ends over a case that was neither spoken of nor put off.
create function check_meeting() returns trigger language plpgsql as $$
begin
  if old.state in ('closed', 'called-off') then
    raise exception 'a meeting that has ended stands' using errcode = 'check_violation', constraint = 'an_ended_meeting_stands';
  end if;
  if new.state = 'closed' and exists (
    select 1 from meeting_items i where i.community_id = new.community_id and i.meeting_id = new.id and i.put_off_at is null
      and not exists (
        select 1 from meeting_entries e where e.community_id = i.community_id and e.meeting_id = i.meeting_id and e.case_id = i.case_id
      )
  ) then
    raise exception 'a case is neither spoken of nor put off' using errcode = 'check_violation', constraint = 'no_case_is_passed_over';
  end if;
  return new;
end $$;
create trigger meetings_stand before update on meetings for each row execute function check_meeting();

create function check_meeting_part() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from meetings m where m.community_id = new.community_id and m.id = new.meeting_id and m.state in ('closed', 'called-off')
  ) then
    raise exception 'a meeting that has ended stands' using errcode = 'check_violation', constraint = 'an_ended_meeting_stands';
  end if;
  return new;
end $$;
create trigger meeting_attendance_stands before insert or update on meeting_attendance for each row execute function check_meeting_part();
create trigger meeting_items_stand before insert or update on meeting_items for each row execute function check_meeting_part();

do $$
declare t text;
begin
  foreach t in array array['meetings', 'meeting_attendance', 'meeting_items', 'meeting_entries', 'meeting_decisions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert on %I to forestall_app', t);
  end loop;
end $$;
grant update, delete on meetings to forestall_app;
grant update on meeting_attendance, meeting_items to forestall_app;

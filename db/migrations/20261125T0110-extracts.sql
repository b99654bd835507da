-- What a consultant is given of a case: a question and chosen statements, under a key of their own, until it is taken back.

create table extracts (
  community_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  position integer not null,
  reader_id uuid not null,
  given_by uuid not null,
  given_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  team_key bytea not null,
  content bytea not null,
  primary key (community_id, id),
  unique (community_id, case_id, position),
  foreign key (community_id, case_id) references cases (community_id, id) on delete cascade,
  foreign key (community_id, reader_id) references memberships (community_id, person_id),
  foreign key (community_id, given_by) references memberships (community_id, person_id),
  foreign key (community_id, ended_by) references memberships (community_id, person_id),
  constraint an_extract_is_given_by_another check (reader_id <> given_by),
  constraint an_extract_is_ended_once check (ended_by is null or ended_at is not null)
);
create index extracts_of_reader on extracts (community_id, reader_id) where ended_at is null;
comment on table extracts is 'What a consultant may read of a case. content (the question, the chosen statements) is sealed under a key of its own; team_key is that key under the case''s. Nobody in ended_by: it ended with the part or the case. As long as the case.';

create table extract_answers (
  community_id uuid not null,
  id uuid not null,
  extract_id uuid not null,
  position smallint not null check (position between 1 and 20),
  answered_at timestamptz not null,
  content bytea not null,
  statement_id uuid,
  taken_by uuid,
  taken_at timestamptz,
  primary key (community_id, id),
  unique (community_id, extract_id, position),
  foreign key (community_id, extract_id) references extracts (community_id, id) on delete cascade,
  foreign key (community_id, statement_id) references statements (community_id, id) on delete cascade,
  foreign key (community_id, taken_by) references memberships (community_id, person_id),
  constraint an_answer_is_taken_whole check (num_nulls(statement_id, taken_by, taken_at) in (0, 3))
);
comment on table extract_answers is 'What a consultant said to a question, sealed under the extract''s key, and the statement that it became. As long as the extract.';

-- Only a consultant of the open case is given anything.
create function refuse_extract_for_others() returns trigger language plpgsql as $$
begin
  if not exists (
    select from case_members m join cases c on c.community_id = m.community_id and c.id = m.case_id
    where m.community_id = new.community_id and m.case_id = new.case_id and m.person_id = new.reader_id
      and m.part = 'consultant' and m.left_at is null and c.state = 'open'
  ) then
    raise exception 'an extract is for a consultant of the case' using errcode = 'check_violation', constraint = 'an_extract_is_for_a_consultant';
  end if;
  return new;
end $$;
create trigger extracts_are_for_consultants before insert on extracts for each row execute function refuse_extract_for_others();

-- What was given stands as it was; it can only end, and once.
create function refuse_rewritten_extract() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then
    raise exception 'an ended extract stands' using errcode = 'check_violation', constraint = 'an_ended_extract_stands';
  end if;
  return new;
end $$;
create trigger extracts_stand before update on extracts for each row execute function refuse_rewritten_extract();

create function refuse_answer_to_ended_extract() returns trigger language plpgsql as $$
begin
  if exists (select from extracts e where e.community_id = new.community_id and e.id = new.extract_id and e.ended_at is not null) then
    raise exception 'an ended extract takes no answer' using errcode = 'check_violation', constraint = 'an_ended_extract_stands';
  end if;
  return new;
end $$;
create trigger extract_answers_in_time before insert on extract_answers for each row execute function refuse_answer_to_ended_extract();

-- With its end, and with its row, the reader's copy of the key is gone.
create function forget_extract_key() returns trigger language plpgsql as $$
begin
  delete from wrapped_copies where community_id = old.community_id and record_id = old.id;
  return null;
end $$;
create trigger extracts_forgotten after update of ended_at on extracts for each row execute function forget_extract_key();
create trigger extracts_removed after delete on extracts for each row execute function forget_extract_key();

-- Whoever is no longer a consultant of the case reads nothing more of it, and nobody does once it is closed.
create function end_extracts_with_the_part() returns trigger language plpgsql as $$
begin
  update extracts set ended_at = greatest(coalesce(new.left_at, new.joined_at), given_at)
    where community_id = new.community_id and case_id = new.case_id and reader_id = new.person_id and ended_at is null;
  return null;
end $$;
create trigger case_members_end_extracts after update on case_members for each row
  when (new.left_at is not null or new.part <> 'consultant') execute function end_extracts_with_the_part();
create function end_extracts_with_the_case() returns trigger language plpgsql as $$
begin
  update extracts set ended_at = greatest(new.closed_at, given_at) where community_id = new.community_id and case_id = new.id and ended_at is null;
  return null;
end $$;
create trigger cases_end_extracts after update of state on cases for each row when (new.state = 'closed') execute function end_extracts_with_the_case();

-- A consultant holds no key of the case itself, unless the lead of it is offered to them.
create function is_consultant_without_offer(community uuid, record uuid, person uuid) returns boolean language sql stable as $$
  select exists (
    select from case_members m where m.community_id = community and m.case_id = record and m.person_id = person
      and m.part = 'consultant' and m.left_at is null
  ) and not exists (
    select from hand_over_offers o where o.community_id = community and o.case_id = record and o.to_id = person and o.state = 'open'
  )
$$;
create function refuse_key_for_consultant() returns trigger language plpgsql as $$
begin
  if is_consultant_without_offer(new.community_id, new.record_id, new.recipient_id) then
    raise exception 'a consultant holds no key of the case' using errcode = 'check_violation', constraint = 'a_consultant_holds_no_key';
  end if;
  return new;
end $$;
create trigger wrapped_copies_for_no_consultant before insert on wrapped_copies for each row
  when (new.recipient_kind = 'person') execute function refuse_key_for_consultant();
create function refuse_consultant_with_key() returns trigger language plpgsql as $$
begin
  if is_consultant_without_offer(new.community_id, new.case_id, new.person_id)
    and exists (select from wrapped_copies c where c.community_id = new.community_id and c.record_id = new.case_id and c.recipient_id = new.person_id) then
    raise exception 'a consultant holds no key of the case' using errcode = 'check_violation', constraint = 'a_consultant_holds_no_key';
  end if;
  return null;
end $$;
create constraint trigger case_members_without_key after insert or update on case_members deferrable initially deferred for each row
  when (new.part = 'consultant') execute function refuse_consultant_with_key();

-- What of before this rule a consultant still holds is taken from them.
delete from wrapped_copies w using case_members m
  where m.community_id = w.community_id and m.case_id = w.record_id and m.person_id = w.recipient_id and m.part = 'consultant' and m.left_at is null
    and not exists (select from hand_over_offers o where o.community_id = w.community_id and o.case_id = w.record_id and o.to_id = w.recipient_id and o.state = 'open');

do $$
declare t text;
begin
  foreach t in array array['extracts', 'extract_answers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
    execute format('grant select, insert on %I to forestall_app', t);
  end loop;
end $$;
grant update (ended_at, ended_by) on extracts to forestall_app;
grant update (statement_id, taken_by, taken_at) on extract_answers to forestall_app;

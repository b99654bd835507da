-- Witnesses of the log: other installations that cosign each head of a log, but only what follows from what they saw before.

create table witnesses (
  name text primary key check (name ~ '^[^ +]{1,100}$'),
  address text not null check (address ~ '^https?://[^ ]+$' and length(address) <= 300),
  verifier_key text not null,
  added_at timestamptz not null
);
comment on table witnesses is 'The installations to which every head of every log here is shown each minute. Public keys and addresses only. Kept until removed.';

create table witnessed_logs (
  origin text primary key check (origin ~ '^[^ +]{1,200}$'),
  verifier_key text not null,
  accepted_at timestamptz not null,
  size bigint not null default 0 check (size >= 0),
  note text,
  cosigned_at timestamptz,
  doubt text check (doubt in ('older-head', 'other-head', 'no-proof')),
  doubted_note text,
  doubted_at timestamptz,
  check ((size = 0) or (note is not null and cosigned_at is not null)),
  check ((doubt is null) = (doubted_at is null))
);
comment on table witnessed_logs is 'Logs of other installations that this one witnesses: the last head that it cosigned, and a head that does not follow from it, as evidence. No content. Kept until removed.';

-- A witness never takes back what it has seen.
create function refuse_forgetting() returns trigger language plpgsql as $$
begin
  if new.size < old.size or new.origin <> old.origin or new.verifier_key <> old.verifier_key then
    raise exception 'a witness does not forget' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger witnessed_logs_only_grow before update on witnessed_logs for each row execute function refuse_forgetting();

create table audit_cosignatures (
  community_id uuid not null references communities,
  size bigint not null,
  witness text not null,
  line text not null,
  cosigned_at timestamptz not null,
  primary key (community_id, size, witness),
  foreign key (community_id, size) references audit_checkpoints (community_id, size)
);
comment on table audit_cosignatures is 'What witnesses signed under our checkpoints (C2SP tlog-cosignature). Kept for ever.';
create trigger audit_cosignatures_append_only before update or delete or truncate on audit_cosignatures for each statement execute function refuse_change();

create table witness_standings (
  community_id uuid not null references communities,
  witness text not null,
  seen_size bigint not null default 0,
  seen_at timestamptz,
  trouble text check (trouble in ('unreachable', 'refused', 'has-seen-more', 'sees-another-log')),
  trouble_since timestamptz,
  primary key (community_id, witness),
  check ((trouble is null) = (trouble_since is null))
);
comment on table witness_standings is 'How each witness stands to each log here: the last head it cosigned, and since when it has not. Rebuilt each minute.';

alter table audit_checkpoints add column frontier bytea;
comment on column audit_checkpoints.frontier is 'The compact range at this size, so that a proof from here costs what came after; null in checkpoints from before.';

do $$
declare t text;
begin
  foreach t in array array['audit_cosignatures', 'witness_standings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy one_community on %I using (community_id = current_community()) with check (community_id = current_community())', t);
  end loop;
end $$;

grant select, insert, delete on witnesses to forestall_app;
grant select, insert, update on witnessed_logs to forestall_app;
grant select on audit_cosignatures, witness_standings to forestall_app;
grant select on witnesses to forestall_sequencer;
grant select, insert on audit_cosignatures to forestall_sequencer;
grant select, insert, update on witness_standings to forestall_sequencer;

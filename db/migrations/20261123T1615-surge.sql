-- A bad day at the duty desk: near copies fold into one row, and the queue is ordered; nothing is refused.

alter table reports
  add column lane text not null default 'ordinary' check (lane in ('front', 'ordinary', 'behind')),
  add column cluster_id uuid,
  add column folded boolean not null default false,
  add constraint folded_waits_under_a_row check (not folded or (cluster_id is not null and state = 'waiting'));

-- Of the waiting reports of one cluster exactly one stands for its row: never two, whoever arrives at once.
create unique index reports_one_head_a_cluster on reports (community_id, cluster_id) where state = 'waiting' and not folded and cluster_id is not null;
-- Those that wait in a row, to count and to list them.
create index reports_of_cluster on reports (community_id, cluster_id) where state = 'waiting' and cluster_id is not null;

drop index reports_waiting;
create index reports_waiting on reports (
  community_id,
  ((case lane when 'behind' then 8 else 0 end)
    + (case urgency when 'immediate' then 0 when 'urgent' then 2 when 'unsorted' then 4 else 6 end)
    + (case lane when 'front' then 0 else 1 end)),
  received_at, id
) where state = 'waiting' and not folded;

create table spent_proofs (
  community_id uuid not null references communities,
  token_hash bytea not null check (length(token_hash) = 32),
  spent_at timestamptz not null,
  primary key (community_id, token_hash)
);
comment on table spent_proofs is 'Proofs of work that were used, by the hash of their form: each counts once. Tells nothing of anybody. Deleted after two days.';
alter table spent_proofs enable row level security;
alter table spent_proofs force row level security;
create policy one_community on spent_proofs using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, delete on spent_proofs to forestall_app;

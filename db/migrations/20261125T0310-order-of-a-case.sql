-- What happens in a case stands in the case's own order, taken under its row lock: no clock that was set back puts it elsewhere.

alter table hand_over_offers add column position integer;
alter table recusals add column position integer;
alter table case_reports add column position integer;

-- What was written before there was a number keeps the order of its time, below all that comes. The owner sees every community only
-- while the rows are not guarded from it too.
do $$
declare each record;
begin
  for each in
    select * from (values ('hand_over_offers', 'id', 'offered_at'), ('recusals', 'person_id', 'at'), ('case_reports', 'report_id', 'linked_at')) as t (holder, name, moment)
  loop
    execute format('alter table %I no force row level security', each.holder);
    execute format(
      'update %1$I t set position = n.place from (
         select community_id, case_id, %2$I as name, row_number() over of_case - count(*) over (partition by community_id, case_id) - 1 as place
         from %1$I window of_case as (partition by community_id, case_id order by %3$I, %2$I)
       ) n where t.community_id = n.community_id and t.case_id = n.case_id and t.%2$I = n.name',
      each.holder, each.name, each.moment);
    -- No table is altered while a deferred rule still waits to look at its rows.
    set constraints all immediate;
    execute format('alter table %I force row level security', each.holder);
    execute format('alter table %I alter column position set not null', each.holder);
    set constraints all deferred;
  end loop;
end $$;
create unique index offers_in_order on hand_over_offers (community_id, case_id, position);
create unique index recusals_in_order on recusals (community_id, case_id, position);
create unique index case_reports_in_order on case_reports (community_id, case_id, position);

-- Whatever hangs on a report or a case goes with it, and whatever hangs on that: destruction leaves no part behind.
do $$
declare each record;
begin
  for each in
    with recursive part as (
      select unnest(array['reports', 'cases']::regclass[]) as holder
      union
      select c.conrelid::regclass from pg_constraint c join part on c.confrelid = part.holder where c.contype = 'f'
    )
    select c.conname, c.conrelid::regclass as holder, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join part on c.confrelid = part.holder where c.contype = 'f' and c.confdeltype = 'a'
  loop
    execute format('alter table %s drop constraint %I', each.holder, each.conname);
    execute format('alter table %s add constraint %I %s on delete cascade', each.holder, each.conname, each.definition);
  end loop;
end $$;

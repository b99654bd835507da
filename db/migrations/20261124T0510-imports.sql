-- Not only old tips are brought in from a list: cases too, with the same progress, one import of each kind at a time.

alter table tip_imports rename to imports;
alter table imports add column kind text not null default 'tips' check (kind in ('tips', 'cases'));
alter table imports alter column kind drop default;
alter table imports alter column become drop not null;
alter table imports add constraint tips_become_something check ((kind = 'tips') = (become is not null));
comment on table imports is 'Who brought in the list of an earlier system, of tips or of cases, how many rows, and how far it is. No content. Kept as long as the community.';

drop index one_running_import;
create unique index one_running_import on imports (community_id, kind) where state = 'running';

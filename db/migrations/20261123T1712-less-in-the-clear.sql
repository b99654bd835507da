-- What kind of help a plan holds and which dates weigh on somebody says too much to stand in the clear: both are sealed now.

alter table actions drop column kind;

alter table concern_triggers drop column kind;

alter table concern_rounds drop constraint concern_rounds_why_check;
update concern_rounds set why = 'change' where why not in ('first', 'review', 'new-report');
alter table concern_rounds
  add constraint concern_rounds_why_check check (why in ('first', 'review', 'noted-date', 'new-report', 'change')),
  add column reason bytea;
comment on table concern_rounds is 'Each time a team rates its level of concern about a case, and what it agreed. content (reasons) and reason (what has changed) are sealed. As long as the case.';

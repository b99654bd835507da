-- A mail server whose certificate is not trusted is told apart from one that does not answer.

alter table mailboxes drop constraint mailboxes_trouble_check;
alter table mailboxes add constraint mailboxes_trouble_check
  check (trouble in ('unreachable', 'certificate', 'refused', 'no-such-folder'));

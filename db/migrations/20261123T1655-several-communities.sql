-- Several communities on one installation: each stands in addresses under its short name, so none may hide another page.

alter table communities add constraint slug_hides_no_page
  check (length(slug) > 2 and slug not in ('api', 'assets', 'console', 'healthz', 'metrics', 'readyz')) not valid;

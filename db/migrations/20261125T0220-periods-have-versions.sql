-- Days that a community sets for itself are set on top of those that were on the screen: somebody else's newer ones are not overwritten.

alter table retention_periods add column version integer not null default 1 check (version > 0);

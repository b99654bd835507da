-- Which languages the public pages of a community offer; its own is always among them.
alter table communities add column offered_languages text[] not null default array['en', 'ca', 'es', 'fr'];
alter table communities add constraint communities_offer_languages check (
  offered_languages <@ array['en', 'ca', 'es', 'fr'] and offered_languages @> array[default_language]
);

-- Whether whoever invited was shown the link. Until now everybody was, so of what is open none is known to have reached
-- its address only.
alter table invitation add column is_link_shown boolean not null default true;
alter table invitation alter column is_link_shown set default false;

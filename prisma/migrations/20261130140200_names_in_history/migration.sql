-- Whether marks and histories say at once who changed an answer, or only on asking; and whether a team's community
-- partners are told at all.
alter table agency add column shows_history_names boolean not null default false;
alter table team add column hides_history_names boolean not null default false;
grant update (shows_history_names) on agency to app_rt;
grant update (hides_history_names) on team to app_rt;

-- Whether a team's tools show plain words beside the toolkit's hard sentences. Teams have them until they turn them off.
alter table team add column has_plain_words boolean not null default true;
grant update (has_plain_words) on team to app_rt;

-- The words that a team chose for its one-page brief (lib/agencies/team-brief.ts); null while it has chosen none.
alter table team add column brief jsonb;

grant update (brief) on team to app_rt;

-- The page of one's agencies says of each team what waits for its reader: rounds that ask them, and no answer as given that was
-- carried forward and nobody has looked at. Which there are, never a value.
create policy lookup on reassessment for select to app_auth using (true);
grant select (agency_id, team_id, id, started_at, stopped_at) on reassessment to app_auth;
create policy lookup on carried_answer for select to app_auth using (true);
grant select (agency_id, team_id, reassessment_id, toolkit_id, tool_id, item_id, looked_at) on carried_answer to app_auth;
grant select (updated_at) on answer to app_auth;
create policy lookup on rating_round for select to app_auth using (true);
grant select (agency_id, team_id, id, number, toolkit_id, tool_id, until_on, revealed_at, closed_at) on rating_round to app_auth;
grant select (user_id, finished_at) on round_rater to app_auth;

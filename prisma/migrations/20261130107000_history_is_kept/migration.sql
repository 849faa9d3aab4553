-- What the running roles may change, column by column: only what the application changes. Who did something, when, and
-- to what stays as it was first written, whatever a fault in the application asks for. tests/data/grants.test.ts holds
-- the whole list against the catalogue.

revoke update on agency, membership, team, team_member, invitation, response, answer, answer_revision, tool_review,
  comment_thread, comment, comment_mention, assignment, answer_import from app_rt;
revoke delete on response_update, evidence_content from app_rt;

grant update (name, kind, state, has_writing_hints, exporters) on agency to app_rt;
grant update (is_admin, display_name) on membership to app_rt;
grant update (name) on team to app_rt;
grant update (role, tool_numbers) on team_member to app_rt;
grant update (token_hash, invited_by, expires_at, accepted_at, revoked_at) on invitation to app_rt;
grant update (last_seq, size_bytes, snapshot, snapshot_seq, answered_count, last_edited_by, last_edited_at,
              completed_by, completed_at, locked_by, locked_at) on response to app_rt;
grant update (value, updated_by, updated_at) on answer to app_rt;
grant update (after, changed_at) on answer_revision to app_rt;
grant update (resolved_by, resolved_at) on comment_thread to app_rt;
grant update (body, edited_at, deleted_at) on comment to app_rt;
grant update (mailed_at) on comment_mention to app_rt;
grant update (due_on, accepted_at, handed_back_at, hand_back_note) on assignment to app_rt;
grant update (report, content, created_at) on answer_import to app_rt;

-- A column of another migration of this release, which may or may not be there yet.
do $$
begin
  if exists (select from information_schema.columns
              where table_schema = 'public' and table_name = 'invitation' and column_name = 'is_link_shown') then
    grant update (is_link_shown) on invitation to app_rt;
  end if;
end
$$;

revoke update on user_account, session, account_token, throttle from app_auth;
-- Ends can be brought forward as well as reached; who somebody is, and whose a session or a link is, stays.
grant update (name, password_hash, disabled_at) on user_account to app_auth;
grant update (last_seen_at, expires_at, revoked_at) on session to app_auth;
grant update (expires_at, used_at) on account_token to app_auth;
grant update (window_start, attempts) on throttle to app_auth;

-- Who acts, as the door sets it beside the agency.
create function app_user_id() returns uuid
  language sql stable parallel safe
  as $$ select nullif(pg_catalog.current_setting('app.user_id', true), '')::uuid $$;
revoke all on function app_user_id() from public;
grant execute on function app_user_id() to app_rt;

-- Restrictive: each holds besides the agency's own policy. History is written by whoever acts, at the moment it happens;
-- an entry grows only within its minute.
create policy written_now on answer_revision as restrictive for insert to app_rt
  with check (user_id = (select app_user_id())
              and date_trunc('minute', minute) = date_trunc('minute', statement_timestamp())
              and date_trunc('minute', changed_at) = date_trunc('minute', statement_timestamp()));
create policy grows_within_its_minute on answer_revision as restrictive for update to app_rt
  using (user_id = (select app_user_id())
         and date_trunc('minute', minute) = date_trunc('minute', statement_timestamp()))
  with check (date_trunc('minute', changed_at) = date_trunc('minute', statement_timestamp()));

create policy written_by_the_actor on response_update as restrictive for insert to app_rt
  with check (user_id = (select app_user_id()));
create policy written_by_the_actor on audit_event as restrictive for insert to app_rt
  with check (user_id = (select app_user_id()));
create policy written_by_the_actor on comment as restrictive for insert to app_rt
  with check (created_by = (select app_user_id()));
create policy changed_by_its_author on comment as restrictive for update to app_rt
  using (created_by = (select app_user_id()));

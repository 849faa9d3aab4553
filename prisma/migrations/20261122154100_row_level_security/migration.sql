-- What Prisma's schema cannot say: the two roles of the running application, forced row level security on every
-- agency-owned table, and who may do what. The owner of the tables only migrates; the application never signs in as it.

-- Roles belong to the whole server, so another database may have made them.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['app_rt', 'app_auth'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
      execute format('create role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls', role_name);
    end if;
  end loop;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to app_rt, app_auth', current_database());
end
$$;

alter default privileges revoke execute on functions from public;
revoke all on schema public from public;
grant usage on schema public to app_rt, app_auth;

-- After a commit the setting is '' on a pooled connection, not null.
create function app_agency_id() returns uuid
  language sql stable parallel safe
  as $$ select nullif(pg_catalog.current_setting('app.agency_id', true), '')::uuid $$;
revoke all on function app_agency_id() from public;
grant execute on function app_agency_id() to app_rt;

-- Rules the types cannot carry.
alter table user_account add constraint user_account_email_normal check (email = lower(btrim(email)));
alter table agency add constraint agency_state_code check (state ~ '^[A-Z]{2}$');
alter table invitation add constraint invitation_email_normal check (email = lower(btrim(email)));
alter table invitation add constraint invitation_team_with_role check ((team_id is null) = (role is null));
alter table response add constraint response_tool_number check (tool_number between 1 and 13);
alter table tool_review add constraint tool_review_tool_number check (tool_number between 1 and 13);

-- The agency itself, by its id.
alter table agency enable row level security;
alter table agency force row level security;
create policy agency_own on agency to app_rt
  using (id = (select app_agency_id())) with check (id = (select app_agency_id()));

-- Everything an agency owns. The sub-select makes PostgreSQL ask once per query, not once per row.
alter table membership enable row level security;
alter table membership force row level security;
create policy agency_own on membership to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));

alter table team enable row level security;
alter table team force row level security;
create policy agency_own on team to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));

alter table team_member enable row level security;
alter table team_member force row level security;
create policy agency_own on team_member to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));

alter table invitation enable row level security;
alter table invitation force row level security;
create policy agency_own on invitation to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));

alter table response enable row level security;
alter table response force row level security;
create policy agency_own on response to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));

alter table response_update enable row level security;
alter table response_update force row level security;
create policy agency_own on response_update to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));

alter table answer enable row level security;
alter table answer force row level security;
create policy agency_own on answer to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));

alter table answer_revision enable row level security;
alter table answer_revision force row level security;
create policy agency_own on answer_revision to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));

alter table tool_review enable row level security;
alter table tool_review force row level security;
create policy agency_own on tool_review to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));

alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy agency_own on audit_event to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));

-- A session's memberships and an emailed invitation are looked up before any agency is known: read only.
create policy lookup on agency for select to app_auth using (true);
create policy lookup on membership for select to app_auth using (true);
create policy lookup on team for select to app_auth using (true);
create policy lookup on team_member for select to app_auth using (true);
create policy lookup on invitation for select to app_auth using (true);

-- The agency's data.
grant select, insert, update on agency, team, invitation, response to app_rt;
grant select, insert, update, delete on membership, team_member, answer, tool_review to app_rt;
grant select, insert, delete on response_update to app_rt;
-- A revision is updated within its minute; an audit row never.
grant select, insert, update on answer_revision to app_rt;
grant select, insert on audit_event to app_rt;
grant usage on sequence audit_event_id_seq to app_rt;

-- Identity.
grant select on agency, membership, team, team_member, invitation to app_auth;
grant select, insert, update on user_account, session to app_auth;
grant delete on session to app_auth;
grant select, insert, update, delete on account_token, throttle to app_auth;
grant select, insert on account_event, outbox_mail to app_auth;
grant usage on sequence account_event_id_seq, outbox_mail_id_seq to app_auth;

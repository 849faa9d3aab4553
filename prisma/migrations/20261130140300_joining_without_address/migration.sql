-- Joining without an email address of one's own: by a code that a lead hands over. Such an account has a sign-in name in
-- place of an address, told apart by its lack of an "@"; no letter goes there and no invitation by mail is for it.
alter table user_account add constraint user_account_email_or_sign_in_name
  check (email ~ '@' or email ~ '^[a-z0-9][a-z0-9._-]{5,39}$') not valid;
alter table user_account validate constraint user_account_email_or_sign_in_name;

-- When a code last chose this account's password: its person is told.
alter table user_account add column back_in_at timestamptz;
grant update (back_in_at) on user_account to app_auth;

-- Null: by a code, for whoever it was handed to.
alter table invitation alter column email drop not null;
-- By a code that lets somebody without an address back in: to choose a new password for this account.
alter table invitation add column for_user_id uuid;
-- Never for an agency's admins.
alter table invitation add constraint invitation_code_is_for_a_team check (email is not null or team_id is not null);
alter table invitation add constraint invitation_code_role
  check (email is not null or for_user_id is not null or role in ('member', 'partner'));
alter table invitation add constraint invitation_back_in_by_code check (for_user_id is null or email is null);
CREATE INDEX "invitation_agency_id_for_user_id_idx" ON "invitation"("agency_id", "for_user_id");

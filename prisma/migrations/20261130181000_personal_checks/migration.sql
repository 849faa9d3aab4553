-- What one person fills in alone. It is never in the shared document, which every member reads whole: it has a table of
-- its own, where row level security shows a row to its person only, and to others of the agency once it is shared.

-- CreateTable
CREATE TABLE "personal_check" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "toolkit_id" TEXT NOT NULL,
    "tool_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "tool_version" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shared_at" TIMESTAMPTZ,

    CONSTRAINT "personal_check_pkey" PRIMARY KEY ("agency_id","team_id","toolkit_id","tool_id","user_id")
);

-- AddForeignKey
ALTER TABLE "personal_check" ADD CONSTRAINT "personal_check_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_check" ADD CONSTRAINT "personal_check_agency_id_user_id_fkey" FOREIGN KEY ("agency_id", "user_id") REFERENCES "membership"("agency_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table personal_check add constraint personal_check_tool
  check (toolkit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and tool_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

alter table personal_check enable row level security;
alter table personal_check force row level security;
create policy agency_own on personal_check to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
-- Besides: whatever the application asks for, an admin's pages, downloads and archive included.
create policy read_by_its_person on personal_check as restrictive for select to app_rt
  using (user_id = (select app_user_id()) or shared_at is not null);
create policy written_by_its_person on personal_check as restrictive for insert to app_rt
  with check (user_id = (select app_user_id()));
create policy changed_by_its_person on personal_check as restrictive for update to app_rt
  using (user_id = (select app_user_id())) with check (user_id = (select app_user_id()));
create policy deleted_by_its_person on personal_check as restrictive for delete to app_rt
  using (user_id = (select app_user_id()));
grant select, insert, delete on personal_check to app_rt;
grant update (tool_version, answers, changed_at, shared_at) on personal_check to app_rt;

-- Which toolkits a team has added beside the one that every team works with. Putting one away keeps the row, and all that
-- was answered in it.

-- CreateTable
CREATE TABLE "team_toolkit" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "toolkit_id" TEXT NOT NULL,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "put_away_at" TIMESTAMPTZ,

    CONSTRAINT "team_toolkit_pkey" PRIMARY KEY ("agency_id","team_id","toolkit_id")
);

-- AddForeignKey
ALTER TABLE "team_toolkit" ADD CONSTRAINT "team_toolkit_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table team_toolkit add constraint team_toolkit_toolkit check (toolkit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- As in the row level security migration.
alter table team_toolkit enable row level security;
alter table team_toolkit force row level security;
create policy agency_own on team_toolkit to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
-- What a person may open is settled with their rights.
create policy lookup on team_toolkit for select to app_auth using (true);
grant select, insert on team_toolkit to app_rt;
grant update (added_by, added_at, put_away_at) on team_toolkit to app_rt;
grant select on team_toolkit to app_auth;

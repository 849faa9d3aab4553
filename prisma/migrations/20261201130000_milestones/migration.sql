-- A team's named days, kept as they were, and rating anew with the answers of one of them carried forward.

-- CreateTable
CREATE TABLE "milestone" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ NOT NULL,
    "on_day" DATE NOT NULL,
    "is_past" BOOLEAN NOT NULL,
    "keeps_names" BOOLEAN NOT NULL,
    "toolkit_version" TEXT NOT NULL,
    "rules_version" TEXT NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "digest" JSONB NOT NULL,
    "content" BYTEA NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "removed_by" UUID,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("agency_id","team_id","id")
);

-- CreateTable
CREATE TABLE "reassessment" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "started_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "stopped_by" UUID,
    "stopped_at" TIMESTAMPTZ,

    CONSTRAINT "reassessment_pkey" PRIMARY KEY ("agency_id","team_id","id")
);

-- CreateTable
CREATE TABLE "carried_answer" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "reassessment_id" UUID NOT NULL,
    "toolkit_id" TEXT NOT NULL,
    "tool_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "looked_by" UUID,
    "looked_at" TIMESTAMPTZ,

    CONSTRAINT "carried_answer_pkey" PRIMARY KEY ("agency_id","team_id","reassessment_id","item_id")
);

-- CreateIndex
CREATE INDEX "milestone_agency_id_team_id_as_of_idx" ON "milestone"("agency_id", "team_id", "as_of");

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reassessment" ADD CONSTRAINT "reassessment_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reassessment" ADD CONSTRAINT "reassessment_agency_id_team_id_milestone_id_fkey" FOREIGN KEY ("agency_id", "team_id", "milestone_id") REFERENCES "milestone"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carried_answer" ADD CONSTRAINT "carried_answer_agency_id_team_id_reassessment_id_fkey" FOREIGN KEY ("agency_id", "team_id", "reassessment_id") REFERENCES "reassessment"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules the types cannot carry.
alter table milestone add constraint milestone_name check (btrim(name) <> '' and length(name) <= 100);
alter table milestone add constraint milestone_moment check (as_of <= made_at + interval '5 minutes');
alter table milestone add constraint milestone_size check (octet_length(content) between 1 and 16777216);
alter table milestone add constraint milestone_removed check ((removed_at is null) = (removed_by is null));
alter table reassessment add constraint reassessment_stopped check ((stopped_at is null) = (stopped_by is null));
create unique index reassessment_open on reassessment (agency_id, team_id) where stopped_at is null;
alter table carried_answer add constraint carried_answer_tool
  check (toolkit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and tool_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
alter table carried_answer add constraint carried_answer_looked check ((looked_at is null) = (looked_by is null));

alter table milestone enable row level security;
alter table milestone force row level security;
create policy agency_own on milestone to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
-- Nobody makes one in somebody else's name.
create policy written_by_the_actor on milestone as restrictive for insert to app_rt
  with check (made_by = (select app_user_id()));
-- What it shows is written once and for good. When it was made is the database's to say.
grant select on milestone to app_rt;
grant insert (agency_id, team_id, id, name, as_of, on_day, is_past, keeps_names, toolkit_version, rules_version, schema_version, digest, content, made_by) on milestone to app_rt;
grant update (removed_by, removed_at) on milestone to app_rt;

alter table reassessment enable row level security;
alter table reassessment force row level security;
create policy agency_own on reassessment to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
create policy written_by_the_actor on reassessment as restrictive for insert to app_rt
  with check (started_by = (select app_user_id()));
grant select on reassessment to app_rt;
grant insert (agency_id, team_id, id, milestone_id, started_by) on reassessment to app_rt;
grant update (stopped_by, stopped_at) on reassessment to app_rt;

alter table carried_answer enable row level security;
alter table carried_answer force row level security;
create policy agency_own on carried_answer to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
grant select, insert on carried_answer to app_rt;
grant update (looked_by, looked_at) on carried_answer to app_rt;

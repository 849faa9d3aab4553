-- The file that someone is bringing into a team, between "this is in it" and "bring it in": one per person and team.

-- CreateTable
CREATE TABLE "answer_import" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "report" JSONB NOT NULL,
    "content" BYTEA,

    CONSTRAINT "answer_import_pkey" PRIMARY KEY ("agency_id","team_id","user_id")
);

-- AddForeignKey
ALTER TABLE "answer_import" ADD CONSTRAINT "answer_import_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_import" ADD CONSTRAINT "answer_import_agency_id_user_id_fkey" FOREIGN KEY ("agency_id", "user_id") REFERENCES "membership"("agency_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As in the row level security migration.
alter table answer_import enable row level security;
alter table answer_import force row level security;
create policy agency_own on answer_import to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));

grant select, insert, update, delete on answer_import to app_rt;

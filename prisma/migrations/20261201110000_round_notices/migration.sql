-- A round asks people to rate: each member who is asked is told by mail once, as they chose for what is assigned to them. What
-- a notice tells is when and what, never what anybody rated.

-- CreateTable
CREATE TABLE "round_notice" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "job_id" UUID,
    "mailed_at" TIMESTAMPTZ,

    CONSTRAINT "round_notice_pkey" PRIMARY KEY ("agency_id","team_id","round_id","user_id")
);

-- CreateIndex
CREATE INDEX "round_notice_mailed_at_created_at_idx" ON "round_notice"("mailed_at", "created_at");

-- AddForeignKey
ALTER TABLE "round_notice" ADD CONSTRAINT "round_notice_agency_id_team_id_round_id_user_id_fkey" FOREIGN KEY ("agency_id", "team_id", "round_id", "user_id") REFERENCES "round_rater"("agency_id", "team_id", "round_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table round_notice enable row level security;
alter table round_notice force row level security;
create policy agency_own on round_notice to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
grant select, insert on round_notice to app_rt;
grant update (job_id, mailed_at) on round_notice to app_rt;
create policy lookup on round_notice for select to app_auth using (true);
grant select on round_notice to app_auth;

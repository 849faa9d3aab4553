-- What is to be done beside requests: letters, so far. Each is an agency's and a person's, is claimed by one instance for a
-- while before it is done (lib/platform/jobs), and goes with the membership.

-- CreateTable
CREATE TABLE "job" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ NOT NULL,
    "claimed_until" TIMESTAMPTZ,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "handed_over_at" TIMESTAMPTZ,
    "done_at" TIMESTAMPTZ,
    "given_up_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "job_agency_id_kind_key_key" ON "job"("agency_id", "kind", "key");

-- CreateIndex
CREATE INDEX "job_agency_id_user_id_kind_idx" ON "job"("agency_id", "user_id", "kind");

-- CreateIndex
CREATE INDEX "job_done_at_given_up_at_due_at_idx" ON "job"("done_at", "given_up_at", "due_at");

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_agency_id_user_id_fkey" FOREIGN KEY ("agency_id", "user_id") REFERENCES "membership"("agency_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table job enable row level security;
alter table job force row level security;
create policy agency_own on job to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
-- Whose turn it is is found before any agency is known.
create policy lookup on job for select to app_auth using (true);
grant select, insert, delete on job to app_rt;
grant update (due_at, claimed_until, attempts, last_error, handed_over_at, done_at, given_up_at) on job to app_rt;
grant select on job to app_auth;

-- Notes that the mail server has a job's letter. One statement, because until it is committed the letter would go again.
create function hand_over_job(agency uuid, actor uuid, job_id uuid)
  returns void
  language plpgsql volatile security invoker
as $$
begin
  perform set_config('app.agency_id', agency::text, true), set_config('app.user_id', actor::text, true);
  update job set handed_over_at = statement_timestamp() where agency_id = agency and id = job_id and handed_over_at is null;
end
$$;

revoke all on function hand_over_job(uuid, uuid, uuid) from public;
grant execute on function hand_over_job(uuid, uuid, uuid) to app_rt;

-- A mention and an assignment wait until a letter takes them in; that letter tells of them, however often it is tried.
-- What was claimed by an earlier version and not sent waits again.
alter table comment_mention drop column claimed_at;
alter table comment_mention add column job_id uuid;
grant update (job_id) on comment_mention to app_rt;
alter table assignment_notice drop column claimed_at;
alter table assignment_notice add column job_id uuid;
grant update (job_id) on assignment_notice to app_rt;

-- What a person was told is overdue, while it stays so.

-- CreateTable
CREATE TABLE "overdue_told" (
    "agency_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "thing" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "overdue_told_pkey" PRIMARY KEY ("agency_id","user_id","thing")
);

-- AddForeignKey
ALTER TABLE "overdue_told" ADD CONSTRAINT "overdue_told_agency_id_user_id_fkey" FOREIGN KEY ("agency_id", "user_id") REFERENCES "membership"("agency_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table overdue_told enable row level security;
alter table overdue_told force row level security;
create policy agency_own on overdue_told to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
grant select, insert, delete on overdue_told to app_rt;

-- When and about what a person is reminded; without a row as lib/domain/reminders/reminder-choice.ts says.

-- CreateTable
CREATE TABLE "reminder_choice" (
    "user_id" UUID NOT NULL,
    "pace" TEXT NOT NULL DEFAULT 'weekly',
    "weekday" INTEGER NOT NULL DEFAULT 1,
    "hour" INTEGER NOT NULL DEFAULT 8,
    "time_zone" TEXT,
    "tells_today" BOOLEAN NOT NULL DEFAULT true,
    "tells_week" BOOLEAN NOT NULL DEFAULT true,
    "tells_overdue" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "reminder_choice_pkey" PRIMARY KEY ("user_id")
);

-- AddForeignKey
ALTER TABLE "reminder_choice" ADD CONSTRAINT "reminder_choice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table reminder_choice add constraint reminder_choice_known
  check (pace in ('weekly', 'daily', 'never') and weekday between 1 and 7 and hour between 0 and 23);
grant select, insert on reminder_choice to app_auth;
grant update (pace, weekday, hour, time_zone, tells_today, tells_week, tells_overdue) on reminder_choice to app_auth;

-- A link in letters that stops one kind of them.

-- CreateTable
CREATE TABLE "stop_link" (
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "stopped" JSONB NOT NULL DEFAULT '{}',
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "stop_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "stop_link_user_id_idx" ON "stop_link"("user_id");

-- AddForeignKey
ALTER TABLE "stop_link" ADD CONSTRAINT "stop_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table stop_link add constraint stop_link_kind_known check (kind in ('assignments', 'mentions', 'notices', 'reminders'));
grant select, insert, delete on stop_link to app_auth;
grant update (stopped, expires_at) on stop_link to app_auth;

-- The private address of a person's calendar.

-- CreateTable
CREATE TABLE "calendar_feed" (
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

grant select, insert, delete on calendar_feed to app_auth;
grant update (token_hash, made_at, read_at) on calendar_feed to app_auth;

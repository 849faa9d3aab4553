-- What a form made, by the key of its filling: sent again because the answer was lost, it makes nothing a second time and
-- is answered alike. What was answered is sealed (lib/auth/sealed.ts), for it can hold a link; deleted after a day.

-- CreateTable
CREATE TABLE "made_once" (
    "agency_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "made" BYTEA,
    "reply" BYTEA,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "made_once_pkey" PRIMARY KEY ("agency_id","user_id","scope","key")
);

-- CreateIndex
CREATE INDEX "made_once_agency_id_made_at_idx" ON "made_once"("agency_id", "made_at");

-- AddForeignKey
ALTER TABLE "made_once" ADD CONSTRAINT "made_once_agency_id_user_id_fkey" FOREIGN KEY ("agency_id", "user_id") REFERENCES "membership"("agency_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As in the row level security migration.
alter table made_once enable row level security;
alter table made_once force row level security;
create policy agency_own on made_once to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
create policy written_by_the_actor on made_once as restrictive for insert to app_rt
  with check (user_id = (select app_user_id()));
create policy changed_by_the_actor on made_once as restrictive for update to app_rt
  using (user_id = (select app_user_id()));

grant select, insert, delete on made_once to app_rt;
grant update (content_hash, made, reply) on made_once to app_rt;

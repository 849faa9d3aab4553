-- Meetings of a team: when and where, what is on the agenda, what was noted and decided.

-- CreateTable
CREATE TABLE "meeting" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "starts_at" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "notes" TEXT NOT NULL DEFAULT '',
    "agenda" JSONB,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("agency_id","team_id","id")
);

-- CreateIndex
CREATE INDEX "meeting_agency_id_team_id_held_on_idx" ON "meeting"("agency_id", "team_id", "held_on");

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table meeting add constraint meeting_starts_at check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' or starts_at = '');
alter table meeting add constraint meeting_closed check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (agenda is null));

-- CreateTable
CREATE TABLE "meeting_entry" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "meeting_entry_pkey" PRIMARY KEY ("agency_id","team_id","meeting_id","id")
);

-- AddForeignKey
ALTER TABLE "meeting_entry" ADD CONSTRAINT "meeting_entry_agency_id_team_id_meeting_id_fkey" FOREIGN KEY ("agency_id", "team_id", "meeting_id") REFERENCES "meeting"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A point to talk about, one that the team wants decided, and what was decided.
alter table meeting_entry add constraint meeting_entry_kind check (kind in ('point', 'to-decide', 'decision'));

alter table meeting enable row level security;
alter table meeting force row level security;
create policy agency_own on meeting to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
grant select, insert on meeting to app_rt;
grant update (held_on, starts_at, place, notes, agenda, closed_by, closed_at, removed_at) on meeting to app_rt;

alter table meeting_entry enable row level security;
alter table meeting_entry force row level security;
create policy agency_own on meeting_entry to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
grant select, insert on meeting_entry to app_rt;
grant update (removed_at) on meeting_entry to app_rt;

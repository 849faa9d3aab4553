-- From a gap to a goal: that a gap became a priority, a priority an idea, an idea a goal. A link is never deleted by itself, so
-- that a removed one can be put back; it goes with its team.

-- CreateTable
CREATE TABLE "plan_link" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_toolkit_id" TEXT NOT NULL,
    "from_tool_id" TEXT NOT NULL,
    "from_target" TEXT NOT NULL,
    "to_toolkit_id" TEXT NOT NULL,
    "to_tool_id" TEXT NOT NULL,
    "to_target" TEXT NOT NULL,
    "words" TEXT,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ,
    "removed_by" UUID,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "plan_link_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "plan_link_agency_id_team_id_made_at_idx" ON "plan_link"("agency_id", "team_id", "made_at");

-- AddForeignKey
ALTER TABLE "plan_link" ADD CONSTRAINT "plan_link_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table plan_link add constraint plan_link_kind check (kind in ('gap-priority', 'priority-idea', 'idea-goal'));
alter table plan_link add constraint plan_link_tools check (
  from_toolkit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and from_tool_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'
  and to_toolkit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and to_tool_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
alter table plan_link add constraint plan_link_targets check (length(from_target) between 1 and 250 and length(to_target) between 1 and 250);
alter table plan_link add constraint plan_link_words check (length(words) <= 20000);
alter table plan_link add constraint plan_link_decided check ((decided_by is null) = (decided_at is null) and (decided_at is null) = (words is null));
alter table plan_link add constraint plan_link_removed check ((removed_by is null) = (removed_at is null));
-- What became of something is one thing, until that link is removed.
create unique index plan_link_one_way on plan_link (agency_id, team_id, kind, from_toolkit_id, from_tool_id, from_target) where removed_at is null;

alter table plan_link enable row level security;
alter table plan_link force row level security;
create policy agency_own on plan_link to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
grant select, insert on plan_link to app_rt;
grant update (words, decided_by, decided_at, removed_by, removed_at) on plan_link to app_rt;

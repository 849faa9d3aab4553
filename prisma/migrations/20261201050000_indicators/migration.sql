-- What the rows of an evaluation's table measure, and their values over time. The row itself is an answer of its tool, in
-- its shared document; these are beside it, and stay when it is removed, because it can come back.

-- CreateTable
CREATE TABLE "indicator" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "toolkit_id" TEXT NOT NULL,
    "tool_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "unit_words" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "target" DECIMAL,
    "target_on" DATE,
    "set_by" UUID NOT NULL,
    "set_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "indicator_value" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "measured_on" DATE NOT NULL,
    "is_month" BOOLEAN NOT NULL,
    "value" DECIMAL NOT NULL,
    "whole" DECIMAL,
    "source" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "entered_by" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replaced_by" UUID,
    "removed_by" UUID,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "indicator_value_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "indicator_agency_id_team_id_toolkit_id_tool_id_item_id_row__key" ON "indicator"("agency_id", "team_id", "toolkit_id", "tool_id", "item_id", "row_id");

-- CreateIndex
CREATE INDEX "indicator_value_agency_id_indicator_id_measured_on_idx" ON "indicator_value"("agency_id", "indicator_id", "measured_on");

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_agency_id_indicator_id_fkey" FOREIGN KEY ("agency_id", "indicator_id") REFERENCES "indicator"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules the types cannot carry. Of one month, and of one day, one value stands.
alter table indicator_value add constraint indicator_value_standing
  exclude using btree (agency_id with =, indicator_id with =, measured_on with =, is_month with =)
  where (removed_at is null and replaced_by is null);
alter table indicator add constraint indicator_tool
  check (toolkit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and tool_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
alter table indicator add constraint indicator_settings check (
  unit in ('percent', 'count', 'score', 'other') and direction in ('up', 'down', 'watch')
  and (target is null or target >= 0) and (target is not null or target_on is null)
);
alter table indicator_value add constraint indicator_value_number
  check (value >= 0 and value < 1e12 and (whole is null or (whole > 0 and whole < 1e12 and value <= whole)));
alter table indicator_value add constraint indicator_value_day
  check (measured_on between '1900-01-01' and '2200-12-31' and (not is_month or extract(day from measured_on) = 1));

alter table indicator enable row level security;
alter table indicator force row level security;
create policy agency_own on indicator to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
alter table indicator_value enable row level security;
alter table indicator_value force row level security;
create policy agency_own on indicator_value to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
-- Nobody enters a value in somebody else's name.
create policy written_by_the_actor on indicator_value as restrictive for insert to app_rt
  with check (entered_by = (select app_user_id()));
grant select, insert on indicator to app_rt;
grant update (unit, unit_words, direction, target, target_on, set_by, set_at) on indicator to app_rt;
grant select, insert on indicator_value to app_rt;
-- What was entered stays as it was; it can be replaced, taken away and brought back.
grant update (replaced_by, removed_by, removed_at) on indicator_value to app_rt;

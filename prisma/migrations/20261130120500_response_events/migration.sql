-- What happened to a team's copy of a tool (completed, locked, assigned …), as typed events (lib/events). Until now the
-- audit log was read for it; that is for security, and may be pruned.

-- CreateTable
CREATE TABLE "response_event" (
    "agency_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "team_id" UUID NOT NULL,
    "tool_number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "user_id" UUID,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "response_event_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateIndex
CREATE INDEX "response_event_agency_id_team_id_tool_number_at_id_idx" ON "response_event"("agency_id", "team_id", "tool_number", "at", "id");

-- AddForeignKey
ALTER TABLE "response_event" ADD CONSTRAINT "response_event_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the audit log knows so far. Row level security binds the owner too, who runs this and would be shown no row.
alter table audit_event no force row level security;
alter table team no force row level security;

-- With the numbers they had, which stand in the addresses of a timeline's pages.
insert into response_event (agency_id, id, team_id, tool_number, at, user_id, kind, detail)
select e.agency_id, e.id, t.id, (e.target->>'toolNumber')::int, e.at, e.user_id, k.kind,
       case k.kind
         when 'locked' then jsonb_build_object('isCompletion', coalesce(e.target->>'completed', '') = 'true')
         when 'restored' then jsonb_build_object('itemId', e.target->>'itemId', 'rowId', e.target->>'rowId', 'madeIn', e.target->>'madeIn')
         when 'assigned' then jsonb_build_object('assignmentId', e.target->>'assignmentId', 'targetId', e.target->>'targetId', 'assigneeId', e.target->>'assigneeId')
         when 'unassigned' then jsonb_build_object('assignmentId', e.target->>'assignmentId')
         when 'assignment-accepted' then jsonb_build_object('assignmentId', e.target->>'assignmentId')
         when 'assignment-handed-back' then jsonb_build_object('assignmentId', e.target->>'assignmentId')
         else '{}'
       end
  from audit_event e
  join team t on t.agency_id = e.agency_id and t.id::text = e.target->>'teamId'
 cross join lateral (
   select case
     when e.action = 'response:complete' and e.target->>'reopened' = 'true' then 'reopened'
     when e.action = 'response:complete' then 'completed'
     when e.action = 'response:lock' then 'locked'
     when e.action = 'response:unlock' then 'unlocked'
     when e.action = 'response:rebuild' then 'rebuilt'
     when e.action = 'response:edit' and e.target->>'itemId' <> '' then 'restored'
     when e.action = 'tool:review' and e.target->>'isReviewed' = 'true' then 'reviewed'
     when e.action = 'tool:review' then 'review-withdrawn'
     when e.target->>'assignmentId' is null then null
     when e.action = 'assignment:create' and e.target->>'change' = 'remove' then 'unassigned'
     when e.action = 'assignment:create' and e.target->>'targetId' is not null and e.target->>'assigneeId' is not null then 'assigned'
     when e.action = 'assignment:answer' and e.target->>'change' = 'accept' then 'assignment-accepted'
     when e.action = 'assignment:answer' and e.target->>'change' = 'hand-back' then 'assignment-handed-back'
   end as kind
 ) k
 where e.outcome = 'done' and k.kind is not null and e.target->>'toolNumber' ~ '^[1-9][0-9]?$';

-- From here on the table counts by itself.
select setval(pg_get_serial_sequence('response_event', 'id'), (select coalesce(max(id), 0) + 1 from audit_event), false);

-- One record of an import names several tools.
insert into response_event (agency_id, team_id, tool_number, at, user_id, kind, detail)
select e.agency_id, t.id, tool::int, e.at, e.user_id, 'imported', '{"answers": null}'
  from audit_event e
  join team t on t.agency_id = e.agency_id and t.id::text = e.target->>'teamId'
 cross join lateral regexp_split_to_table(e.target->>'tools', ' ') tool
 where e.action = 'import:team' and e.outcome = 'done' and tool ~ '^[1-9][0-9]?$'
 order by e.at, e.id;

alter table team force row level security;
alter table audit_event force row level security;

-- As in the row level security migration.
alter table response_event enable row level security;
alter table response_event force row level security;
create policy agency_own on response_event to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
create policy written_by_the_actor on response_event as restrictive for insert to app_rt
  with check (user_id = (select app_user_id()));

-- Number and time are not the application's to choose, and nothing of it is ever changed.
grant select on response_event to app_rt;
grant insert (agency_id, team_id, tool_number, user_id, kind, detail) on response_event to app_rt;
grant usage on sequence response_event_id_seq to app_rt;

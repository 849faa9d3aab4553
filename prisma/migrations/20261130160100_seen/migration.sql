-- What a person has looked at: for a team as a whole (both ids of the tool empty) and for each of its tools. What others
-- changed since is shown as new to them, and to nobody else.

-- CreateTable
CREATE TABLE "tool_seen" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "toolkit_id" TEXT NOT NULL,
    "tool_id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL,
    "looked" JSONB NOT NULL DEFAULT '{}',
    "last_item" TEXT,

    CONSTRAINT "tool_seen_pkey" PRIMARY KEY ("agency_id","team_id","user_id","toolkit_id","tool_id")
);

-- AddForeignKey
ALTER TABLE "tool_seen" ADD CONSTRAINT "tool_seen_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_seen" ADD CONSTRAINT "tool_seen_agency_id_user_id_fkey" FOREIGN KEY ("agency_id", "user_id") REFERENCES "membership"("agency_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Everything until now counts as seen by those who are here. Row level security binds the owner too, who runs this.
alter table team no force row level security;
alter table team_member no force row level security;
alter table membership no force row level security;

insert into tool_seen (agency_id, team_id, user_id, toolkit_id, tool_id, seen_at)
select m.agency_id, t.id, m.user_id, '', '', now()
  from membership m
  join team t on t.agency_id = m.agency_id
  left join team_member p on p.agency_id = t.agency_id and p.team_id = t.id and p.user_id = m.user_id
 where m.is_admin or p.user_id is not null;

alter table membership force row level security;
alter table team_member force row level security;
alter table team force row level security;

alter table tool_seen enable row level security;
alter table tool_seen force row level security;
create policy agency_own on tool_seen to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
-- Nobody else is told what somebody has looked at.
create policy of_the_actor on tool_seen as restrictive to app_rt
  using (user_id = (select app_user_id())) with check (user_id = (select app_user_id()));

grant select, insert on tool_seen to app_rt;
grant update (seen_at, looked, last_item) on tool_seen to app_rt;

-- The page of one's agencies asks once for all of them, before any agency is set: as the identity role, which already
-- knows who is in which team. It reads where teams stand and who has what, and of answers only which there are.
create policy lookup on response for select to app_auth using (true);
create policy lookup on answer for select to app_auth using (true);
create policy lookup on assignment for select to app_auth using (true);
grant select (agency_id, id, team_id, toolkit_id, tool_id, answered_count, last_edited_at, completed_at) on response to app_auth;
grant select (agency_id, response_id, item_id) on answer to app_auth;
grant select (agency_id, id, team_id, toolkit_id, tool_id, target_id, assignee_id, due_on, accepted_at, handed_back_at) on assignment to app_auth;

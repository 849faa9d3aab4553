-- A tool is named by its toolkit and its own id, both permanent; its number is a label of the toolkit's content. Everything
-- stored until now belongs to the first toolkit, "ps-cope", whose tools have the ids "tool-1" to "tool-13".

ALTER TABLE "response" ADD COLUMN "toolkit_id" TEXT, ADD COLUMN "tool_id" TEXT;
ALTER TABLE "tool_review" ADD COLUMN "toolkit_id" TEXT, ADD COLUMN "tool_id" TEXT;
ALTER TABLE "comment_thread" ADD COLUMN "toolkit_id" TEXT, ADD COLUMN "tool_id" TEXT;
ALTER TABLE "assignment" ADD COLUMN "toolkit_id" TEXT, ADD COLUMN "tool_id" TEXT;
ALTER TABLE "evidence_file" ADD COLUMN "toolkit_id" TEXT, ADD COLUMN "tool_id" TEXT;
ALTER TABLE "response_event" ADD COLUMN "toolkit_id" TEXT, ADD COLUMN "tool_id" TEXT;

-- The owner is bound by row level security too, and sees no row without an agency.
alter table response no force row level security;
alter table tool_review no force row level security;
alter table comment_thread no force row level security;
alter table assignment no force row level security;
alter table evidence_file no force row level security;
alter table response_event no force row level security;
alter table team_member no force row level security;
alter table invitation no force row level security;
alter table audit_event no force row level security;

update response set toolkit_id = 'ps-cope', tool_id = 'tool-' || tool_number;
update tool_review set toolkit_id = 'ps-cope', tool_id = 'tool-' || tool_number;
update comment_thread set toolkit_id = 'ps-cope', tool_id = 'tool-' || tool_number;
update assignment set toolkit_id = 'ps-cope', tool_id = 'tool-' || tool_number;
update evidence_file set toolkit_id = 'ps-cope', tool_id = 'tool-' || tool_number;
update response_event set toolkit_id = 'ps-cope', tool_id = 'tool-' || tool_number;

ALTER TABLE "response" ALTER COLUMN "toolkit_id" SET NOT NULL, ALTER COLUMN "tool_id" SET NOT NULL;
ALTER TABLE "tool_review" ALTER COLUMN "toolkit_id" SET NOT NULL, ALTER COLUMN "tool_id" SET NOT NULL;
ALTER TABLE "comment_thread" ALTER COLUMN "toolkit_id" SET NOT NULL, ALTER COLUMN "tool_id" SET NOT NULL;
ALTER TABLE "assignment" ALTER COLUMN "toolkit_id" SET NOT NULL, ALTER COLUMN "tool_id" SET NOT NULL;
ALTER TABLE "evidence_file" ALTER COLUMN "toolkit_id" SET NOT NULL, ALTER COLUMN "tool_id" SET NOT NULL;
ALTER TABLE "response_event" ALTER COLUMN "toolkit_id" SET NOT NULL, ALTER COLUMN "tool_id" SET NOT NULL;

-- What a partner was given, each as "toolkit/tool", in the order it was given.
ALTER TABLE "team_member" ADD COLUMN "tool_keys" TEXT[];
update team_member set tool_keys = array(select 'ps-cope/tool-' || given.tool
                                   from unnest(tool_numbers) with ordinality as given(tool, place) order by given.place)
 where tool_numbers is not null;
ALTER TABLE "team_member" DROP COLUMN "tool_numbers";
ALTER TABLE "invitation" ADD COLUMN "tool_keys" TEXT[];
update invitation set tool_keys = array(select 'ps-cope/tool-' || given.tool
                                   from unnest(tool_numbers) with ordinality as given(tool, place) order by given.place)
 where tool_numbers is not null;
ALTER TABLE "invitation" DROP COLUMN "tool_numbers";
grant update (tool_keys) on team_member to app_rt;

-- Found in a file that somebody is bringing in.
alter table answer_import no force row level security;
update answer_import
   set report = jsonb_set(report, '{tools}', (
         select coalesce(jsonb_agg(found.tool - 'number' || jsonb_build_object(
                  'toolRef', jsonb_build_object('toolkitId', 'ps-cope', 'toolId', 'tool-' || (found.tool->>'number')))
                  order by found.place), '[]')
           from jsonb_array_elements(report->'tools') with ordinality as found(tool, place)))
 where jsonb_typeof(report->'tools') = 'array';
alter table answer_import force row level security;

-- The record of what was done names the tool likewise; what else it says stays.
update audit_event
   set target = target - 'toolNumber' || jsonb_build_object('tool', 'ps-cope/tool-' || (target->>'toolNumber'))
 where target ? 'toolNumber';

alter table response force row level security;
alter table tool_review force row level security;
alter table comment_thread force row level security;
alter table assignment force row level security;
alter table evidence_file force row level security;
alter table response_event force row level security;
alter table team_member force row level security;
alter table invitation force row level security;
alter table audit_event force row level security;

-- Keys and indexes.
DROP INDEX "response_agency_id_team_id_tool_number_key";
CREATE UNIQUE INDEX "response_agency_id_team_id_toolkit_id_tool_id_key" ON "response"("agency_id", "team_id", "toolkit_id", "tool_id");
ALTER TABLE "tool_review" DROP CONSTRAINT "tool_review_pkey",
  ADD CONSTRAINT "tool_review_pkey" PRIMARY KEY ("agency_id", "team_id", "toolkit_id", "tool_id", "user_id");
DROP INDEX "comment_thread_agency_id_team_id_tool_number_idx";
CREATE INDEX "comment_thread_agency_id_team_id_toolkit_id_tool_id_idx" ON "comment_thread"("agency_id", "team_id", "toolkit_id", "tool_id");
DROP INDEX "assignment_agency_id_team_id_tool_number_target_id_key";
CREATE UNIQUE INDEX "assignment_agency_id_team_id_toolkit_id_tool_id_target_id_key" ON "assignment"("agency_id", "team_id", "toolkit_id", "tool_id", "target_id");
DROP INDEX "evidence_file_agency_id_team_id_tool_number_idx";
DROP INDEX "response_event_agency_id_team_id_tool_number_at_id_idx";
CREATE INDEX "response_event_agency_id_team_id_toolkit_id_tool_id_at_id_idx" ON "response_event"("agency_id", "team_id", "toolkit_id", "tool_id", "at", "id");
CREATE INDEX "evidence_file_agency_id_team_id_toolkit_id_tool_id_idx" ON "evidence_file"("agency_id", "team_id", "toolkit_id", "tool_id");

ALTER TABLE "response" DROP COLUMN "tool_number";
alter table response add constraint response_tool check (toolkit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and tool_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "tool_review" DROP COLUMN "tool_number";
alter table tool_review add constraint tool_review_tool check (toolkit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and tool_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "comment_thread" DROP COLUMN "tool_number";
alter table comment_thread add constraint comment_thread_tool check (toolkit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and tool_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "assignment" DROP COLUMN "tool_number";
alter table assignment add constraint assignment_tool check (toolkit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and tool_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "response_event" DROP COLUMN "tool_number";
alter table response_event add constraint response_event_tool check (toolkit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and tool_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
grant insert (toolkit_id, tool_id) on response_event to app_rt;
ALTER TABLE "evidence_file" DROP COLUMN "tool_number";
alter table evidence_file add constraint evidence_file_tool check (toolkit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and tool_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- The functions of the save path, which name the tool; nothing else of them changes, but that open_response tells in which
-- version of the tool the answers stand.
drop function open_response(uuid, uuid, uuid, int);
drop function updates_since(uuid, uuid, uuid, int, bigint, bigint);
drop function save_response(uuid, uuid, uuid, int, int, bigint, bigint, bytea, jsonb, int, bytea, boolean, bigint[], bigint[], bytea);
drop function rebuild_response(uuid, uuid, uuid, int, bigint, bigint, bytea);
drop function require_standing(uuid, uuid, uuid, int, text[], bytea);

-- `tool` is "toolkit/tool"; null: any.
create function require_standing(agency uuid, actor uuid, team uuid, tool text, roles text[], session_hash bytea)
  returns void
  language plpgsql volatile security invoker
as $$
declare
  found_role text;
begin
  if not is_signed_in(actor, session_hash) then
    raise exception 'the session or account ended' using errcode = 'WB401';
  end if;
  select case when m.is_admin then 'admin' else tm.role::text end into found_role
    from membership m
    join team t on t.agency_id = m.agency_id and t.id = team
    left join team_member tm on tm.agency_id = t.agency_id and tm.team_id = t.id and tm.user_id = m.user_id
   where m.agency_id = agency and m.user_id = actor
     and (m.is_admin or tm.role <> 'partner' or tool is null or tool = any(tm.tool_keys));
  if found_role is null then
    raise exception 'the actor has no place here any more' using errcode = 'WB404';
  end if;
  if found_role <> all(roles) then
    raise exception 'the actor''s role does not allow this any more' using errcode = 'WB403';
  end if;
end
$$;

create function open_response(agency uuid, actor uuid, team uuid, toolkit text, tool text)
  returns table (id uuid, last_seq bigint, snapshot_seq bigint, snapshot bytea, is_completed boolean, is_locked boolean, tool_version int, tail json)
  language plpgsql volatile security invoker
as $$
begin
  perform set_config('app.agency_id', agency::text, true), set_config('app.user_id', actor::text, true);
  -- One snapshot for both tables, so the tail always reaches to last_seq.
  return query
    select r.id, r.last_seq, r.snapshot_seq, r.snapshot, r.completed_at is not null, r.locked_at is not null, r.tool_version,
           (select json_agg(encode(u.update, 'base64') order by u.seq)
              from response_update u
             where u.agency_id = r.agency_id and u.response_id = r.id and u.seq > r.snapshot_seq)
      from response r
     where r.agency_id = agency and r.team_id = team and r.toolkit_id = toolkit and r.tool_id = tool;
end
$$;

create function updates_since(agency uuid, actor uuid, team uuid, toolkit text, tool text, since_seq bigint, most bigint)
  returns table (last_seq bigint, updates json)
  language plpgsql volatile security invoker
as $$
begin
  perform set_config('app.agency_id', agency::text, true), set_config('app.user_id', actor::text, true);
  -- One snapshot for both tables, so the updates always reach to last_seq. Null when there are more than `most`.
  return query
    select r.last_seq,
           case when r.last_seq - since_seq <= most then
             (select json_agg(encode(u.update, 'base64') order by u.seq)
                from response_update u
               where u.agency_id = agency and u.response_id = r.id and u.seq > since_seq)
           end
      from response r
     where r.agency_id = agency and r.team_id = team and r.toolkit_id = toolkit and r.tool_id = tool;
end
$$;

create function save_response(
  agency uuid, actor uuid, team uuid, toolkit text, tool text, version int,
  expected_seq bigint, new_seq bigint, new_update bytea, changes jsonb, new_size int, new_snapshot bytea, stands_apart boolean,
  writers bigint[], new_writers bigint[],
  -- Of the session the save came in; null where there is none.
  session_hash bytea
)
  returns text
  language plpgsql volatile security invoker
as $$
declare
  response uuid;
  this_minute timestamptz := date_trunc('minute', statement_timestamp());
  -- Milliseconds, because that is what the application's dates hold.
  entry_at timestamptz := date_trunc('milliseconds', statement_timestamp());
begin
  perform set_config('app.agency_id', agency::text, true), set_config('app.user_id', actor::text, true);
  if expected_seq = 0 then
    insert into response (agency_id, id, team_id, toolkit_id, tool_id, tool_version)
    values (agency, gen_random_uuid(), team, toolkit, tool, version)
    on conflict (agency_id, team_id, toolkit_id, tool_id) do nothing;
  end if;

  select r.id into response
    from response r
   where r.agency_id = agency and r.team_id = team and r.toolkit_id = toolkit and r.tool_id = tool
     and r.last_seq = expected_seq and r.completed_at is null
     for no key update;
  if not found then
    return 'moved';
  end if;

  if cardinality(new_writers) > 0 then
    if (select count(*) from response_writer w
         where w.agency_id = agency and w.response_id = response and w.user_id = actor
           and w.created_at > now() - interval '1 hour') + cardinality(new_writers) > 150 then
      return 'many';
    end if;
    insert into response_writer (agency_id, response_id, writer, user_id)
    select agency, response, w, actor from unnest(new_writers) w
    on conflict (agency_id, response_id, writer) do nothing;
  end if;
  if (select count(*) from response_writer w
       where w.agency_id = agency and w.response_id = response and w.writer = any(writers) and w.user_id = actor)
     < cardinality(writers) then
    -- What was taken a moment ago goes with it.
    raise exception using errcode = 'WB001', message = 'a writer is somebody else''s';
  end if;

  -- Last before the writes, and after whatever had to be waited for.
  perform require_standing(agency, actor, team, toolkit || '/' || tool, array['admin', 'lead', 'member', 'partner'], session_hash);

  -- The parts of a `with` all see the rows as they were before it, so `before` is the answer this update replaces; an
  -- answer that came out the same writes nothing. A blank answer has no row, so rows gained and lost are the change in
  -- progress. The item's newest entry grows when it is this person's and of this minute: its
  -- first `before` stays, `after` is the newest. Else a new one begins, so that every `before` is the `after` before it.
  with recent as materialized (
    select distinct on (v.item_id) v.item_id, v.user_id, v.minute, v.stands_apart
      from answer_revision v
     where v.agency_id = agency and v.response_id = response and v.changed_at >= this_minute
     order by v.item_id, v.changed_at desc
  ), changed as (
    select c.item_id, c.value, c.is_counted, a.value as before,
           case when n.user_id = actor and not n.stands_apart and not save_response.stands_apart then n.minute end as grows
      from jsonb_to_recordset(changes) as c(item_id text, value jsonb, is_counted boolean)
      left join recent n on n.item_id = c.item_id
      left join answer a on a.agency_id = agency and a.response_id = response and a.item_id = c.item_id
     where a.value is distinct from c.value
  ), logged as (
    insert into response_update (agency_id, response_id, seq, update, user_id)
    values (agency, response, new_seq, new_update, actor)
  ), kept as (
    insert into answer (agency_id, response_id, item_id, value, updated_by, updated_at)
    select agency, response, c.item_id, c.value, actor, statement_timestamp() from changed c where c.value is not null
    on conflict (agency_id, response_id, item_id)
    do update set value = excluded.value, updated_by = excluded.updated_by, updated_at = excluded.updated_at
  ), cleared as (
    delete from answer a using changed c
     where a.agency_id = agency and a.response_id = response and a.item_id = c.item_id and c.value is null
  ), revised as (
    insert into answer_revision (agency_id, response_id, item_id, user_id, minute, before, after, changed_at, stands_apart)
    select agency, response, c.item_id, actor, coalesce(c.grows, entry_at), c.before, c.value,
           statement_timestamp(), save_response.stands_apart
      from changed c
    on conflict (agency_id, response_id, item_id, user_id, minute)
    do update set after = excluded.after, changed_at = excluded.changed_at
  )
  update response r
     set last_seq = new_seq,
         size_bytes = new_size,
         snapshot = coalesce(new_snapshot, r.snapshot),
         snapshot_seq = case when new_snapshot is null then r.snapshot_seq else new_seq end,
         last_edited_by = actor,
         last_edited_at = statement_timestamp(),
         answered_count = r.answered_count + (
           select coalesce(sum((c.value is not null)::int - (c.before is not null)::int), 0)
             from changed c where c.is_counted
         )
   where r.agency_id = agency and r.id = response;
  return 'saved';
end
$$;

create function rebuild_response(agency uuid, actor uuid, team uuid, toolkit text, tool text, expected_seq bigint, new_seq bigint, state bytea)
  returns boolean
  language plpgsql volatile security invoker
as $$
declare
  response uuid;
begin
  perform set_config('app.agency_id', agency::text, true), set_config('app.user_id', actor::text, true);
  update response r
     set last_seq = new_seq, snapshot = state, snapshot_seq = new_seq, size_bytes = octet_length(state)
   where r.agency_id = agency and r.team_id = team and r.toolkit_id = toolkit and r.tool_id = tool
     and r.last_seq = expected_seq and r.locked_at is null
  returning r.id into response;
  if not found then
    return false;
  end if;
  insert into response_update (agency_id, response_id, seq, update, user_id) values (agency, response, new_seq, state, actor);
  return true;
end
$$;

revoke all on function require_standing(uuid, uuid, uuid, text, text[], bytea) from public;
revoke all on function open_response(uuid, uuid, uuid, text, text) from public;
revoke all on function updates_since(uuid, uuid, uuid, text, text, bigint, bigint) from public;
revoke all on function save_response(uuid, uuid, uuid, text, text, int, bigint, bigint, bytea, jsonb, int, bytea, boolean, bigint[], bigint[], bytea) from public;
revoke all on function rebuild_response(uuid, uuid, uuid, text, text, bigint, bigint, bytea) from public;
grant execute on function require_standing(uuid, uuid, uuid, text, text[], bytea) to app_rt;
grant execute on function open_response(uuid, uuid, uuid, text, text) to app_rt;
grant execute on function updates_since(uuid, uuid, uuid, text, text, bigint, bigint) to app_rt;
grant execute on function save_response(uuid, uuid, uuid, text, text, int, bigint, bigint, bytea, jsonb, int, bytea, boolean, bigint[], bigint[], bytea) to app_rt;
grant execute on function rebuild_response(uuid, uuid, uuid, text, text, bigint, bigint, bytea) to app_rt;

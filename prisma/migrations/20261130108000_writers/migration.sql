-- Whose changes are whose. A page writes its changes under a Yjs client id that it made up (a "writer"), each with the
-- next number. Whoever writes under somebody else's uses their numbers up: what they write then counts as known and is
-- gone. So a writer belongs to whoever used it first in this response.

-- CreateTable
CREATE TABLE "response_writer" (
    "agency_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "writer" BIGINT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "response_writer_pkey" PRIMARY KEY ("agency_id","response_id","writer")
);

-- CreateIndex
CREATE INDEX "response_writer_agency_id_response_id_user_id_created_at_idx" ON "response_writer"("agency_id", "response_id", "user_id", "created_at");

-- AddForeignKey
ALTER TABLE "response_writer" ADD CONSTRAINT "response_writer_agency_id_response_id_fkey" FOREIGN KEY ("agency_id", "response_id") REFERENCES "response"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table response_writer enable row level security;
alter table response_writer force row level security;
create policy agency_own on response_writer to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
grant select, insert on response_writer to app_rt;

-- As before (see 20261122185000_save_in_one_statement), and: the update's writers are the actor's. `new_writers` are
-- those the document has nothing of; all others of `writers` must have been taken by the actor. Says what became of it:
-- "saved"; "moved" when somebody else saved in between; "taken" when a writer is not the actor's; "many" when the
-- actor took very many in the last hour. Only "saved" wrote anything.
drop function save_response(uuid, uuid, uuid, int, int, bigint, bytea, jsonb, int, bytea, boolean);

create function save_response(
  agency uuid, actor uuid, team uuid, tool int, version int,
  expected_seq bigint, new_seq bigint, new_update bytea, changes jsonb, new_size int, new_snapshot bytea, stands_apart boolean,
  writers bigint[], new_writers bigint[]
)
  returns text
  language plpgsql volatile security invoker
as $$
declare
  response uuid;
  -- Milliseconds, because that is what the application's dates hold.
  entry_at timestamptz := date_trunc(case when stands_apart then 'milliseconds' else 'minute' end, statement_timestamp());
begin
  perform set_config('app.agency_id', agency::text, true), set_config('app.user_id', actor::text, true);
  if expected_seq = 0 then
    insert into response (agency_id, id, team_id, tool_number, tool_version)
    values (agency, gen_random_uuid(), team, tool, version)
    on conflict (agency_id, team_id, tool_number) do nothing;
  end if;

  select r.id into response
    from response r
   where r.agency_id = agency and r.team_id = team and r.tool_number = tool
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

  -- The parts of a `with` all see the rows as they were before it, so `before` is the answer this update replaces; an
  -- answer that came out the same writes nothing. A blank answer has no row, so rows gained and lost are the change in
  -- progress. History keeps one row per person, item and minute: the first `before` and the last `after`.
  with changed as (
    select c.item_id, c.value, c.is_counted, a.value as before
      from jsonb_to_recordset(changes) as c(item_id text, value jsonb, is_counted boolean)
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
    insert into answer_revision (agency_id, response_id, item_id, user_id, minute, before, after, changed_at)
    select agency, response, c.item_id, actor, entry_at, c.before, c.value,
           statement_timestamp()
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

revoke all on function save_response(uuid, uuid, uuid, int, int, bigint, bigint, bytea, jsonb, int, bytea, boolean, bigint[], bigint[]) from public;
grant execute on function save_response(uuid, uuid, uuid, int, int, bigint, bigint, bytea, jsonb, int, bytea, boolean, bigint[], bigint[]) to app_rt;

-- Builds a response's document anew: `state` takes the place of all that was, as a new edition that begins at `new_seq`
-- (lib/collab/edition.ts). Answers and their history stay. False when somebody saved in between, or the tool is locked.
create function rebuild_response(agency uuid, actor uuid, team uuid, tool int, expected_seq bigint, new_seq bigint, state bytea)
  returns boolean
  language plpgsql volatile security invoker
as $$
declare
  response uuid;
begin
  perform set_config('app.agency_id', agency::text, true), set_config('app.user_id', actor::text, true);
  update response r
     set last_seq = new_seq, snapshot = state, snapshot_seq = new_seq, size_bytes = octet_length(state)
   where r.agency_id = agency and r.team_id = team and r.tool_number = tool
     and r.last_seq = expected_seq and r.locked_at is null
  returning r.id into response;
  if not found then
    return false;
  end if;
  insert into response_update (agency_id, response_id, seq, update, user_id) values (agency, response, new_seq, state, actor);
  return true;
end
$$;

revoke all on function rebuild_response(uuid, uuid, uuid, int, bigint, bigint, bytea) from public;
grant execute on function rebuild_response(uuid, uuid, uuid, int, bigint, bigint, bytea) to app_rt;

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

-- Writes update number `new_seq` with the answers it changes and their history, in the place of those before it:
-- "saved". Nothing is written and it says "moved" when the response is no longer at `expected_seq` or was marked complete,
-- "many" when the actor took very many writers in the last hour; it raises WB001 when a writer is somebody else's, and
-- what require_standing raises when the actor's standing ended meanwhile.
-- `changes` is an array of { item_id, value, is_counted }: the answers as the update leaves them, null for a blank one.
-- History gathers what one person does to an item within a minute while nobody else changes it, unless it `stands_apart`:
-- bringing an answer back would otherwise replace the very words in the history that it replaces in the answer.
-- `new_writers` are those of `writers` that the document has nothing of; the others must have been taken by the actor.
drop function save_response(uuid, uuid, uuid, int, int, bigint, bytea, jsonb, int, bytea, boolean);

create function save_response(
  agency uuid, actor uuid, team uuid, tool int, version int,
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

  -- Last before the writes, and after whatever had to be waited for.
  perform require_standing(agency, actor, team, tool, array['admin', 'lead', 'member', 'partner'], session_hash);

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

revoke all on function save_response(uuid, uuid, uuid, int, int, bigint, bigint, bytea, jsonb, int, bytea, boolean, bigint[], bigint[], bytea) from public;
grant execute on function save_response(uuid, uuid, uuid, int, int, bigint, bigint, bytea, jsonb, int, bytea, boolean, bigint[], bigint[], bytea) to app_rt;

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

-- The save path as two statements, each a transaction of its own: read the response, then write it if nobody else has
-- meanwhile. As single statements they cost two round trips instead of five, and nothing is locked while the
-- application works (measured: the round trips were most of a save).
-- Both run as the caller, under its row level security, which they set from their first argument the way
-- lib/db/with-agency.ts does; they are called only from there.

create function open_response(agency uuid, actor uuid, team uuid, tool int)
  returns table (id uuid, last_seq bigint, snapshot_seq bigint, snapshot bytea, is_completed boolean, is_locked boolean, tail json)
  language plpgsql volatile security invoker
as $$
begin
  perform set_config('app.agency_id', agency::text, true), set_config('app.user_id', actor::text, true);
  -- One snapshot for both tables, so the tail always reaches to last_seq.
  return query
    select r.id, r.last_seq, r.snapshot_seq, r.snapshot, r.completed_at is not null, r.locked_at is not null,
           (select json_agg(encode(u.update, 'base64') order by u.seq)
              from response_update u
             where u.agency_id = r.agency_id and u.response_id = r.id and u.seq > r.snapshot_seq)
      from response r
     where r.agency_id = agency and r.team_id = team and r.tool_number = tool;
end
$$;

-- Writes update number `expected_seq + 1` with the answers it changes and their history; false, and nothing is written,
-- when the response is no longer at `expected_seq` or was marked complete. `changes` is an array of
-- { item_id, value, is_counted }: the answers as the update leaves them, null for a blank one. History gathers what one
-- person does to an item within a minute, unless it `stands_apart`: bringing an answer back would otherwise replace the
-- very words in the history that it replaces in the answer.
create function save_response(
  agency uuid, actor uuid, team uuid, tool int, version int,
  expected_seq bigint, new_update bytea, changes jsonb, new_size int, new_snapshot bytea, stands_apart boolean
)
  returns boolean
  language plpgsql volatile security invoker
as $$
declare
  response uuid;
  new_seq bigint := expected_seq + 1;
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
    return false;
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
  return true;
end
$$;

revoke all on function open_response(uuid, uuid, uuid, int) from public;
revoke all on function save_response(uuid, uuid, uuid, int, int, bigint, bytea, jsonb, int, bytea, boolean) from public;
grant execute on function open_response(uuid, uuid, uuid, int) to app_rt;
grant execute on function save_response(uuid, uuid, uuid, int, int, bigint, bytea, jsonb, int, bytea, boolean) to app_rt;

-- A chain of changes that joins: two people who wrote in the same minute had one row each, from the first `before` to the
-- last `after`, and the two overlapped. Rows written until now stay as they are.

-- `minute` is when the entry began: the minute itself until now, the moment from now on.
ALTER TABLE "answer_revision" ADD COLUMN "stands_apart" BOOLEAN NOT NULL DEFAULT false;

-- A tool's history by the last change, newest first, a page at a time; also what was changed in this minute.
DROP INDEX "answer_revision_agency_id_response_id_minute_item_id_user_i_idx";
CREATE INDEX "answer_revision_agency_id_response_id_changed_at_item_id_us_idx" ON "answer_revision"("agency_id", "response_id", "changed_at", "item_id", "user_id");

-- Writes update number `expected_seq + 1` with the answers it changes and their history; false, and nothing is written,
-- when the response is no longer at `expected_seq` or was marked complete. `changes` is an array of
-- { item_id, value, is_counted }: the answers as the update leaves them, null for a blank one. History gathers what one
-- person does to an item within a minute while nobody else changes it, unless it `stands_apart`: bringing an answer back
-- would otherwise replace the very words in the history that it replaces in the answer.
create or replace function save_response(
  agency uuid, actor uuid, team uuid, tool int, version int,
  expected_seq bigint, new_update bytea, changes jsonb, new_size int, new_snapshot bytea, stands_apart boolean
)
  returns boolean
  language plpgsql volatile security invoker
as $$
declare
  response uuid;
  new_seq bigint := expected_seq + 1;
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
    return false;
  end if;

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
  return true;
end
$$;

-- Most saves make the newest entry of an item's history grow, which changes when it was last changed. While an index held
-- that time, each of them wrote all of the table's indexes anew: a sixth of what a save took. An entry stays within one
-- minute of the clock (the policies written_now and grows_within_its_minute), so when it began says where to look as well.
drop index "answer_revision_agency_id_response_id_changed_at_item_id_us_idx";
create index "answer_revision_agency_id_response_id_minute_item_id_user_i_idx" on "answer_revision"("agency_id", "response_id", "minute", "item_id", "user_id");

-- save_response as before, but that it finds the newest entry by when it began.

-- Writes update number `new_seq` with the answers it changes and their history, in the place of those before it:
-- "saved". Nothing is written and it says "moved" when the response is no longer at `expected_seq` or was marked complete
-- (as every locked one is); it raises WB001 when a writer is somebody else's, WB002 when the actor took very many writers in the last
-- hour, and what require_standing raises when the actor's standing ended meanwhile.
-- `changes` is an array of { item_id, value, is_counted }: the answers as the update leaves them, null for a blank one.
-- History gathers what one person does to an item within a minute while nobody else changes it, unless it `stands_apart`:
-- bringing an answer back would otherwise replace the very words in the history that it replaces in the answer.
-- `new_writers` are those of `writers` that the document has nothing of; the others must have been taken by the actor.
create or replace function save_response(
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
  -- How many more questions that count have an answer.
  gained int;
  setting text;
  this_minute timestamptz := date_trunc('minute', statement_timestamp());
  -- Milliseconds, because that is what the application's dates hold.
  entry_at timestamptz := date_trunc('milliseconds', statement_timestamp());
begin
  -- Assigned one by one, because that runs no statement.
  setting := set_config('app.agency_id', agency::text, true);
  setting := set_config('app.user_id', actor::text, true);
  if expected_seq = 0 then
    insert into response (agency_id, id, team_id, toolkit_id, tool_id, tool_version)
    values (agency, gen_random_uuid(), team, toolkit, tool, version)
    on conflict (agency_id, team_id, toolkit_id, tool_id) do nothing;
  end if;

  -- From here on nobody else writes to the response; whoever did so before is committed.
  update response r
     set last_seq = new_seq,
         size_bytes = new_size,
         snapshot = coalesce(new_snapshot, r.snapshot),
         snapshot_seq = case when new_snapshot is null then r.snapshot_seq else new_seq end,
         last_edited_by = actor,
         last_edited_at = statement_timestamp()
   where r.agency_id = agency and r.team_id = team and r.toolkit_id = toolkit and r.tool_id = tool
     and r.last_seq = expected_seq and r.completed_at is null
  returning r.id into response;
  if not found then
    return 'moved';
  end if;

  -- What is raised from here on takes back what was written above.
  if cardinality(new_writers) > 0 then
    if (select count(*) from response_writer w
         where w.agency_id = agency and w.response_id = response and w.user_id = actor
           and w.created_at > now() - interval '1 hour') + cardinality(new_writers) > 150 then
      raise exception using errcode = 'WB002', message = 'the actor took very many writers';
    end if;
    insert into response_writer (agency_id, response_id, writer, user_id)
    select agency, response, w, actor from unnest(new_writers) w
    on conflict (agency_id, response_id, writer) do nothing;
  end if;
  if (select count(*) from response_writer w
       where w.agency_id = agency and w.response_id = response and w.writer = any(writers) and w.user_id = actor)
     < cardinality(writers) then
    raise exception using errcode = 'WB001', message = 'a writer is somebody else''s';
  end if;

  -- After whatever had to be waited for.
  perform require_standing(agency, actor, team, toolkit || '/' || tool, array['admin', 'lead', 'member', 'partner'], session_hash);

  -- The parts of a `with` all see the rows as they were before it, so `before` is the answer this update replaces; an
  -- answer that came out the same writes nothing. The item's newest entry grows when it is this person's and of this
  -- minute: its first `before` stays, `after` is the newest. Else a new one begins, so that every `before` is the `after`
  -- before it.
  with changed as materialized (
    select c.item_id, c.value, c.is_counted, c.before,
           (select case when v.user_id = actor and not v.stands_apart and not save_response.stands_apart then v.minute end
              from answer_revision v
             where v.agency_id = agency and v.response_id = response and v.item_id = c.item_id and v.minute >= this_minute
             order by v.changed_at desc
             limit 1) as grows
      from (select n.item_id, n.value, n.is_counted,
                   (select a.value from answer a
                     where a.agency_id = agency and a.response_id = response and a.item_id = n.item_id) as before
              from jsonb_to_recordset(changes) as n(item_id text, value jsonb, is_counted boolean)
            -- Looked up once, not once for each time it is named.
            offset 0) c
     where c.before is distinct from c.value
  ), logged as (
    insert into response_update (agency_id, response_id, seq, update, user_id)
    values (agency, response, new_seq, new_update, actor)
  ), kept as (
    insert into answer (agency_id, response_id, item_id, value, updated_by, updated_at)
    select agency, response, c.item_id, c.value, actor, statement_timestamp() from changed c where c.value is not null
    on conflict (agency_id, response_id, item_id)
    do update set value = excluded.value, updated_by = excluded.updated_by, updated_at = excluded.updated_at
  ), revised as (
    insert into answer_revision (agency_id, response_id, item_id, user_id, minute, before, after, changed_at, stands_apart)
    select agency, response, c.item_id, actor, coalesce(c.grows, entry_at), c.before, c.value,
           statement_timestamp(), save_response.stands_apart
      from changed c
    on conflict (agency_id, response_id, item_id, user_id, minute)
    do update set after = excluded.after, changed_at = excluded.changed_at
  )
  select coalesce(sum((c.value is not null)::int - (c.before is not null)::int), 0) into gained
    from changed c where c.is_counted;

  -- Both seldom: an answer's first words and its last.
  if gained <> 0 then
    update response r set answered_count = r.answered_count + gained where r.agency_id = agency and r.id = response;
  end if;
  if changes @? '$[*] ? (@.value == null)' then
    -- A blank answer has no row.
    delete from answer a
     where a.agency_id = agency and a.response_id = response
       and a.item_id in (select c.item_id from jsonb_to_recordset(changes) as c(item_id text, value jsonb) where c.value is null);
  end if;
  return 'saved';
end
$$;

-- Rights are checked before a request's body has come and before its turn to write. What ended in between (a session, an
-- account, a place in the agency or team, a partner's tool) must end the write too, so the write asks again itself.

-- Whether somebody may still be taken for who they were: the account is open and the session, where one is given, lives.
-- The idle limit is left out: whoever writes is not idle. Runs as its owner, because app_rt reads no identity tables; all
-- it tells is whether a session lives whose hash the caller knows.
create function is_signed_in(actor uuid, session_hash bytea)
  returns boolean
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select from public.user_account u
     where u.id = actor and u.disabled_at is null
       and (session_hash is null or exists (
             select from public.session s
              where s.sid_hash = session_hash and s.user_id = actor and s.revoked_at is null and s.expires_at > now()
           ))
  )
$$;

-- Ends the transaction unless the actor still is signed in (WB401), in this team and, as a partner, has this tool (WB404),
-- in one of these roles (WB403; an agency's admin is "admin" in every team). `tool` null: any. Called inside a statement or
-- transaction whose agency is set, as the last thing before what is written: each call sees what is committed by then.
create function require_standing(agency uuid, actor uuid, team uuid, tool int, roles text[], session_hash bytea)
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
     and (m.is_admin or tm.role <> 'partner' or tool is null or tool = any(tm.tool_numbers));
  if found_role is null then
    raise exception 'the actor has no place here any more' using errcode = 'WB404';
  end if;
  if found_role <> all(roles) then
    raise exception 'the actor''s role does not allow this any more' using errcode = 'WB403';
  end if;
end
$$;

drop function save_response(uuid, uuid, uuid, int, int, bigint, bytea, jsonb, int, bytea, boolean);

-- Writes update number `expected_seq + 1` with the answers it changes and their history; false, and nothing is written,
-- when the response is no longer at `expected_seq` or was marked complete. `changes` is an array of
-- { item_id, value, is_counted }: the answers as the update leaves them, null for a blank one. History gathers what one
-- person does to an item within a minute, unless it `stands_apart`: bringing an answer back would otherwise replace the
-- very words in the history that it replaces in the answer. Raises what require_standing raises; nothing is written then.
create function save_response(
  agency uuid, actor uuid, team uuid, tool int, version int,
  expected_seq bigint, new_update bytea, changes jsonb, new_size int, new_snapshot bytea, stands_apart boolean,
  -- Of the session the save came in; null where there is none. Instances of the version before don't give it.
  session_hash bytea default null
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
  -- Last before the writes, and after whatever had to be waited for.
  perform require_standing(agency, actor, team, tool, array['admin', 'lead', 'member', 'partner'], session_hash);

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

revoke all on function is_signed_in(uuid, bytea) from public;
revoke all on function require_standing(uuid, uuid, uuid, int, text[], bytea) from public;
revoke all on function save_response(uuid, uuid, uuid, int, int, bigint, bytea, jsonb, int, bytea, boolean, bytea) from public;
grant execute on function is_signed_in(uuid, bytea) to app_rt;
grant execute on function require_standing(uuid, uuid, uuid, int, text[], bytea) to app_rt;
grant execute on function save_response(uuid, uuid, uuid, int, int, bigint, bytea, jsonb, int, bytea, boolean, bytea) to app_rt;

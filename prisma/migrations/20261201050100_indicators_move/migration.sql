-- What a row measures goes with its table to another item, as comments, files and assignments do: upgrade_response is the
-- same as before but for that.

create trigger stays_with_its_item before update of item_id on indicator for each row execute function stays_with_its_item();
grant update (item_id) on indicator to app_rt;

create or replace function upgrade_response(
  agency uuid, actor uuid, response uuid, from_version int, to_version int, expected_seq bigint, new_seq bigint,
  new_update bytea, changes jsonb, new_size int, new_snapshot bytea, kept jsonb, places jsonb, counted text[]
)
  returns boolean
  language plpgsql volatile security invoker
as $$
declare
  moment timestamptz := date_trunc('milliseconds', statement_timestamp());
  -- Whoever's transaction this is part of goes on as themselves.
  caller text := current_setting('app.user_id', true);
begin
  perform set_config('app.agency_id', agency::text, true), set_config('app.user_id', actor::text, true);
  perform from response r
    where r.agency_id = agency and r.id = upgrade_response.response and r.tool_version = from_version and r.last_seq = expected_seq
      for no key update;
  if not found then
    perform set_config('app.user_id', coalesce(caller, ''), true);
    return false;
  end if;
  insert into response_upgrade (agency_id, response_id, to_version, from_version, at, kept)
  values (agency, upgrade_response.response, to_version, from_version, moment, upgrade_response.kept);

  if new_update is not null then
    -- All parts see the rows as they were before.
    with changed as (
      select c.item_id, c.value, a.value as before, coalesce(o.updated_by, actor) as updated_by, coalesce(o.updated_at, moment) as updated_at
        from jsonb_to_recordset(changes) as c(item_id text, value jsonb, from_item text)
        left join answer a on a.agency_id = agency and a.response_id = upgrade_response.response and a.item_id = c.item_id
        left join answer o on o.agency_id = agency and o.response_id = upgrade_response.response and o.item_id = c.from_item
       where a.value is distinct from c.value
    ), logged as (
      insert into response_update (agency_id, response_id, seq, update, user_id)
      values (agency, upgrade_response.response, new_seq, new_update, actor)
    ), brought as (
      insert into answer (agency_id, response_id, item_id, value, updated_by, updated_at)
      select agency, upgrade_response.response, c.item_id, c.value, c.updated_by, c.updated_at from changed c where c.value is not null
      on conflict (agency_id, response_id, item_id) do update set value = excluded.value
    ), cleared as (
      delete from answer a using changed c
       where a.agency_id = agency and a.response_id = upgrade_response.response and a.item_id = c.item_id and c.value is null
    )
    insert into answer_revision (agency_id, response_id, item_id, user_id, minute, before, after, changed_at, stands_apart)
    select agency, upgrade_response.response, c.item_id, actor, moment, c.before, c.value, moment, true from changed c;
  end if;

  update comment_thread b set item_id = p.value
    from jsonb_each_text(places) p, response r
   where r.agency_id = agency and r.id = upgrade_response.response and b.item_id = p.key
     and b.agency_id = r.agency_id and b.team_id = r.team_id and b.toolkit_id = r.toolkit_id and b.tool_id = r.tool_id;
  update evidence_file b set item_id = p.value
    from jsonb_each_text(places) p, response r
   where r.agency_id = agency and r.id = upgrade_response.response and b.item_id = p.key
     and b.agency_id = r.agency_id and b.team_id = r.team_id and b.toolkit_id = r.toolkit_id and b.tool_id = r.tool_id;
  -- A row's id is its own wherever its table goes, so nothing can be there already.
  update indicator b set item_id = p.value
    from jsonb_each_text(places) p, response r
   where r.agency_id = agency and r.id = upgrade_response.response and b.item_id = p.key
     and b.agency_id = r.agency_id and b.team_id = r.team_id and b.toolkit_id = r.toolkit_id and b.tool_id = r.tool_id;
  -- Whoever has the newer item already keeps it.
  update assignment b set target_id = p.value
    from jsonb_each_text(places) p, response r
   where r.agency_id = agency and r.id = upgrade_response.response and b.target_id = p.key
     and b.agency_id = r.agency_id and b.team_id = r.team_id and b.toolkit_id = r.toolkit_id and b.tool_id = r.tool_id
     and not exists (select from assignment o
                      where o.agency_id = b.agency_id and o.team_id = b.team_id and o.toolkit_id = b.toolkit_id
                        and o.tool_id = b.tool_id and o.target_id = p.value);

  update response r
     set tool_version = to_version,
         last_seq = case when new_update is null then r.last_seq else new_seq end,
         size_bytes = coalesce(new_size, r.size_bytes),
         snapshot = coalesce(new_snapshot, r.snapshot),
         snapshot_seq = case when new_snapshot is null then r.snapshot_seq else new_seq end,
         answered_count = (select count(*) from answer a
                            where a.agency_id = agency and a.response_id = r.id and a.item_id = any(counted))
   where r.agency_id = agency and r.id = upgrade_response.response;
  perform set_config('app.user_id', coalesce(caller, ''), true);
  return true;
end
$$;

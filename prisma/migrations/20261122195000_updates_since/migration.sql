-- What was saved after a number, without the document: screens that are up to date but for a few saves ask this all the
-- time. Like open_response it runs as the caller, under the row level security it sets from its first argument.

create function updates_since(agency uuid, actor uuid, team uuid, tool int, since_seq bigint, most bigint)
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
     where r.agency_id = agency and r.team_id = team and r.tool_number = tool;
end
$$;

revoke all on function updates_since(uuid, uuid, uuid, int, bigint, bigint) from public;
grant execute on function updates_since(uuid, uuid, uuid, int, bigint, bigint) to app_rt;

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

revoke all on function is_signed_in(uuid, bytea) from public;
revoke all on function require_standing(uuid, uuid, uuid, int, text[], bytea) from public;
grant execute on function is_signed_in(uuid, bytea) to app_rt;
grant execute on function require_standing(uuid, uuid, uuid, int, text[], bytea) to app_rt;

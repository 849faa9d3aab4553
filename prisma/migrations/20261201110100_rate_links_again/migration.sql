-- A personal link that was lost is given again. Whoever gives it could open it, so it must not lead to what was rated with the
-- one before: that is destroyed unread, and the old link ends.

-- AlterTable
ALTER TABLE "round_rater" ADD COLUMN "link_number" INTEGER NOT NULL DEFAULT 0;

alter table round_rater add constraint round_rater_link check (link_number >= 0 and (link_number = 0 or token_hash is not null));

-- A rater's row is changed by the rater; a guest's link also by who leads the team, which guard_rater tells apart.
drop policy changed_by_the_rater on round_rater;
create policy changed_by_rater_or_lead on round_rater as restrictive for update to app_rt
  -- Whoever takes a link that was handed over gets another secret in its place.
  using (is_own_rater(user_id, key_hash, token_hash) or (guest_name is not null and leads_team(agency_id, team_id)))
  with check (user_id is null or user_id = (select app_user_id()));
grant update (token_hash, expires_at, link_number) on round_rater to app_rt;

-- A change of the link's number is a new link, and nothing else. It comes before the reveal: from then on dots are seen, and
-- whoever rated anew would be counted twice. The row is locked by now, so whatever is being saved with the old link was waited for.
create function guard_rater() returns trigger
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  found public.rating_round;
begin
  if new.link_number = old.link_number then
    -- Not theirs: passed over, as row level security passes over rows.
    if not public.is_own_rater(old.user_id, old.key_hash, old.token_hash) then return null; end if;
    if new.token_hash is distinct from old.token_hash or new.expires_at is distinct from old.expires_at then
      raise exception 'this is no new link' using errcode = 'WB410';
    end if;
    return new;
  end if;
  if old.guest_name is null or new.link_number <> old.link_number + 1 or new.token_hash is not distinct from old.token_hash then
    raise exception 'this is no new link' using errcode = 'WB410';
  end if;
  select * into found from public.rating_round r
   where r.agency_id = old.agency_id and r.team_id = old.team_id and r.id = old.round_id for share;
  if found.id is null or found.revealed_at is not null or found.closed_at is not null then
    raise exception 'the round has moved on' using errcode = 'WB410';
  end if;
  new.key_hash := null;
  new.finished_at := null;
  new.expires_at := greatest(old.expires_at, new.expires_at);
  delete from public.round_rating a where a.agency_id = old.agency_id and a.team_id = old.team_id and a.round_id = old.round_id and a.rater_id = old.id;
  delete from public.round_note n where n.agency_id = old.agency_id and n.team_id = old.team_id and n.round_id = old.round_id and n.rater_id = old.id;
  return new;
end
$$;

create trigger guarded before update on round_rater for each row when (current_user = 'app_rt') execute function guard_rater();

-- As before, and: a rating that waited while its link was given again is refused. Its rater's row is looked at once more, as it
-- is now, and stays so until the rating is committed.
create or replace function guard_round_answer() returns trigger
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  given record;
  found public.rating_round;
  own uuid;
begin
  if tg_op = 'DELETE' then given := old; else given := new; end if;
  select * into found from public.rating_round r
   where r.agency_id = given.agency_id and r.team_id = given.team_id and r.id = given.round_id for share;
  if found.id is null or found.closed_at is not null then
    raise exception 'the round is closed' using errcode = 'WB410';
  end if;
  select r.id into own from public.round_rater r
   where r.agency_id = given.agency_id and r.team_id = given.team_id and r.round_id = given.round_id and r.id = given.rater_id
     and public.is_own_rater(r.user_id, r.key_hash, r.token_hash) for key share;
  if own is null then
    raise exception 'the link has ended' using errcode = 'WB413';
  end if;
  if given.item_id <> all(found.item_ids) then
    raise exception 'the round does not ask this' using errcode = 'WB411';
  end if;
  if tg_table_name = 'round_rating' then
    if tg_op <> 'INSERT' and found.revealed_at is not null and not old.is_late then
      raise exception 'the round is revealed' using errcode = 'WB409';
    end if;
    if tg_op = 'INSERT' then new.is_late := found.revealed_at is not null; end if;
  elsif tg_op <> 'DELETE' and new.is_shown and found.revealed_at is null then
    raise exception 'nothing is shown before the reveal' using errcode = 'WB409';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;

revoke all on function guard_rater() from public;

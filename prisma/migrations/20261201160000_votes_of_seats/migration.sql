-- Whose votes count in a meeting, and until when. A vote that is on its way while its seat is given up goes with the seat; whoever
-- comes to a shared phone after the reveal has seen the dots; who leaves the team leaves its meetings; and of late answers one
-- rating among D/K joins no dots.

-- When each person of a seat came, in the order of their turns.
alter table sitting_seat add column names_at timestamptz[];
update sitting_seat set names_at = array_fill(joined_at, array[greatest(cardinality(names), 1)]);
alter table sitting_seat alter column names_at set not null;

create function time_seat() returns trigger
  language plpgsql volatile
  set search_path = pg_catalog, pg_temp
as $$
begin
  new.names_at := array_fill(now(), array[greatest(cardinality(new.names), 1)]);
  return new;
end
$$;
create trigger timed before insert on sitting_seat for each row execute function time_seat();

-- What a seat voted and nobody was shown yet goes.
create function drop_votes_of(agency uuid, team uuid, seat uuid) returns void
  language sql volatile
  set search_path = pg_catalog, pg_temp
as $$
  delete from public.round_rater r using public.rating_round o
   where r.agency_id = agency and r.team_id = team and r.seat_id = seat
     and o.agency_id = r.agency_id and o.team_id = r.team_id and o.id = r.round_id and o.closed_at is null
     and (o.revealed_at is null or exists (select from public.round_rating a
           where a.agency_id = r.agency_id and a.team_id = r.team_id and a.round_id = r.round_id and a.rater_id = r.id and a.is_late))
$$;

-- What may become of a seat, and by whom. With a seat that is taken away go its votes that were not shown yet.
create or replace function guard_seat() returns trigger
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  if old.removed_at is not null then
    raise exception 'the seat was taken away' using errcode = 'WB420';
  end if;
  if new.key_hash is distinct from old.key_hash and (old.user_id is distinct from public.app_user_id() or new.key_hash is distinct from public.app_seat_key()) then
    raise exception 'the seat is another''s' using errcode = 'WB420';
  end if;
  -- People come to a shared phone; nobody's place in its order changes, by which votes are counted once.
  if new.names is distinct from old.names and (old.key_hash is distinct from public.app_seat_key() or new.names[1:cardinality(old.names)] is distinct from old.names) then
    raise exception 'the names are another''s' using errcode = 'WB420';
  end if;
  new.names_at := old.names_at || array_fill(now(), array[greatest(cardinality(new.names), 1) - cardinality(old.names_at)]);
  if new.removed_at is not null then
    new.removed_at := now();
    new.removed_by := public.app_user_id();
    perform public.drop_votes_of(new.agency_id, new.team_id, new.id);
  end if;
  return new;
end
$$;

-- A vote holds its seat until it is committed, so that whoever takes the seat away meets the vote; a seat that went first takes none.
create function hold_seat() returns trigger
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform from public.sitting_seat t where t.agency_id = new.agency_id and t.team_id = new.team_id and t.id = new.seat_id for share;
  if not exists (select from public.sitting_seat t
                  where t.agency_id = new.agency_id and t.team_id = new.team_id and t.id = new.seat_id and t.removed_at is null) then
    raise exception 'the seat was taken away' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger held before insert on round_rater for each row when (current_user = 'app_rt' and new.seat_id is not null) execute function hold_seat();

-- Whoever is no longer of the team, or only reads now, has no seat in its meetings any more.
create function leave_sittings() returns trigger
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  seat record;
begin
  for seat in
    select t.agency_id, t.team_id, t.id from public.sitting_seat t
      join public.sitting s on s.agency_id = t.agency_id and s.team_id = t.team_id and s.id = t.sitting_id and s.ended_at is null
     where t.agency_id = old.agency_id and t.user_id = old.user_id and t.removed_at is null and not public.is_live_seat(t.agency_id, t.team_id, t.id)
       for no key update of t
  loop
    update public.sitting_seat t set removed_at = now(), removed_by = coalesce(public.app_user_id(), t.user_id)
     where t.agency_id = seat.agency_id and t.team_id = seat.team_id and t.id = seat.id;
    perform public.drop_votes_of(seat.agency_id, seat.team_id, seat.id);
  end loop;
  return null;
end
$$;
create trigger left_sittings after delete or update of role on team_member for each row execute function leave_sittings();
create trigger left_sittings after delete or update of is_admin on membership for each row execute function leave_sittings();

-- As before, with the moment at which each person of a seat came.
drop policy asked_at_the_opening on round_rater;
create policy asked_at_the_opening on round_rater as restrictive for insert to app_rt
  with check (exists (select from rating_round r
                       where r.agency_id = round_rater.agency_id and r.team_id = round_rater.team_id and r.id = round_rater.round_id
                         and case when round_rater.seat_id is null
                               then r.sitting_id is null and r.opened_at = now() and r.opened_by = (select app_user_id()) and (r.is_split or round_rater.side is null)
                               else r.closed_at is null and round_rater.token_hash = (select app_rater_key()) and is_live_seat(round_rater.agency_id, round_rater.team_id, round_rater.seat_id)
                                    and exists (select from sitting_seat t
                                                 where t.agency_id = round_rater.agency_id and t.team_id = round_rater.team_id and t.id = round_rater.seat_id
                                                   and t.sitting_id = r.sitting_id and t.key_hash = (select app_seat_key()) and (r.revealed_at is null or t.names_at[round_rater.turn] < r.revealed_at)
                                                   and round_rater.turn <= greatest(cardinality(t.names), 1))
                             end));

-- Whom a round still waits for. Of a sitting's vote those who sit there and have not voted; never fewer than nobody.
create or replace function missing_of(what public.rating_round) returns int
  language sql stable
  as $$
    select case when what.sitting_id is null
      then (select count(*)::int from public.round_rater r where r.agency_id = what.agency_id and r.team_id = what.team_id and r.round_id = what.id and r.finished_at is null)
      else greatest(0, public.voters_of(what.agency_id, what.team_id, what.sitting_id)
           - (select count(*)::int from public.round_rater r where r.agency_id = what.agency_id and r.team_id = what.team_id and r.round_id = what.id))
    end
  $$;

-- As before, with late ratings and late D/K apart.
create or replace function move_round() returns trigger
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  missing int;
  kept jsonb;
begin
  if old.closed_at is not null or (old.revealed_at is not null and (new.revealed_at is distinct from old.revealed_at or new.missing_at_reveal is distinct from old.missing_at_reveal)) then
    raise exception 'the round has moved on' using errcode = 'WB410';
  end if;

  if old.revealed_at is null and new.revealed_at is not null then
    missing := public.missing_of(old);
    -- With people missing whoever reveals has to have seen how many. In a meeting, where votes come by the second, fewer may be.
    if new.missing_at_reveal is distinct from missing and (new.sitting_id is null or coalesce(new.missing_at_reveal, 0) < missing) then
      raise exception 'others are missing than was said' using errcode = 'WB412';
    end if;
    new.missing_at_reveal := missing;
    if new.sitting_id is not null then
      select count(*) + missing into new.asked from public.round_rater r
       where r.agency_id = new.agency_id and r.team_id = new.team_id and r.round_id = new.id;
    end if;
    new.revealed_at := now();
    new.revealed_by := public.app_user_id();
    select count(distinct a.rater_id) into new.answered from public.round_rating a
     where a.agency_id = new.agency_id and a.team_id = new.team_id and a.round_id = new.id;
    -- Kept from now on, so that nobody's going away shows what they had rated.
    insert into public.round_count (agency_id, team_id, round_id, item_id, value, n)
      select a.agency_id, a.team_id, a.round_id, a.item_id, a.value, count(*) from public.round_rating a
       where a.agency_id = new.agency_id and a.team_id = new.team_id and a.round_id = new.id
       group by 1, 2, 3, 4, 5 order by 4, 5;
    if new.is_split then
      insert into public.round_split (agency_id, team_id, round_id, item_id, side, value_group, n)
        with grouped as (
          select a.item_id, r.side, case when a.value in ('1', '2', 'no') then 'low' when a.value in ('3', 'in-progress') then 'middle' else 'high' end as value_group
            from public.round_rating a
            join public.round_rater r on r.agency_id = a.agency_id and r.team_id = a.team_id and r.round_id = a.round_id and r.id = a.rater_id
           where a.agency_id = new.agency_id and a.team_id = new.team_id and a.round_id = new.id and a.value not like 'dk%' and r.side is not null
        ), shown as (
          select g.item_id from grouped g group by g.item_id
          having count(*) filter (where g.side = 'safety') >= 3 and count(*) filter (where g.side = 'community') >= 3
        )
        select new.agency_id, new.team_id, new.id, g.item_id, g.side, g.value_group, count(*) from grouped g join shown using (item_id)
         group by g.item_id, g.side, g.value_group order by g.item_id, g.side, g.value_group;
    end if;
  end if;

  if new.closed_at is not null then
    new.closed_at := now();
    new.closed_by := public.app_user_id();
    if new.revealed_at is not null then
      select count(distinct a.rater_id) into new.answered_late from public.round_rating a
       where a.agency_id = new.agency_id and a.team_id = new.team_id and a.round_id = new.id and a.is_late;
      -- Late ones join together from three on; of fewer only their number is kept. Ratings and D/K are counted apart: one dot that
      -- came with two D/K would have a name.
      insert into public.round_count as c (agency_id, team_id, round_id, item_id, value, n)
        with late as (
          select a.item_id, a.value, count(*)::int as n, (sum(count(*)) over (partition by a.item_id, a.value like 'dk%'))::int as alike from public.round_rating a
           where a.agency_id = new.agency_id and a.team_id = new.team_id and a.round_id = new.id and a.is_late
           group by a.item_id, a.value
        )
        select new.agency_id, new.team_id, new.id, l.item_id, l.value, l.n from late l where l.alike >= 3
        union all
        select new.agency_id, new.team_id, new.id, l.item_id, 'late', sum(l.n)::int from late l where l.alike < 3 group by l.item_id
        order by 4, 5
      on conflict on constraint round_count_pkey do update set n = c.n + excluded.n;
      -- From now on nothing is kept that may not be shown.
      select jsonb_agg(to_jsonb(b)) into kept from public.bounded_counts(new.agency_id, new.team_id, new.id) b;
      delete from public.round_count c where c.agency_id = new.agency_id and c.team_id = new.team_id and c.round_id = new.id;
      insert into public.round_count (agency_id, team_id, round_id, item_id, value, n)
        select new.agency_id, new.team_id, new.id, b.item_id, b.value, b.n
          from jsonb_to_recordset(coalesce(kept, '[]')) as b (item_id text, value text, n int) order by b.item_id, b.value;
    end if;
    if new.revealed_at is null or not new.is_named then
      insert into public.round_shown_note (agency_id, team_id, round_id, id, item_id, words)
        select o.agency_id, o.team_id, o.round_id, gen_random_uuid(), o.item_id, o.words from public.round_note o
         where o.agency_id = new.agency_id and o.team_id = new.team_id and o.round_id = new.id and o.is_shown order by random();
      delete from public.round_note o where o.agency_id = new.agency_id and o.team_id = new.team_id and o.round_id = new.id;
      delete from public.round_rating a where a.agency_id = new.agency_id and a.team_id = new.team_id and a.round_id = new.id;
      update public.round_rater r set side = null
       where r.agency_id = new.agency_id and r.team_id = new.team_id and r.round_id = new.id and r.side is not null;
      -- Of a vote in a meeting not even who voted is kept.
      delete from public.round_rater r where r.agency_id = new.agency_id and r.team_id = new.team_id and r.round_id = new.id and r.seat_id is not null;
    end if;
  end if;
  return new;
end
$$;

-- Of two decisions the newer is the one that was written later, not the one whose transaction began later.
alter table round_decision alter column decided_at set default clock_timestamp();

revoke all on function time_seat(), drop_votes_of(uuid, uuid, uuid), hold_seat(), leave_sittings() from public;

-- A sitting that nobody ended is ended in the name of whoever led it last (lib/sittings/end-left.ts).
grant select (facilitator_id) on sitting to app_auth;

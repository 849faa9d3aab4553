-- Meeting mode: a team sits together, one item on the big screen, everyone votes on a phone. A sitting belongs to a meeting.
-- A vote is a rating round of one item that belongs to a sitting, so all that keeps ratings apart, counts them and destroys
-- the tie holds for it too. Whoever sits there has a seat, known by a secret that their phone alone was given.

-- CreateTable
CREATE TABLE "sitting" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "started_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "facilitator_id" UUID NOT NULL,
    "deputy_ids" UUID[],
    "code_number" INTEGER NOT NULL DEFAULT 0,
    "code_hash" BYTEA,
    "is_joinable" BOOLEAN NOT NULL DEFAULT true,
    "current_id" UUID,
    "timer_ends_at" TIMESTAMPTZ,
    "ended_by" UUID,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "sitting_pkey" PRIMARY KEY ("agency_id","team_id","id")
);

-- CreateTable
CREATE TABLE "sitting_item" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "sitting_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "toolkit_id" TEXT NOT NULL,
    "tool_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "row_id" TEXT,
    "round_id" UUID,
    "settled_at" TIMESTAMPTZ,
    "outcome" TEXT,

    CONSTRAINT "sitting_item_pkey" PRIMARY KEY ("agency_id","team_id","sitting_id","id")
);

-- CreateTable
CREATE TABLE "sitting_seat" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sitting_id" UUID NOT NULL,
    "user_id" UUID,
    "names" TEXT[],
    "key_hash" BYTEA NOT NULL,
    "joined_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ,
    "removed_by" UUID,

    CONSTRAINT "sitting_seat_pkey" PRIMARY KEY ("agency_id","team_id","id")
);

-- AlterTable
ALTER TABLE "rating_round" ADD COLUMN "sitting_id" UUID;

-- AlterTable
ALTER TABLE "round_rater" ADD COLUMN "seat_id" UUID,
ADD COLUMN "turn" INTEGER;

-- DropIndex
DROP INDEX "rating_round_agency_id_team_id_number_key";

-- Rounds of a sitting are counted for themselves: no number of the team's own rounds is missing because of them.
CREATE UNIQUE INDEX "rating_round_agency_id_team_id_sitting_id_number_key" ON "rating_round"("agency_id", "team_id", "sitting_id", "number") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "sitting_code_hash_key" ON "sitting"("code_hash");

-- CreateIndex
CREATE INDEX "sitting_agency_id_team_id_meeting_id_idx" ON "sitting"("agency_id", "team_id", "meeting_id");

-- One at a time in each meeting.
create unique index sitting_running on sitting (agency_id, team_id, meeting_id) where ended_at is null;

-- CreateIndex
CREATE UNIQUE INDEX "sitting_seat_key_hash_key" ON "sitting_seat"("key_hash");

-- CreateIndex
CREATE INDEX "sitting_seat_agency_id_team_id_sitting_id_idx" ON "sitting_seat"("agency_id", "team_id", "sitting_id");

-- A member has one seat, whatever they join with.
CREATE UNIQUE INDEX "sitting_seat_agency_id_team_id_sitting_id_user_id_key" ON "sitting_seat"("agency_id", "team_id", "sitting_id", "user_id");

-- Each person of a seat is counted once.
CREATE UNIQUE INDEX "round_rater_agency_id_team_id_round_id_seat_id_turn_key" ON "round_rater"("agency_id", "team_id", "round_id", "seat_id", "turn");

-- AddForeignKey
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_agency_id_team_id_meeting_id_fkey" FOREIGN KEY ("agency_id", "team_id", "meeting_id") REFERENCES "meeting"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting_item" ADD CONSTRAINT "sitting_item_agency_id_team_id_sitting_id_fkey" FOREIGN KEY ("agency_id", "team_id", "sitting_id") REFERENCES "sitting"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting_seat" ADD CONSTRAINT "sitting_seat_agency_id_team_id_sitting_id_fkey" FOREIGN KEY ("agency_id", "team_id", "sitting_id") REFERENCES "sitting"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_round" ADD CONSTRAINT "rating_round_agency_id_team_id_sitting_id_fkey" FOREIGN KEY ("agency_id", "team_id", "sitting_id") REFERENCES "sitting"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_rater" ADD CONSTRAINT "round_rater_agency_id_team_id_seat_id_fkey" FOREIGN KEY ("agency_id", "team_id", "seat_id") REFERENCES "sitting_seat"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table sitting alter column deputy_ids set not null;
alter table sitting add constraint sitting_deputies check (cardinality(deputy_ids) <= 20 and array_position(deputy_ids, null) is null);
alter table sitting add constraint sitting_ended check ((ended_at is null) = (ended_by is null) and (ended_at is null or (code_hash is null and not is_joinable)));
-- Somebody of the team; or people without an account as they chose to be named, several of them with a phone they share.
alter table sitting_seat alter column names set not null;
alter table sitting_seat add constraint sitting_seat_people check ((user_id is null) = (cardinality(names) > 0) and cardinality(names) <= 30 and array_position(names, null) is null);
alter table sitting_seat add constraint sitting_seat_removed check ((removed_at is null) = (removed_by is null));
-- Votes show no names and no sides: whoever is there sees the dots.
alter table rating_round add constraint rating_round_sitting check (sitting_id is null or (not is_named and not is_split and deputy_id is null and cardinality(item_ids) = 1));
alter table round_rater drop constraint round_rater_person;
alter table round_rater add constraint round_rater_person check (
  case when seat_id is null
    then turn is null and (user_id is null) = (guest_name is not null) and (guest_name is null) = (token_hash is null) and (guest_name is null) = (expires_at is null) and (key_hash is null or token_hash is not null)
    -- Whose seat it is stands with the seat. The secret is made anew for each vote.
    else turn >= 1 and user_id is null and guest_name is null and expires_at is null and side is null and key_hash is null and token_hash is not null
  end);

-- The secret of the phone that asks; set in its transactions alone.
create function app_seat_key() returns bytea
  language sql stable parallel safe
  as $$ select pg_catalog.sha256(pg_catalog.convert_to(nullif(pg_catalog.current_setting('app.seat_key', true), ''), 'UTF8')) $$;

-- Whether the current person leads a sitting that is going on. Others may take it over, which is said with the sitting.
create function runs_sitting(agency uuid, team uuid, sitting uuid) returns boolean
  language sql stable
  as $$
    select exists (select from public.sitting s
                    where s.agency_id = agency and s.team_id = team and s.id = sitting and s.ended_at is null and s.facilitator_id = public.app_user_id())
  $$;

-- Whether a seat may still see and vote: nobody took it out, the sitting goes on, and a member is still of the team.
create function is_live_seat(agency uuid, team uuid, seat uuid) returns boolean
  language sql stable
  as $$
    select exists (select from public.sitting_seat t join public.sitting s on s.agency_id = t.agency_id and s.team_id = t.team_id and s.id = t.sitting_id
                    where t.agency_id = agency and t.team_id = team and t.id = seat and t.removed_at is null and s.ended_at is null
                      and (t.user_id is null
                           or exists (select from public.membership m where m.agency_id = agency and m.user_id = t.user_id and m.is_admin)
                           or exists (select from public.team_member p where p.agency_id = agency and p.team_id = team and p.user_id = t.user_id and p.role <> 'viewer')))
  $$;

do $$
declare
  name text;
begin
  foreach name in array array['sitting', 'sitting_item', 'sitting_seat'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy agency_own on %I to app_rt using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()))', name);
    if name = 'sitting_item' then continue; end if;
    execute format('create policy its_functions on %I using ((select is_owner_of(%L::regclass))) with check ((select is_owner_of(%L::regclass)))', name, name, name);
  end loop;
end
$$;
create policy started_by_the_actor on sitting as restrictive for insert to app_rt
  with check (started_by = (select app_user_id()) and facilitator_id = (select app_user_id()));
-- By whoever leads it, and by those who may take it over: stored deputies and the team's leads. Presence makes nobody one.
create policy led_by_a_stored_role on sitting as restrictive for update to app_rt
  using (facilitator_id = (select app_user_id()) or (select app_user_id()) = any(deputy_ids) or leads_team(agency_id, team_id));
grant select on sitting to app_rt;
grant insert (agency_id, team_id, id, meeting_id, started_by, facilitator_id, deputy_ids, code_number, code_hash) on sitting to app_rt;
grant update (facilitator_id, deputy_ids, code_number, code_hash, is_joinable, current_id, timer_ends_at, ended_by, ended_at) on sitting to app_rt;
-- A code that is typed is looked up before its agency is known.
create policy lookup on sitting for select to app_auth using (true);
grant select (agency_id, team_id, id, meeting_id, code_hash, is_joinable, started_at, ended_at) on sitting to app_auth;

create policy put_by_who_runs_it on sitting_item as restrictive for insert to app_rt with check (runs_sitting(agency_id, team_id, sitting_id));
create policy changed_by_who_runs_it on sitting_item as restrictive for update to app_rt using (runs_sitting(agency_id, team_id, sitting_id));
create policy taken_by_who_runs_it on sitting_item as restrictive for delete to app_rt using (runs_sitting(agency_id, team_id, sitting_id) and round_id is null);
grant select, delete on sitting_item to app_rt;
grant insert (agency_id, team_id, sitting_id, id, position, toolkit_id, tool_id, item_id, row_id) on sitting_item to app_rt;
grant update (position, row_id, round_id, settled_at, outcome) on sitting_item to app_rt;

create policy taken_by_whoever_joins on sitting_seat as restrictive for insert to app_rt
  with check (key_hash = (select app_seat_key()) and (user_id is null or user_id = (select app_user_id()))
              and exists (select from sitting s where s.agency_id = sitting_seat.agency_id and s.team_id = sitting_seat.team_id and s.id = sitting_seat.sitting_id
                             and s.ended_at is null and s.is_joinable));
-- By the phone itself; by a member who goes on with another phone; and whoever runs the sitting takes a seat away.
create policy changed_by_its_people on sitting_seat as restrictive for update to app_rt
  using (key_hash = (select app_seat_key()) or user_id = (select app_user_id()) or runs_sitting(agency_id, team_id, sitting_id));
grant select on sitting_seat to app_rt;
grant insert (agency_id, team_id, id, sitting_id, user_id, names, key_hash) on sitting_seat to app_rt;
grant update (names, key_hash, removed_at, removed_by) on sitting_seat to app_rt;
create policy lookup on sitting_seat for select to app_auth using (true);
grant select (agency_id, team_id, sitting_id, id, key_hash, removed_at) on sitting_seat to app_auth;

-- A vote is opened and moved by whoever runs its sitting.
drop policy opened_by_a_lead on rating_round;
create policy opened_by_a_lead on rating_round as restrictive for insert to app_rt
  with check (opened_by = (select app_user_id())
              and case when sitting_id is null then leads_team(agency_id, team_id) else runs_sitting(agency_id, team_id, sitting_id) end);
drop policy moved_by_lead_or_deputy on rating_round;
create policy moved_by_lead_or_deputy on rating_round as restrictive for update to app_rt
  using (case when sitting_id is null then coalesce(deputy_id = (select app_user_id()), false) or leads_team(agency_id, team_id) else runs_sitting(agency_id, team_id, sitting_id) end);
grant insert (sitting_id) on rating_round to app_rt;

-- Of a sitting's vote, raters come with their votes: by the phone that has the seat, once for each of its people. Who joined
-- after the reveal has seen the dots.
drop policy asked_at_the_opening on round_rater;
create policy asked_at_the_opening on round_rater as restrictive for insert to app_rt
  with check (exists (select from rating_round r
                       where r.agency_id = round_rater.agency_id and r.team_id = round_rater.team_id and r.id = round_rater.round_id
                         and case when round_rater.seat_id is null
                               then r.sitting_id is null and r.opened_at = now() and r.opened_by = (select app_user_id()) and (r.is_split or round_rater.side is null)
                               else r.closed_at is null and round_rater.token_hash = (select app_rater_key()) and is_live_seat(round_rater.agency_id, round_rater.team_id, round_rater.seat_id)
                                    and exists (select from sitting_seat t
                                                 where t.agency_id = round_rater.agency_id and t.team_id = round_rater.team_id and t.id = round_rater.seat_id
                                                   and t.sitting_id = r.sitting_id and t.key_hash = (select app_seat_key()) and (r.revealed_at is null or t.joined_at < r.revealed_at)
                                                   and round_rater.turn <= greatest(cardinality(t.names), 1))
                             end));
grant insert (seat_id, turn) on round_rater to app_rt;

-- What may become of a seat, and by whom. With a seat that is taken away go its votes that were not shown yet.
create function guard_seat() returns trigger
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
  if new.removed_at is not null then
    new.removed_at := now();
    new.removed_by := public.app_user_id();
    delete from public.round_rater r using public.rating_round o
     where r.agency_id = new.agency_id and r.team_id = new.team_id and r.seat_id = new.id
       and o.agency_id = r.agency_id and o.team_id = r.team_id and o.id = r.round_id and o.closed_at is null
       and (o.revealed_at is null or exists (select from public.round_rating a
             where a.agency_id = r.agency_id and a.team_id = r.team_id and a.round_id = r.round_id and a.rater_id = r.id and a.is_late));
  end if;
  return new;
end
$$;
create trigger guarded before update on sitting_seat for each row when (current_user = 'app_rt') execute function guard_seat();

-- How many people sit there, each of a shared phone for themselves.
create function voters_of(agency uuid, team uuid, sitting uuid) returns int
  language sql stable
  as $$
    select coalesce(sum(greatest(cardinality(t.names), 1)), 0)::int from public.sitting_seat t
     where t.agency_id = agency and t.team_id = team and t.sitting_id = sitting and t.removed_at is null
  $$;

-- Whom a round still waits for. Of a sitting's vote those who sit there and have not voted.
create function missing_of(what public.rating_round) returns int
  language sql stable
  as $$
    select case when what.sitting_id is null
      then (select count(*)::int from public.round_rater r where r.agency_id = what.agency_id and r.team_id = what.team_id and r.round_id = what.id and r.finished_at is null)
      else public.voters_of(what.agency_id, what.team_id, what.sitting_id)
           - (select count(*)::int from public.round_rater r where r.agency_id = what.agency_id and r.team_id = what.team_id and r.round_id = what.id)
    end
  $$;

-- As before, with what a sitting's vote needs.
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
      -- Late ones join together from three on; of fewer only their number is kept.
      insert into public.round_count as c (agency_id, team_id, round_id, item_id, value, n)
        with late as (
          select a.item_id, a.value, count(*)::int as n, (sum(count(*)) over (partition by a.item_id))::int as all_late from public.round_rating a
           where a.agency_id = new.agency_id and a.team_id = new.team_id and a.round_id = new.id and a.is_late
           group by a.item_id, a.value
        )
        select new.agency_id, new.team_id, new.id, l.item_id, l.value, l.n from late l where l.all_late >= 3
        union all
        select distinct new.agency_id, new.team_id, new.id, l.item_id, 'late', l.all_late from late l where l.all_late < 3
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

revoke all on function app_seat_key(), runs_sitting(uuid, uuid, uuid), is_live_seat(uuid, uuid, uuid), guard_seat(), voters_of(uuid, uuid, uuid), missing_of(rating_round) from public;
grant execute on function app_seat_key(), runs_sitting(uuid, uuid, uuid), is_live_seat(uuid, uuid, uuid), voters_of(uuid, uuid, uuid), missing_of(rating_round) to app_rt;

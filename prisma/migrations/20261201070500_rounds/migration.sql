-- Rating rounds: everyone rates alone and unseen, the lead reveals, the team decides. Ratings are never in the shared
-- document, which every member reads whole. Here the database itself keeps them apart: row level security lets a rating's
-- maker alone read it; all others get counts, by functions, after the reveal and from three raters on. At the close of an
-- unnamed round its ratings, and with them the tie to the person, are destroyed.

-- CreateTable
CREATE TABLE "rating_round" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "toolkit_id" TEXT NOT NULL,
    "tool_id" TEXT NOT NULL,
    "tool_version" INTEGER NOT NULL,
    "item_ids" TEXT[],
    "is_named" BOOLEAN NOT NULL,
    "is_split" BOOLEAN NOT NULL,
    "until_on" DATE,
    "follows_id" UUID,
    "deputy_id" UUID,
    "opened_by" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked" INTEGER NOT NULL,
    "missing_at_reveal" INTEGER,
    "answered" INTEGER,
    "answered_late" INTEGER,
    "revealed_by" UUID,
    "revealed_at" TIMESTAMPTZ,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ,

    CONSTRAINT "rating_round_pkey" PRIMARY KEY ("agency_id","team_id","id")
);

-- CreateTable
CREATE TABLE "round_rater" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID,
    "guest_name" TEXT,
    "token_hash" BYTEA,
    "key_hash" BYTEA,
    "expires_at" TIMESTAMPTZ,
    "side" TEXT,
    "finished_at" TIMESTAMPTZ,

    CONSTRAINT "round_rater_pkey" PRIMARY KEY ("agency_id","team_id","round_id","id")
);

-- CreateTable
CREATE TABLE "round_rating" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "rater_id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "is_late" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "round_rating_pkey" PRIMARY KEY ("agency_id","team_id","round_id","rater_id","item_id")
);

-- CreateTable
CREATE TABLE "round_note" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "rater_id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "is_shown" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "round_note_pkey" PRIMARY KEY ("agency_id","team_id","round_id","rater_id","item_id")
);

-- CreateTable
CREATE TABLE "round_count" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "round_count_pkey" PRIMARY KEY ("agency_id","team_id","round_id","item_id","value")
);

-- CreateTable
CREATE TABLE "round_split" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "value_group" TEXT NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "round_split_pkey" PRIMARY KEY ("agency_id","team_id","round_id","item_id","side","value_group")
);

-- CreateTable
CREATE TABLE "round_shown_note" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "round_shown_note_pkey" PRIMARY KEY ("agency_id","team_id","round_id","id")
);

-- CreateTable
CREATE TABLE "round_decision" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" TEXT NOT NULL,
    "value" TEXT,
    "rationale" TEXT NOT NULL,
    "dissent" TEXT NOT NULL,
    "answer_before" JSONB,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by" UUID,
    "undone_at" TIMESTAMPTZ,

    CONSTRAINT "round_decision_pkey" PRIMARY KEY ("agency_id","team_id","round_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rating_round_agency_id_team_id_number_key" ON "rating_round"("agency_id", "team_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "round_rater_token_hash_key" ON "round_rater"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "round_rater_key_hash_key" ON "round_rater"("key_hash");

-- CreateIndex
CREATE UNIQUE INDEX "round_rater_agency_id_team_id_round_id_user_id_key" ON "round_rater"("agency_id", "team_id", "round_id", "user_id");

-- CreateIndex
CREATE INDEX "round_rater_agency_id_user_id_idx" ON "round_rater"("agency_id", "user_id");

-- CreateIndex
CREATE INDEX "round_decision_agency_id_team_id_round_id_item_id_idx" ON "round_decision"("agency_id", "team_id", "round_id", "item_id");

-- AddForeignKey
ALTER TABLE "rating_round" ADD CONSTRAINT "rating_round_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_rater" ADD CONSTRAINT "round_rater_agency_id_team_id_round_id_fkey" FOREIGN KEY ("agency_id", "team_id", "round_id") REFERENCES "rating_round"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_rater" ADD CONSTRAINT "round_rater_agency_id_user_id_fkey" FOREIGN KEY ("agency_id", "user_id") REFERENCES "membership"("agency_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_rating" ADD CONSTRAINT "round_rating_agency_id_team_id_round_id_rater_id_fkey" FOREIGN KEY ("agency_id", "team_id", "round_id", "rater_id") REFERENCES "round_rater"("agency_id", "team_id", "round_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_note" ADD CONSTRAINT "round_note_agency_id_team_id_round_id_rater_id_fkey" FOREIGN KEY ("agency_id", "team_id", "round_id", "rater_id") REFERENCES "round_rater"("agency_id", "team_id", "round_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_count" ADD CONSTRAINT "round_count_agency_id_team_id_round_id_fkey" FOREIGN KEY ("agency_id", "team_id", "round_id") REFERENCES "rating_round"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_split" ADD CONSTRAINT "round_split_agency_id_team_id_round_id_fkey" FOREIGN KEY ("agency_id", "team_id", "round_id") REFERENCES "rating_round"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_shown_note" ADD CONSTRAINT "round_shown_note_agency_id_team_id_round_id_fkey" FOREIGN KEY ("agency_id", "team_id", "round_id") REFERENCES "rating_round"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_decision" ADD CONSTRAINT "round_decision_agency_id_team_id_round_id_fkey" FOREIGN KEY ("agency_id", "team_id", "round_id") REFERENCES "rating_round"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table rating_round alter column item_ids set not null;
alter table rating_round add constraint rating_round_scope check (cardinality(item_ids) between 1 and 300 and array_position(item_ids, null) is null);
-- Names make a split needless, and it would say of them what nobody was told.
alter table rating_round add constraint rating_round_named_or_split check (not (is_named and is_split));
alter table rating_round add constraint rating_round_revealed check ((revealed_at is null) = (revealed_by is null) and (revealed_at is null) = (answered is null) and (revealed_at is null) = (missing_at_reveal is null));
alter table rating_round add constraint rating_round_closed check ((closed_at is null) = (closed_by is null));
-- A member of the agency, or somebody without an account behind a link of their own.
alter table round_rater add constraint round_rater_person check ((user_id is null) = (guest_name is not null) and (guest_name is null) = (token_hash is null) and (guest_name is null) = (expires_at is null) and (key_hash is null or token_hash is not null));
alter table round_rater add constraint round_rater_side check (side in ('safety', 'community'));
alter table round_rating add constraint round_rating_value check (value in ('1', '2', '3', '4', '5', 'yes', 'in-progress', 'no', 'dk', 'dk-unclear', 'dk-unknown', 'dk-not-applicable'));

-- The secret of whoever answers by a personal link, who has no account; set in their transactions alone.
create function app_rater_key() returns bytea
  language sql stable parallel safe
  as $$ select pg_catalog.sha256(pg_catalog.convert_to(nullif(pg_catalog.current_setting('app.rater_key', true), ''), 'UTF8')) $$;

-- Whether the current person is this rater: by their account, or by the secret that only they were given. Until they have
-- one, the link that was handed to them counts.
create function is_own_rater(rater_user uuid, key_hash bytea, token_hash bytea) returns boolean
  language sql stable parallel safe
  as $$ select case when rater_user is not null then rater_user = public.app_user_id() else coalesce(coalesce(key_hash, token_hash) = public.app_rater_key(), false) end $$;

-- The same by the rater's id. Runs with the caller's rights, who sees the raters of their agency.
create function is_own_rating(agency uuid, team uuid, round uuid, rater uuid) returns boolean
  language sql stable
  as $$
    select exists (select from public.round_rater r
                    where r.agency_id = agency and r.team_id = team and r.round_id = round and r.id = rater
                      and public.is_own_rater(r.user_id, r.key_hash, r.token_hash))
  $$;

-- Whether the current person leads the team, as a lead of it or an admin of the agency.
create function leads_team(agency uuid, team uuid) returns boolean
  language sql stable
  as $$
    select exists (select from public.membership m where m.agency_id = agency and m.user_id = public.app_user_id() and m.is_admin)
        or exists (select from public.team_member t where t.agency_id = agency and t.team_id = team and t.user_id = public.app_user_id() and t.role = 'lead')
  $$;

-- Row level security. The tables' owner is bound by it too, so the functions below, which run as the owner, have a policy
-- of their own; it fits nobody else, whatever its name was when a dump is restored.
create function is_owner_of(what regclass) returns boolean
  language sql stable
  as $$ select pg_catalog.pg_get_userbyid(c.relowner) = current_user from pg_catalog.pg_class c where c.oid = what $$;

do $$
declare
  name text;
begin
  foreach name in array array['rating_round', 'round_rater', 'round_rating', 'round_note', 'round_count', 'round_split', 'round_shown_note', 'round_decision'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy agency_own on %I to app_rt using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()))', name);
    if name <> 'round_decision' then
      execute format('create policy its_functions on %I using ((select is_owner_of(%L::regclass))) with check ((select is_owner_of(%L::regclass)))', name, name, name);
    end if;
  end loop;
end
$$;

-- What is asked, shown and of whom is fixed when the round is opened: no grant changes it. A lead opens, in their own name.
create policy opened_by_a_lead on rating_round as restrictive for insert to app_rt
  with check (opened_by = (select app_user_id()) and leads_team(agency_id, team_id));
-- Revealed and closed by a lead, or by the deputy stored at the opening.
create policy moved_by_lead_or_deputy on rating_round as restrictive for update to app_rt
  using (deputy_id = (select app_user_id()) or leads_team(agency_id, team_id));
grant select on rating_round to app_rt;
grant insert (agency_id, team_id, id, number, toolkit_id, tool_id, tool_version, item_ids, is_named, is_split, until_on, follows_id, deputy_id, opened_by, asked) on rating_round to app_rt;
grant update (missing_at_reveal, revealed_at, closed_at) on rating_round to app_rt;

-- Who is asked is fixed with it: raters come in the transaction that opens their round. Nobody has finished then.
create policy asked_at_the_opening on round_rater as restrictive for insert to app_rt
  with check (exists (select from rating_round r
                       where r.agency_id = round_rater.agency_id and r.team_id = round_rater.team_id and r.id = round_rater.round_id
                         and r.opened_at = now() and r.opened_by = (select app_user_id()) and (r.is_split or round_rater.side is null)));
create policy changed_by_the_rater on round_rater as restrictive for update to app_rt
  -- Whoever takes a link that was handed over gets another secret in its place.
  using (is_own_rater(user_id, key_hash, token_hash)) with check (user_id is null or user_id = (select app_user_id()));
grant select on round_rater to app_rt;
grant insert (agency_id, team_id, round_id, id, user_id, guest_name, token_hash, expires_at, side) on round_rater to app_rt;
grant update (key_hash, finished_at) on round_rater to app_rt;
-- A personal link is looked up before its agency is known.
create policy lookup on round_rater for select to app_auth using (true);
grant select (agency_id, team_id, round_id, id, token_hash, key_hash, expires_at) on round_rater to app_auth;

create policy of_its_rater on round_rating as restrictive to app_rt
  using (is_own_rating(agency_id, team_id, round_id, rater_id)) with check (is_own_rating(agency_id, team_id, round_id, rater_id));
grant select, insert, delete on round_rating to app_rt;
grant update (value) on round_rating to app_rt;

create policy of_its_rater on round_note as restrictive to app_rt
  using (is_own_rating(agency_id, team_id, round_id, rater_id)) with check (is_own_rating(agency_id, team_id, round_id, rater_id));
grant select, insert, delete on round_note to app_rt;
grant update (words, is_shown) on round_note to app_rt;

-- No grant at all on round_count, round_split and round_shown_note: the functions below read them.

create policy decided_by_the_actor on round_decision as restrictive for insert to app_rt
  with check (decided_by = (select app_user_id()) and undone_at is null
              and exists (select from rating_round r
                           where r.agency_id = round_decision.agency_id and r.team_id = round_decision.team_id and r.id = round_decision.round_id
                             and r.revealed_at is not null and round_decision.item_id = any(r.item_ids)));
grant select, insert on round_decision to app_rt;
grant update (undone_by, undone_at) on round_decision to app_rt;

-- Ratings and notes change while their round is open; what was rated before the reveal stands from then on, because its
-- dots are seen. Waits for a reveal under way, and a reveal for it.
create function guard_round_answer() returns trigger
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  given record;
  found public.rating_round;
begin
  if tg_op = 'DELETE' then given := old; else given := new; end if;
  select * into found from public.rating_round r
   where r.agency_id = given.agency_id and r.team_id = given.team_id and r.id = given.round_id for share;
  if found.id is null or found.closed_at is not null then
    raise exception 'the round is closed' using errcode = 'WB410';
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

-- What may be shown of the counts of a round: steps from three raters on an item, D/K beside them or from three on, its kinds
-- from three on. Below that only how many rated.
create function bounded_counts(agency uuid, team uuid, round uuid) returns table (item_id text, value text, n int)
  language sql stable
  as $$
    with counted as (
      select c.item_id, c.value, c.n, c.value like 'dk%' as is_dk, c.value = 'late' as is_late
        from public.round_count c where c.agency_id = agency and c.team_id = team and c.round_id = round
    ), summed as (
      select c.item_id, coalesce(sum(c.n) filter (where not is_dk and not is_late), 0)::int as rated, coalesce(sum(c.n) filter (where is_dk), 0)::int as dk
        from counted c group by c.item_id
    )
    select c.item_id, c.value, c.n from counted c join summed s using (item_id)
     where c.is_late or (c.is_dk and s.dk >= 3) or (not c.is_dk and s.rated >= 3)
    union all select s.item_id, 'rated', s.rated from summed s where s.rated between 1 and 2
    union all select s.item_id, 'dk', s.dk from summed s where s.dk between 1 and 2 and s.rated >= 3
  $$;

-- The reveal and the close, each in the transaction that asks for it. Who, when and how many are the database's own.
create function move_round() returns trigger
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
    select count(*) into missing from public.round_rater r
     where r.agency_id = new.agency_id and r.team_id = new.team_id and r.round_id = new.id and r.finished_at is null;
    -- With people missing whoever reveals has to have seen how many.
    if new.missing_at_reveal is distinct from missing then
      raise exception 'others are missing than was said' using errcode = 'WB412';
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
    end if;
  end if;
  return new;
end
$$;

-- Only what the application does is looked at: the functions above, and what goes with a person who leaves, change more.
create trigger guarded before insert or update or delete on round_rating for each row when (current_user = 'app_rt') execute function guard_round_answer();
create trigger guarded before insert or update or delete on round_note for each row when (current_user = 'app_rt') execute function guard_round_answer();
create trigger moved before update on rating_round for each row when (current_user = 'app_rt') execute function move_round();

-- What a round shows to whoever may open it: nothing before the reveal, never a row per rater.
create function round_counts(team uuid, round uuid) returns table (item_id text, value text, n int)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select c.item_id, c.value, c.n
    from public.rating_round r,
         lateral (select c.item_id, c.value, c.n from public.round_count c
                   where r.closed_at is not null and c.agency_id = r.agency_id and c.team_id = r.team_id and c.round_id = r.id
                  union all
                  select b.item_id, b.value, b.n from public.bounded_counts(r.agency_id, r.team_id, r.id) b where r.closed_at is null) c
   where r.agency_id = public.app_agency_id() and r.team_id = team and r.id = round and r.revealed_at is not null
   order by c.item_id, c.value
$$;

create function round_splits(team uuid, round uuid) returns table (item_id text, side text, value_group text, n int)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select s.item_id, s.side, s.value_group, s.n
    from public.rating_round r join public.round_split s on s.agency_id = r.agency_id and s.team_id = r.team_id and s.round_id = r.id
   where r.agency_id = public.app_agency_id() and r.team_id = team and r.id = round and r.revealed_at is not null and r.is_split
   order by s.item_id, s.side, s.value_group
$$;

-- Notes that their writers show, in the order of their words: no order tells of anybody.
create function round_notes(team uuid, round uuid) returns table (item_id text, words text)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select n.item_id, n.words
    from public.rating_round r,
         lateral (select o.item_id, o.words from public.round_note o
                   where o.agency_id = r.agency_id and o.team_id = r.team_id and o.round_id = r.id and o.is_shown
                  union all
                  select k.item_id, k.words from public.round_shown_note k
                   where k.agency_id = r.agency_id and k.team_id = r.team_id and k.round_id = r.id) n
   where r.agency_id = public.app_agency_id() and r.team_id = team and r.id = round and r.revealed_at is not null
   order by n.item_id, n.words
$$;

-- Who rated what, in a round that everyone was told is named; late ones from its close on. The bounds of the counts hold here too.
create function round_names(team uuid, round uuid) returns table (item_id text, rater_id uuid, value text)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  with counts as (select c.item_id, c.value from public.round_counts(team, round) c)
  select a.item_id, a.rater_id, case when exists (select from counts c where c.item_id = a.item_id and c.value = a.value) then a.value else 'dk' end
    from public.rating_round r
    join public.round_rating a on a.agency_id = r.agency_id and a.team_id = r.team_id and a.round_id = r.id
   where r.agency_id = public.app_agency_id() and r.team_id = team and r.id = round and r.revealed_at is not null and r.is_named
     and (not a.is_late or (r.closed_at is not null and not exists (select from counts c where c.item_id = a.item_id and c.value = 'late')))
     and exists (select from counts c where c.item_id = a.item_id and (c.value = a.value or (c.value = 'dk' and a.value like 'dk%')))
   order by a.item_id, a.rater_id
$$;

revoke all on function app_rater_key(), is_own_rater(uuid, bytea, bytea), is_own_rating(uuid, uuid, uuid, uuid), leads_team(uuid, uuid), is_owner_of(regclass),
  guard_round_answer(), move_round(), bounded_counts(uuid, uuid, uuid), round_counts(uuid, uuid), round_splits(uuid, uuid), round_notes(uuid, uuid), round_names(uuid, uuid) from public;
grant execute on function app_rater_key(), is_own_rater(uuid, bytea, bytea), is_own_rating(uuid, uuid, uuid, uuid), leads_team(uuid, uuid), is_owner_of(regclass),
  round_counts(uuid, uuid), round_splits(uuid, uuid), round_notes(uuid, uuid), round_names(uuid, uuid) to app_rt;
grant execute on function is_owner_of(regclass) to app_auth;

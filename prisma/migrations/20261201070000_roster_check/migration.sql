-- Whom the toolkit wants on a team, held against what people chose to say of themselves. What somebody says is theirs: row
-- level security shows a row to its person only. The team is told yes or not yet of each line, worked out once a month, so
-- that no change points to a day.

-- CreateTable
CREATE TABLE "own_seat" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "counts_from" DATE NOT NULL,

    CONSTRAINT "own_seat_pkey" PRIMARY KEY ("agency_id","team_id","user_id","seat")
);

-- CreateTable
CREATE TABLE "roster_look" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "looked_on" DATE NOT NULL,
    "is_shown" BOOLEAN NOT NULL,
    "seats" TEXT[],

    CONSTRAINT "roster_look_pkey" PRIMARY KEY ("agency_id","team_id")
);

-- CreateTable
CREATE TABLE "seat_mark" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "seat_mark_pkey" PRIMARY KEY ("agency_id","team_id","seat")
);

-- AddForeignKey
ALTER TABLE "own_seat" ADD CONSTRAINT "own_seat_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_seat" ADD CONSTRAINT "own_seat_agency_id_user_id_fkey" FOREIGN KEY ("agency_id", "user_id") REFERENCES "membership"("agency_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_look" ADD CONSTRAINT "roster_look_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_mark" ADD CONSTRAINT "seat_mark_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table own_seat add constraint own_seat_known check (seat in ('decides', 'staff', 'community', 'lived-experience'));
alter table seat_mark add constraint seat_mark_known check (seat in ('decides', 'staff', 'community', 'lived-experience') and mark in ('have', 'looking'));
-- Words beside "have" could tell who it is.
alter table seat_mark add constraint seat_mark_words check (mark = 'looking' or words = '');

alter table own_seat enable row level security;
alter table own_seat force row level security;
create policy agency_own on own_seat to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
-- Besides: whatever the application asks for, an admin's pages, downloads and archive included.
create policy of_the_actor on own_seat as restrictive to app_rt
  using (user_id = (select app_user_id())) with check (user_id = (select app_user_id()));
-- Never changed: taken back it is gone, and said again it counts anew.
grant select, insert, delete on own_seat to app_rt;

alter table roster_look enable row level security;
alter table roster_look force row level security;
create policy agency_own on roster_look to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
grant select, insert on roster_look to app_rt;
grant update (looked_on, is_shown, seats) on roster_look to app_rt;

alter table seat_mark enable row level security;
alter table seat_mark force row level security;
create policy agency_own on seat_mark to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
grant select, insert, delete on seat_mark to app_rt;
grant update (mark, words) on seat_mark to app_rt;

-- Whether somebody may say of themselves how they take part in a team. Viewers don't take part.
create function takes_part(agency uuid, team uuid, person uuid) returns boolean
  language sql stable security invoker
as $$
  select exists (
    select from membership m
      left join team_member t on t.agency_id = m.agency_id and t.team_id = team and t.user_id = m.user_id
     where m.agency_id = agency and m.user_id = person and (m.is_admin or t.role in ('lead', 'member', 'partner'))
  )
$$;

-- Looks at what the people of a team say, once a month; called inside a transaction whose agency is set. It puts itself in
-- the place of one person after another, since each row is its person's alone, and keeps of all of them which seats
-- somebody takes: no person, no number, and nothing of a team of fewer than five. What was said in the month that runs
-- counts from the next. It replaces the look before, so that there is no history of looks.
create function look_at_roster(agency uuid, team uuid) returns void
  language plpgsql volatile security invoker
as $$
declare
  this_month date := date_trunc('month', now() at time zone 'utc')::date;
  reader text := current_setting('app.user_id', true);
  person uuid;
  people int := 0;
  said text[] := '{}';
begin
  if exists (select from roster_look l where l.agency_id = agency and l.team_id = team and l.looked_on >= this_month) then
    return;
  end if;
  for person in select m.user_id from membership m where m.agency_id = agency and takes_part(agency, team, m.user_id) loop
    people := people + 1;
    perform set_config('app.user_id', person::text, true);
    said := said || array(
      select s.seat from own_seat s
       where s.agency_id = agency and s.team_id = team and s.user_id = person and s.counts_from <= this_month);
  end loop;
  perform set_config('app.user_id', coalesce(reader, ''), true);
  insert into roster_look as l (agency_id, team_id, looked_on, is_shown, seats)
  values (agency, team, this_month, people >= 5,
          case when people >= 5 then array(select distinct seat from unnest(said) seat order by seat) else '{}' end)
  on conflict (agency_id, team_id) do update
     set looked_on = excluded.looked_on, is_shown = excluded.is_shown, seats = excluded.seats
   where l.looked_on < excluded.looked_on;
end
$$;

-- Whoever leaves a team, or may only read it now, leaves nothing of this behind. Here and not in the application, so that
-- no way out can forget it; somebody else takes a person out, so it puts itself in their place. Whoever leaves the agency
-- is seen to by the foreign key.
create function forget_own_seats() returns trigger
  language plpgsql volatile security invoker
as $$
declare
  actor text := current_setting('app.user_id', true);
begin
  perform set_config('app.user_id', old.user_id::text, true);
  delete from own_seat s
   where s.agency_id = old.agency_id and s.user_id = old.user_id and not takes_part(s.agency_id, s.team_id, s.user_id);
  perform set_config('app.user_id', coalesce(actor, ''), true);
  return null;
end
$$;

revoke all on function takes_part(uuid, uuid, uuid) from public;
revoke all on function look_at_roster(uuid, uuid) from public;
revoke all on function forget_own_seats() from public;
grant execute on function takes_part(uuid, uuid, uuid) to app_rt;
grant execute on function look_at_roster(uuid, uuid) to app_rt;
grant execute on function forget_own_seats() to app_rt;

create trigger place_ended after delete on team_member
  for each row execute function forget_own_seats();
create trigger role_changed after update of role on team_member
  for each row when (old.role is distinct from new.role) execute function forget_own_seats();
create trigger no_admin_any_more after update of is_admin on membership
  for each row when (old.is_admin and not new.is_admin) execute function forget_own_seats();

-- Somebody who takes another name can keep what they did before under "a former name". From then on they have another id
-- wherever the workbook says who did something, so that neither a page nor two downloads tie old and new together. What
-- is stored keeps naming the account; `shown_person` says who is shown.

-- CreateTable
CREATE TABLE "persona" (
    "agency_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "since" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "persona_pkey" PRIMARY KEY ("agency_id","user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "persona_agency_id_id_key" ON "persona"("agency_id", "id");

-- AddForeignKey
ALTER TABLE "persona" ADD CONSTRAINT "persona_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- It outlives the membership: whoever leaves and comes back is not tied to what they had set apart.
alter table persona enable row level security;
alter table persona force row level security;
create policy agency_own on persona to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
create policy written_by_the_actor on persona as restrictive for insert to app_rt
  with check (user_id = (select app_user_id()));
create policy changed_by_the_actor on persona as restrictive for update to app_rt
  using (user_id = (select app_user_id()));
create policy lookup on persona for select to app_auth using (true);
grant select, insert on persona to app_rt;
grant update (id, since) on persona to app_rt;
grant select on persona to app_auth;

-- Who is shown for what somebody did at a moment: their account's id, or the one they have since they set older entries
-- apart; for those, the id that stands for every former name (lib/domain/people/person.ts).
create function shown_person(agency uuid, person uuid, happened timestamptz) returns uuid
  language sql stable parallel safe security invoker
as $$
  select coalesce(
    (select case when happened < p.since then '00000000-0000-0000-0000-000000000001'::uuid else p.id end
       from persona p
      where p.agency_id = agency and p.user_id = person),
    person)
$$;
revoke all on function shown_person(uuid, uuid, timestamptz) from public;
grant execute on function shown_person(uuid, uuid, timestamptz) to app_rt;

-- What was written before the name changed takes in nothing written after it.
grant update (stands_apart) on answer_revision to app_rt;

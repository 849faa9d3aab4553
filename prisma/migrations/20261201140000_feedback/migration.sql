-- The community answers back: a public form without an account, and "You said, we did" at the same address. Whoever answers is
-- nobody to the database: no name, address, device or moment is kept beside an answer, only the day. A short code, whose hash
-- stands with the answer, lets them see later what became of it. What counts senders is salted anew each day and thrown away.

-- CreateTable
CREATE TABLE "feedback_form" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "intro" TEXT NOT NULL DEFAULT '',
    "questions" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ,
    "closes_on" DATE,
    "quota" INTEGER NOT NULL DEFAULT 1000,
    "hourly" INTEGER NOT NULL DEFAULT 200,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ,
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ,

    CONSTRAINT "feedback_form_pkey" PRIMARY KEY ("agency_id","team_id","id")
);

-- CreateTable
CREATE TABLE "feedback_answer" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "answered_on" DATE NOT NULL,
    "answers" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "held_for" TEXT,
    "code_hash" BYTEA NOT NULL,
    "looked_by" UUID,
    "looked_at" TIMESTAMPTZ,

    CONSTRAINT "feedback_answer_pkey" PRIMARY KEY ("agency_id","team_id","form_id","id")
);

-- CreateTable
CREATE TABLE "feedback_outcome" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "said" TEXT NOT NULL,
    "did" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "standing_words" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "action_id" TEXT,
    "published_at" TIMESTAMPTZ,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "updated_at" TIMESTAMPTZ,

    CONSTRAINT "feedback_outcome_pkey" PRIMARY KEY ("agency_id","team_id","form_id","id")
);

-- CreateTable
CREATE TABLE "feedback_outcome_answer" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,

    CONSTRAINT "feedback_outcome_answer_pkey" PRIMARY KEY ("agency_id","team_id","form_id","outcome_id","answer_id")
);

-- CreateTable
CREATE TABLE "feedback_quote" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "toolkit_id" TEXT NOT NULL,
    "tool_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "row_id" TEXT,
    "words" TEXT NOT NULL,
    "brought_by" UUID NOT NULL,
    "brought_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feedback_quote_pkey" PRIMARY KEY ("agency_id","team_id","form_id","answer_id","id")
);

-- CreateTable
CREATE TABLE "feedback_used" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "key" BYTEA NOT NULL,
    "expires_on" DATE NOT NULL,

    CONSTRAINT "feedback_used_pkey" PRIMARY KEY ("agency_id","team_id","form_id","key")
);

-- CreateTable
CREATE TABLE "feedback_day" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "day" DATE NOT NULL DEFAULT (now() at time zone 'UTC')::date,
    "salt" BYTEA NOT NULL DEFAULT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'),
    "taken" INTEGER NOT NULL DEFAULT 0,
    "hour" INTEGER NOT NULL DEFAULT 0,
    "hour_taken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "feedback_day_pkey" PRIMARY KEY ("agency_id","team_id","form_id","day")
);

-- CreateTable
CREATE TABLE "feedback_sender" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "sender" BYTEA NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "feedback_sender_pkey" PRIMARY KEY ("agency_id","team_id","form_id","day","sender")
);

-- CreateTable
CREATE TABLE "feedback_words" (
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "words" BYTEA NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "feedback_words_pkey" PRIMARY KEY ("agency_id","team_id","form_id","day","words")
);

-- CreateIndex
CREATE UNIQUE INDEX "feedback_form_code_key" ON "feedback_form"("code");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_answer_agency_id_team_id_form_id_code_hash_key" ON "feedback_answer"("agency_id", "team_id", "form_id", "code_hash");

-- CreateIndex
CREATE INDEX "feedback_answer_agency_id_team_id_form_id_state_answered_on_idx" ON "feedback_answer"("agency_id", "team_id", "form_id", "state", "answered_on");

-- CreateIndex
CREATE INDEX "feedback_day_day_idx" ON "feedback_day"("day");

-- CreateIndex
CREATE INDEX "feedback_used_expires_on_idx" ON "feedback_used"("expires_on");

-- AddForeignKey
ALTER TABLE "feedback_form" ADD CONSTRAINT "feedback_form_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_answer" ADD CONSTRAINT "feedback_answer_agency_id_team_id_form_id_fkey" FOREIGN KEY ("agency_id", "team_id", "form_id") REFERENCES "feedback_form"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_outcome" ADD CONSTRAINT "feedback_outcome_agency_id_team_id_form_id_fkey" FOREIGN KEY ("agency_id", "team_id", "form_id") REFERENCES "feedback_form"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_outcome_answer" ADD CONSTRAINT "feedback_outcome_answer_outcome_fkey" FOREIGN KEY ("agency_id", "team_id", "form_id", "outcome_id") REFERENCES "feedback_outcome"("agency_id", "team_id", "form_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_outcome_answer" ADD CONSTRAINT "feedback_outcome_answer_answer_fkey" FOREIGN KEY ("agency_id", "team_id", "form_id", "answer_id") REFERENCES "feedback_answer"("agency_id", "team_id", "form_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_quote" ADD CONSTRAINT "feedback_quote_answer_fkey" FOREIGN KEY ("agency_id", "team_id", "form_id", "answer_id") REFERENCES "feedback_answer"("agency_id", "team_id", "form_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_used" ADD CONSTRAINT "feedback_used_agency_id_team_id_form_id_fkey" FOREIGN KEY ("agency_id", "team_id", "form_id") REFERENCES "feedback_form"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_day" ADD CONSTRAINT "feedback_day_agency_id_team_id_form_id_fkey" FOREIGN KEY ("agency_id", "team_id", "form_id") REFERENCES "feedback_form"("agency_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_sender" ADD CONSTRAINT "feedback_sender_day_fkey" FOREIGN KEY ("agency_id", "team_id", "form_id", "day") REFERENCES "feedback_day"("agency_id", "team_id", "form_id", "day") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_words" ADD CONSTRAINT "feedback_words_day_fkey" FOREIGN KEY ("agency_id", "team_id", "form_id", "day") REFERENCES "feedback_day"("agency_id", "team_id", "form_id", "day") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules the types cannot carry.
alter table feedback_form add constraint feedback_form_code check (code ~ '^[0-9A-Z]{8,16}$');
alter table feedback_form add constraint feedback_form_words check (btrim(title) <> '' and length(title) <= 120 and length(intro) <= 600);
alter table feedback_form add constraint feedback_form_questions check (
  case when jsonb_typeof(questions) = 'array' then jsonb_array_length(questions) between (case when published_at is null then 0 else 1 end) and 12 else false end);
alter table feedback_form add constraint feedback_form_limits check (quota between 1 and 20000 and hourly between 1 and 20000 and taken >= 0);
alter table feedback_form add constraint feedback_form_closed check ((closed_at is null) = (closed_by is null) and (closed_at is null or published_at is not null));
alter table feedback_form add constraint feedback_form_withdrawn check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null or published_at is not null));
-- Version 4: an id of another version would tell when the form was opened.
alter table feedback_answer add constraint feedback_answer_id check (id::text ~ '^.{14}4');
alter table feedback_answer add constraint feedback_answer_state check (
  state in ('new', 'held', 'counted', 'set-aside', 'removed') and (state <> 'held' or held_for is not null) and (state <> 'removed' or answers = '{}'::jsonb));
alter table feedback_answer add constraint feedback_answer_size check (jsonb_typeof(answers) = 'object' and length(answers::text) <= 100000 and length(held_for) <= 200 and octet_length(code_hash) = 32);
alter table feedback_answer add constraint feedback_answer_looked check ((looked_at is null) = (looked_by is null));
alter table feedback_outcome add constraint feedback_outcome_words check (btrim(said) <> '' and length(said) <= 300 and length(did) <= 600 and length(standing_words) <= 120);
alter table feedback_outcome add constraint feedback_outcome_standing check (standing in ('planned', 'under-way', 'done', 'late', 'not-now'));
alter table feedback_outcome add constraint feedback_outcome_action check (length(action_id) <= 200);
alter table feedback_outcome add constraint feedback_outcome_updated check ((updated_at is null) = (updated_by is null));
alter table feedback_quote add constraint feedback_quote_tool
  check (toolkit_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and tool_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(words) <= 4000);
alter table feedback_used add constraint feedback_used_key check (octet_length(key) = 32);
alter table feedback_sender add constraint feedback_sender_hash check (octet_length(sender) = 32 and n >= 1);
alter table feedback_words add constraint feedback_words_hash check (octet_length(words) = 32 and n >= 1);

-- The follow code of whoever answered, who has no account; set in their transactions alone.
create function app_feedback_key() returns bytea
  language sql stable parallel safe
  as $$ select pg_catalog.sha256(pg_catalog.convert_to(nullif(pg_catalog.current_setting('app.feedback_key', true), ''), 'UTF8')) $$;

-- Whether a person of the current agency acts. Whoever answers a form is none.
create function acts_in_agency() returns boolean
  language sql stable
  as $$ select exists (select from public.membership m where m.agency_id = public.app_agency_id() and m.user_id = public.app_user_id()) $$;

-- The teams whose answers the current person may read: as a lead or member, in every team as an admin. As one array, so that
-- policies work it out once.
create function feedback_teams() returns uuid[]
  language sql stable
  as $$
    select coalesce(array_agg(t.id), '{}') from public.team t
     where t.agency_id = public.app_agency_id()
       and (exists (select from public.membership m where m.agency_id = t.agency_id and m.user_id = public.app_user_id() and m.is_admin)
            or exists (select from public.team_member p
                        where p.agency_id = t.agency_id and p.team_id = t.id and p.user_id = public.app_user_id() and p.role in ('lead', 'member')))
  $$;

do $$
declare
  name text;
begin
  foreach name in array array['feedback_form', 'feedback_answer', 'feedback_outcome', 'feedback_outcome_answer', 'feedback_quote', 'feedback_used', 'feedback_day', 'feedback_sender', 'feedback_words'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy agency_own on %I to app_rt using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()))', name);
    if name in ('feedback_form', 'feedback_day') then
      execute format('create policy its_functions on %I using ((select is_owner_of(%L::regclass))) with check ((select is_owner_of(%L::regclass)))', name, name, name);
    end if;
  end loop;
end
$$;

-- A form is its team's leads' to make and change; whoever answers reads it. How many answers came is the trigger's to say.
create policy made_by_a_lead on feedback_form as restrictive for insert to app_rt
  with check (created_by = (select app_user_id()) and leads_team(agency_id, team_id));
create policy changed_by_a_lead on feedback_form as restrictive for update to app_rt using (leads_team(agency_id, team_id));
create policy a_draft_is_deleted_by_a_lead on feedback_form as restrictive for delete to app_rt using (published_at is null and leads_team(agency_id, team_id));
grant select, delete on feedback_form to app_rt;
grant insert (agency_id, team_id, id, code, title, intro, questions, created_by, closes_on, quota, hourly) on feedback_form to app_rt;
grant update (title, intro, questions, published_at, closes_on, quota, hourly, closed_at, closed_by, withdrawn_at, withdrawn_by) on feedback_form to app_rt;
-- The address is looked up before its agency is known.
create policy lookup on feedback_form for select to app_auth using (true);
grant select (agency_id, team_id, id, code) on feedback_form to app_auth;

-- Nobody reads an answer but the team's leads and members and, by its code, whoever sent it.
create policy read_by_team_or_sender on feedback_answer as restrictive for select to app_rt
  using (code_hash = (select app_feedback_key()) or team_id = any((select feedback_teams())::uuid[]));
create policy sent_with_its_code on feedback_answer as restrictive for insert to app_rt
  with check (code_hash = (select app_feedback_key()) and state in ('new', 'held') and looked_at is null);
create policy looked_at_by_the_team on feedback_answer as restrictive for update to app_rt using (team_id = any((select feedback_teams())::uuid[]));
grant select on feedback_answer to app_rt;
grant insert (agency_id, team_id, form_id, id, answered_on, answers, state, held_for, code_hash) on feedback_answer to app_rt;
grant update (answers, state, looked_at, looked_by) on feedback_answer to app_rt;

create policy published_or_of_the_agency on feedback_outcome as restrictive for select to app_rt
  using (published_at is not null or (select acts_in_agency()));
create policy written_by_the_team on feedback_outcome as restrictive for insert to app_rt
  with check (created_by = (select app_user_id()) and team_id = any((select feedback_teams())::uuid[]));
create policy changed_by_the_team on feedback_outcome as restrictive for update to app_rt using (team_id = any((select feedback_teams())::uuid[]));
create policy taken_away_by_the_team on feedback_outcome as restrictive for delete to app_rt using (team_id = any((select feedback_teams())::uuid[]));
grant select, delete on feedback_outcome to app_rt;
grant insert (agency_id, team_id, form_id, id, said, did, standing, standing_words, position, action_id, published_at, created_by) on feedback_outcome to app_rt;
grant update (said, did, standing, standing_words, position, action_id, published_at, updated_by, updated_at) on feedback_outcome to app_rt;

-- Which answers led to it: told to who may read those answers.
create policy of_a_read_answer on feedback_outcome_answer as restrictive for select to app_rt
  using (exists (select from feedback_answer a
                  where a.agency_id = feedback_outcome_answer.agency_id and a.team_id = feedback_outcome_answer.team_id
                    and a.form_id = feedback_outcome_answer.form_id and a.id = feedback_outcome_answer.answer_id));
create policy linked_by_the_team on feedback_outcome_answer as restrictive for insert to app_rt with check (team_id = any((select feedback_teams())::uuid[]));
create policy taken_away_by_the_team on feedback_outcome_answer as restrictive for delete to app_rt using (team_id = any((select feedback_teams())::uuid[]));
grant select, insert, delete on feedback_outcome_answer to app_rt;

create policy of_a_read_answer on feedback_quote as restrictive for select to app_rt
  using (exists (select from feedback_answer a
                  where a.agency_id = feedback_quote.agency_id and a.team_id = feedback_quote.team_id
                    and a.form_id = feedback_quote.form_id and a.id = feedback_quote.answer_id));
create policy brought_by_the_actor on feedback_quote as restrictive for insert to app_rt
  with check (brought_by = (select app_user_id()) and team_id = any((select feedback_teams())::uuid[]));
create policy taken_away_by_the_team on feedback_quote as restrictive for delete to app_rt using (team_id = any((select feedback_teams())::uuid[]));
grant select, delete on feedback_quote to app_rt;
grant insert (agency_id, team_id, form_id, answer_id, id, question_id, toolkit_id, tool_id, item_id, row_id, words, brought_by) on feedback_quote to app_rt;

-- What is thrown away each day. Found across agencies by the identity role, which reads no salt, counter or key.
grant select, insert, delete on feedback_used to app_rt;
create policy lookup on feedback_used for select to app_auth using (true);
grant select (agency_id, team_id, form_id, expires_on) on feedback_used to app_auth;
grant select, delete on feedback_day to app_rt;
grant insert (agency_id, team_id, form_id) on feedback_day to app_rt;
create policy lookup on feedback_day for select to app_auth using (true);
grant select (agency_id, team_id, form_id, day) on feedback_day to app_auth;
grant select, insert on feedback_sender to app_rt;
grant update (n) on feedback_sender to app_rt;
grant select, insert on feedback_words to app_rt;
grant update (n) on feedback_words to app_rt;

-- What may become of a form, once people have answered it.
create function guard_feedback_form() returns trigger
  language plpgsql volatile
as $$
begin
  if old.withdrawn_at is not null then
    raise exception 'the form was withdrawn' using errcode = 'WB431';
  end if;
  if old.taken > 0 and (new.questions is distinct from old.questions or new.published_at is null) then
    raise exception 'the form has answers' using errcode = 'WB430';
  end if;
  return new;
end
$$;
create trigger guarded before update on feedback_form for each row when (current_user = 'app_rt') execute function guard_feedback_form();

-- An answer that names somebody is emptied for good.
create function guard_feedback_answer() returns trigger
  language plpgsql volatile
as $$
begin
  if old.state = 'removed' then
    raise exception 'the answer was removed' using errcode = 'WB432';
  end if;
  return new;
end
$$;
create trigger guarded before update on feedback_answer for each row when (current_user = 'app_rt') execute function guard_feedback_answer();

-- Counts an answer in the transaction that brings it, or ends that: the form must be open, and have room in all and in this
-- hour. Whoever is counted waits for whoever came before, so no two take the last place. The first of a day throws the days
-- before away. Its own days are UTC's; the form's last day is over at its end in the westernmost zone (the app knows better).
create function count_feedback_answer() returns trigger
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  found public.feedback_form;
  today date := (now() at time zone 'UTC')::date;
  this_hour int := extract(hour from now() at time zone 'UTC')::int;
  in_hour int;
begin
  update public.feedback_form f set taken = f.taken + 1
   where f.agency_id = new.agency_id and f.team_id = new.team_id and f.id = new.form_id
  returning * into found;
  if found.id is null or found.published_at is null or found.closed_at is not null or found.withdrawn_at is not null
     or found.closes_on < ((now() - interval '12 hours') at time zone 'UTC')::date then
    raise exception 'the form is not open' using errcode = 'WB433';
  end if;
  if found.taken > found.quota then
    raise exception 'the form has all its answers' using errcode = 'WB434';
  end if;
  insert into public.feedback_day as d (agency_id, team_id, form_id, day, taken, hour, hour_taken)
    values (new.agency_id, new.team_id, new.form_id, today, 1, this_hour, 1)
  on conflict on constraint feedback_day_pkey do update
    set taken = d.taken + 1, hour = this_hour, hour_taken = case when d.hour = this_hour then d.hour_taken + 1 else 1 end
  returning d.hour_taken into in_hour;
  if in_hour > found.hourly then
    raise exception 'the form has its answers of this hour' using errcode = 'WB435';
  end if;
  delete from public.feedback_day d where d.agency_id = new.agency_id and d.team_id = new.team_id and d.form_id = new.form_id and d.day < today;
  return null;
end
$$;
-- After it: an answer that is sent again is none.
create trigger counted after insert on feedback_answer for each row execute function count_feedback_answer();

revoke all on function app_feedback_key(), acts_in_agency(), feedback_teams(), guard_feedback_form(), guard_feedback_answer(), count_feedback_answer() from public;
grant execute on function app_feedback_key(), acts_in_agency(), feedback_teams() to app_rt;

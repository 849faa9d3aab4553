-- Comments mention people, not names: "@[id]" in the stored text (lib/people/comment-text.ts), because a name that was
-- typed into a text stays there when its person is renamed or leaves, and no export can then tell that it is one.

-- AlterTable
ALTER TABLE "comment" ADD COLUMN "may_name_people" BOOLEAN NOT NULL DEFAULT false;
grant update (may_name_people) on comment to app_rt;

-- Names that people of an agency had and have no more. They are shown nowhere: what people type after an "@" is compared
-- with them where names are left out.
-- CreateTable
CREATE TABLE "former_name" (
    "agency_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_name_pkey" PRIMARY KEY ("agency_id","user_id","name")
);

-- AddForeignKey
ALTER TABLE "former_name" ADD CONSTRAINT "former_name_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table former_name enable row level security;
alter table former_name force row level security;
create policy agency_own on former_name to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
grant select, insert on former_name to app_rt;

-- Here and not in the application, so that no way to change a name or to leave can forget it.
create function keep_former_name() returns trigger
  language plpgsql volatile security invoker
as $$
begin
  insert into former_name (agency_id, user_id, name)
  select old.agency_id, old.user_id, old.display_name
   -- When the agency itself goes, its names go with it.
   where exists (select from agency a where a.id = old.agency_id)
  on conflict do nothing;
  return null;
end
$$;
revoke all on function keep_former_name() from public;
grant execute on function keep_former_name() to app_rt;

create trigger name_changed after update of display_name on membership
  for each row when (old.display_name is distinct from new.display_name) execute function keep_former_name();
create trigger member_left after delete on membership
  for each row execute function keep_former_name();

-- The comments there are. Their rows of comment_mention tell who was meant. A name is looked for as it is now, and as it
-- is on the person's account, which is what they went by before they chose another. The rest stays as it was typed and is
-- marked, because it may hold the name of somebody who was renamed or removed since.

-- "@Name" of these people, the longest name first, becomes "@[id]"; a typed "@[" becomes "@[]".
create function convert_mentions(body text, names text[], people uuid[]) returns text
  language plpgsql immutable
as $$
declare
  converted text := '';
  -- Where the rest begins, and where in it the next @ is.
  rest int := 1;
  place int;
  found_name int;
begin
  loop
    place := position('@' in substr(body, rest));
    exit when place = 0;
    place := rest + place - 1;
    converted := converted || substr(body, rest, place - rest);
    found_name := null;
    if place = 1 or substr(body, place - 1, 1) !~ '[[:alnum:]]' then
      for i in 1 .. coalesce(cardinality(names), 0) loop
        if substr(body, place + 1, length(names[i])) = names[i]
           and substr(body, place + 1 + length(names[i]), 1) !~ '[[:alnum:]]' then
          found_name := i;
          exit;
        end if;
      end loop;
    end if;
    if found_name is not null then
      converted := converted || '@[' || people[found_name] || ']';
      rest := place + 1 + length(names[found_name]);
    elsif substr(body, place + 1, 1) = '[' then
      converted := converted || '@[]';
      rest := place + 2;
    else
      converted := converted || '@';
      rest := place + 1;
    end if;
  end loop;
  return converted || substr(body, rest);
end
$$;

-- The owner is bound by row level security as well; what follows is about all agencies.
alter table agency no force row level security;
alter table membership no force row level security;
alter table comment no force row level security;
alter table comment_mention no force row level security;
alter table audit_event no force row level security;
alter table answer_revision no force row level security;
alter table former_name no force row level security;

with meant as (
  select m.agency_id, m.comment_id, m.user_id from comment_mention m
  union
  -- Whoever mentions themselves has no row.
  select c.agency_id, c.id, c.created_by from comment c
), named as (
  select k.agency_id, k.comment_id, k.user_id, p.display_name as name, true as is_current
    from meant k
    join membership p on p.agency_id = k.agency_id and p.user_id = k.user_id
  union all
  select k.agency_id, k.comment_id, k.user_id, u.name, false
    from meant k
    join user_account u on u.id = k.user_id
), gathered as (
  select agency_id, comment_id,
         array_agg(name order by length(name) desc, is_current desc, user_id) as names,
         array_agg(user_id order by length(name) desc, is_current desc, user_id) as people
    from named
   where name <> ''
   group by agency_id, comment_id
), converted as (
  select c.agency_id, c.id, convert_mentions(c.body, g.names, g.people) as body
    from comment c
    left join gathered g on g.agency_id = c.agency_id and g.comment_id = c.id
   where position('@' in c.body) > 0
)
update comment c
   set body = v.body,
       may_name_people = regexp_replace(v.body, '@\[[^\]]*\]', '', 'g') ~ '(^|[^[:alnum:]])@[^[:space:]]'
  from converted v
 where c.agency_id = v.agency_id and c.id = v.id;

-- Names of accounts that stand in such a text, of everyone who ever did something in the agency.
with took_part as (
  select agency_id, user_id from audit_event where user_id is not null
  union
  select agency_id, user_id from answer_revision
  union
  select agency_id, created_by from comment
  union
  select agency_id, user_id from membership
)
insert into former_name (agency_id, user_id, name)
select distinct t.agency_id, t.user_id, u.name
  from took_part t
  join user_account u on u.id = t.user_id
  left join membership p on p.agency_id = t.agency_id and p.user_id = t.user_id
 where u.name <> '' and u.name is distinct from p.display_name
   and exists (select from comment c
                where c.agency_id = t.agency_id and c.may_name_people and position('@' || u.name in c.body) > 0)
on conflict do nothing;

alter table agency force row level security;
alter table membership force row level security;
alter table comment force row level security;
alter table comment_mention force row level security;
alter table audit_event force row level security;
alter table answer_revision force row level security;
alter table former_name force row level security;

drop function convert_mentions(text, text[], uuid[]);

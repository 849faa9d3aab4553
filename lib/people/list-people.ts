import "server-only";
import { FORMER_NAME, listPersonIds, type People, type ShownPerson, SOMEONE } from "@/lib/domain/people/person";
import type { TeamContext } from "@/lib/platform/auth/context";
import { type Role, ROLE_LABELS } from "@/lib/platform/auth/permissions";
import { isUuid } from "@/lib/platform/db/uuid";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";

/** For someone who did something here, is still in the agency, and has left the team. */
export const LEFT_TEAM = "No longer in this team";

interface PersonRow {
  person_id: string;
  name: string;
  role: Role | null;
  /** Of an id that an answer holds from before its person set their name apart. */
  is_former: boolean;
}

const ROLE_IN_TEAM = "case when m.is_admin then 'admin' else t.role::text end as role";
/** Who somebody is shown as now, of a membership with its persona. */
const SHOWN_NOW = "coalesce(p.id, m.user_id)";
const PLACES = `
    from membership m
    left join persona p on p.agency_id = m.agency_id and p.user_id = m.user_id
    left join team_member t on t.agency_id = m.agency_id and t.team_id = $2 and t.user_id = m.user_id
   where m.agency_id = $1`;
/** Ids of before that are named in what is shown: only answers hold such, the rest is shown by shownPerson. */
const FORMER = `
    union all
   select p.user_id, null, null, true from persona p where p.agency_id = $1 and p.user_id = any($3::uuid[])`;
const FORMER_PERSON: ShownPerson = { name: FORMER_NAME, role: null, isFormer: true };

/** Everyone in the team, and everyone else of the agency who is named in what is shown, by the names they chose for it. */
export async function listPeople(context: TeamContext, ...shown: readonly unknown[]): Promise<People> {
  const rows = await readPeople(context, `select ${SHOWN_NOW} as person_id, m.display_name as name, ${ROLE_IN_TEAM}, false as is_former ${PLACES}
     and (m.is_admin or t.user_id is not null or ${SHOWN_NOW} = any($3::uuid[])) ${FORMER}`, shown);
  return showRows(rows, ({ name, role }) => ({ name, role: role ? ROLE_LABELS[role] : LEFT_TEAM }));
}

/** Of `listPeople` those who can be chosen now: in the team, under the id that they have now. By name. */
export function listChoosable(people: People): string[] {
  const present = [...people].filter(([, { role, isFormer }]) => role !== LEFT_TEAM && !isFormer);
  return present.sort(([, a], [, b]) => a.name.localeCompare(b.name, "en")).map(([id]) => id);
}

/** Of the people named in what is shown those who have left the agency, or were never of it. */
export function listGone(people: People, ...shown: readonly unknown[]): string[] {
  return listPersonIds(shown).filter((personId) => !people.has(personId));
}

/** Everyone who is named in what is shown, by their roles. Their names are not even read. */
export async function listPeopleByRole(context: TeamContext, ...shown: readonly unknown[]): Promise<People> {
  const rows = await readPeople(context, `select ${SHOWN_NOW} as person_id, null as name, ${ROLE_IN_TEAM}, false as is_former ${PLACES} and ${SHOWN_NOW} = any($3::uuid[]) ${FORMER}`, shown);
  return showRows(rows, ({ role }) => ({ name: role ? ROLE_LABELS[role] : SOMEONE, role: null }));
}

function showRows(rows: readonly PersonRow[], show: (row: PersonRow) => ShownPerson): People {
  return new Map(rows.map((row) => [row.person_id, row.is_former ? FORMER_PERSON : show(row)]));
}

async function readPeople({ agencyId, userId, teamId }: TeamContext, sql: string, shown: readonly unknown[]): Promise<PersonRow[]> {
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<PersonRow>(sql, [agencyId, teamId, listPersonIds(shown).filter(isUuid)]),
  );
  return rows;
}

/** Every name that somebody of the agency has or ever had, as far as it is known. Never for showing. */
export async function listNamesEverHad(context: TeamContext): Promise<readonly string[]> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ name: string }>(
      "select display_name as name from membership where agency_id = $1 union select name from former_name where agency_id = $1",
      [context.agencyId],
    ),
  );
  return rows.map(({ name }) => name);
}

/** As whom these people are shown now, by the ids of their accounts; whoever has left the agency is not there. For live messages. */
export async function findShownNow(
  context: TeamContext,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly personId: string; readonly name: string }>> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ user_id: string; person_id: string; name: string }>(
      `select m.user_id, ${SHOWN_NOW} as person_id, m.display_name as name
         from membership m
         left join persona p on p.agency_id = m.agency_id and p.user_id = m.user_id
        where m.agency_id = $1 and m.user_id = any($2::uuid[])`,
      [context.agencyId, userIds],
    ),
  );
  return new Map(rows.map(({ user_id, person_id: personId, name }) => [user_id, { personId, name }]));
}

import "server-only";
import { FORMER_NAME_ID, NOT_NAMED_PERSON, personOf, type PersonRef } from "@/lib/domain/people/person";
import { withAgency } from "@/lib/platform/db/with-agency";
import type { TeamContext } from "./context";

/**
 * Parts of queries that say who is shown for what somebody did: the stored account ids never leave the database by
 * themselves, because a person can have set older entries apart from their name (the table persona).
 */

/**
 * For an account's column and the moment it was written at; `agency` is the agency's own column. Written into the query: a
 * function of the database, called for each row, took six times as long (a goal's page reads hundreds of values).
 */
export function shownPerson(agency: string, person: string, happened: string): string {
  return `coalesce((select case when ${happened} < shown.since then '${FORMER_NAME_ID}'::uuid else shown.id end
                      from persona shown where shown.agency_id = ${agency} and shown.user_id = ${person}), ${person})`;
}

/** The same for what is history: who changed an answer or a tool's standing. Nobody, for a reader who is not told. */
export function shownAuthor({ historyNames }: Pick<TeamContext, "historyNames">, agency: string, person: string, happened: string): string {
  if (historyNames !== "hidden") return shownPerson(agency, person, happened);
  return `case when ${person} is not null then '${NOT_NAMED_PERSON.personId}'::uuid end`;
}

/** Who is shown for what somebody did at a moment. */
export type ShownAt = (userId: string | null, at: Date) => PersonRef;

interface PersonaRow {
  readonly userId: string;
  readonly id: string;
  readonly since: Date;
}

/** The same outside of a query, for what Prisma reads or a text names. */
export async function readShownAt({ agencyId, userId }: Pick<TeamContext, "agencyId" | "userId">): Promise<ShownAt> {
  const rows = await withAgency({ agencyId, userId }, (tx) =>
    tx.persona.findMany({ where: { agencyId }, select: { userId: true, id: true, since: true } }),
  );
  return showFrom(rows);
}

/** By these people's points in time. */
export function showFrom(rows: readonly PersonaRow[]): ShownAt {
  const personas = new Map(rows.map((row) => [row.userId, row]));
  return (userId, at) => {
    const persona = userId === null ? undefined : personas.get(userId);
    if (!persona) return personOf(userId);
    return personOf(at < persona.since ? FORMER_NAME_ID : persona.id);
  };
}

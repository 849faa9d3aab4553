import "server-only";
import { type CommentText, formatCommentText, parseCommentText } from "@/lib/domain/people/comment-text";
import { mentionPlaces, type NamedPerson, resolveMentions } from "@/lib/domain/people/mention-places";
import { FORMER_MEMBER, FORMER_NAME, FORMER_NAME_ID, isPersonRef, listPersonIds, personOf, type PersonRef } from "@/lib/domain/people/person";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { readShownAt } from "@/lib/platform/auth/shown-person";
import type { Tx } from "@/lib/platform/db/with-agency";

/** Everyone who can open this tool, as they are shown: admins, the team's people, and the partners it is shared with. By name. */
export async function listToolReaders(tx: Tx, context: TeamContext, toolRef: ToolRef): Promise<readonly NamedPerson[]> {
  const people = await listColleagues(tx, context, toolRef);
  return people.filter(({ isReader }) => isReader).map(({ shown, name }) => ({ person: shown, name }));
}

/** `person` is the account, as it is stored in a text. */
interface Colleague extends NamedPerson {
  readonly shown: PersonRef;
  readonly isReader: boolean;
}

interface ColleagueRow {
  readonly userId: string;
  readonly personId: string;
  readonly name: string;
  readonly isReader: boolean;
}

async function listColleagues(tx: Tx, context: TeamContext, toolRef: ToolRef): Promise<readonly Colleague[]> {
  const rows = await tx.$queryRaw<ColleagueRow[]>`
    select m.user_id::text as "userId", coalesce(p.id, m.user_id)::text as "personId", m.display_name as name,
           coalesce(m.is_admin or t.role::text <> 'partner' or ${toolKey(toolRef)} = any(t.tool_keys), false) as "isReader"
      from membership m
      left join persona p on p.agency_id = m.agency_id and p.user_id = m.user_id
      left join team_member t
        on t.agency_id = m.agency_id and t.user_id = m.user_id and t.team_id = ${context.teamId}::uuid
     where m.agency_id = ${context.agencyId}::uuid
     order by m.display_name, m.user_id`;
  return rows.map(({ userId, personId, name, isReader }) => ({ person: personOf(userId), shown: { personId }, name, isReader }));
}

/** What a comment held, and since when: as of then its people are shown. */
export interface EarlierText {
  readonly body: string;
  readonly at: Date;
}

export interface WrittenComment {
  /** As it is stored. */
  readonly body: string;
  /** Who is to be told: everyone mentioned who can open the tool, by user id. */
  readonly mentioned: readonly string[];
  /** Whether there is another "@" that could begin a name. */
  readonly hasOtherAt: boolean;
}

/**
 * What somebody typed as a comment, or in place of the one stored as `before`, with ids in place of names. Anybody of the
 * agency can be meant, because whoever can't open the tool would otherwise leave their name in the text. Whoever was
 * mentioned before stays so under any name they had meanwhile, also as a former member. Those who can open the tool are
 * found by the beginning of their name too, where it is nobody else's.
 */
export async function writeComment(
  tx: Tx,
  context: TeamContext,
  { toolRef, typed, before }: { readonly toolRef: ToolRef; readonly typed: string; readonly before: EarlierText | null },
): Promise<WrittenComment> {
  if (!typed.includes("@")) return { body: typed, mentioned: [], hasOtherAt: false };
  const colleagues = await listColleagues(tx, context, toolRef);
  const kept = before === null ? [] : parseCommentText(before.body).filter(isPersonRef);
  const formerNames = kept.length === 0 ? [] : await listFormerNames(tx, context, kept);
  // In this order: a name that somebody has now is theirs, readers come first among people of one name.
  const readersFirst = colleagues.toSorted((a, b) => Number(b.isReader) - Number(a.isReader));
  const readers = colleagues.filter(({ isReader }) => isReader).map((one) => ({ ...one, isWriter: one.person.personId === context.userId }));
  const resolved = resolveMentions(typed, [...readersFirst, ...formerNames], readers);
  const text = kept.length === 0 || before === null ? resolved : keepUnnamed(resolved, kept, await readLabels(context, colleagues, before.at));
  const ids = new Set(listPersonIds(text));
  // Two people who have gone by one name since before names were compared are both meant.
  const names = new Set(colleagues.filter(({ person }) => ids.has(person.personId)).map(({ name }) => name));
  const mentioned = colleagues.filter(({ name, isReader }) => isReader && names.has(name)).map(({ person }) => person.personId);
  const hasOtherAt = text.some((part) => typeof part === "string" && !mentionPlaces(part).next().done);
  return { body: formatCommentText(text), mentioned, hasOtherAt };
}

async function listFormerNames(tx: Tx, { agencyId }: TeamContext, people: readonly PersonRef[]): Promise<NamedPerson[]> {
  const rows = await tx.formerName.findMany({
    where: { agencyId, userId: { in: people.map(({ personId }) => personId) } },
    orderBy: [{ endedAt: "desc" }, { userId: "asc" }],
    select: { userId: true, name: true },
  });
  return rows.map(({ userId, name }) => ({ person: personOf(userId), name }));
}

/** What stands in place of a name for those whose name is not shown; null for the others. */
async function readLabels(context: TeamContext, colleagues: readonly Colleague[], at: Date): Promise<(person: PersonRef) => string | null> {
  const shownAt = await readShownAt(context);
  return ({ personId }) => {
    if (shownAt(personId, at).personId === FORMER_NAME_ID) return FORMER_NAME;
    return colleagues.some(({ person }) => person.personId === personId) ? null : FORMER_MEMBER;
  };
}

/** Former members, and former names, all read alike where a comment is changed: those still there are the ones of before, in their order. */
function keepUnnamed(text: CommentText, kept: readonly PersonRef[], labelOf: (person: PersonRef) => string | null): CommentText {
  return [FORMER_MEMBER, FORMER_NAME].reduce((sofar, label) => keepLabelled(sofar, label, kept.filter((person) => labelOf(person) === label)), text);
}

function keepLabelled(text: CommentText, label: string, people: readonly PersonRef[]): CommentText {
  if (people.length === 0) return text;
  const left = [...people];
  const shown = `@${label}`;
  return text.flatMap((part) => {
    if (typeof part !== "string") return [part];
    return part.split(shown).flatMap((words, index) => {
      if (index === 0) return [words];
      const next = left.shift();
      return next ? [next, words] : [`${shown}${words}`];
    });
  }).filter((part) => part !== "");
}

import "server-only";
import { type CommentText, formatCommentText, parseCommentText, showCommentText } from "@/lib/domain/people/comment-text";
import { mentionPlaces, type NamedPerson, resolveMentions } from "@/lib/domain/people/mention-places";
import { isPersonRef, listPersonIds, personOf, type PersonRef } from "@/lib/domain/people/person";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import type { Tx } from "@/lib/platform/db/with-agency";

/** Everyone who can open this tool: admins, the team's people, and the partners it is shared with. By name. */
export async function listToolReaders(tx: Tx, context: TeamContext, toolRef: ToolRef): Promise<readonly NamedPerson[]> {
  const people = await listColleagues(tx, context, toolRef);
  return people.filter(({ isReader }) => isReader);
}

interface Colleague extends NamedPerson {
  readonly isReader: boolean;
}

interface ColleagueRow {
  readonly userId: string;
  readonly name: string;
  readonly isReader: boolean;
}

async function listColleagues(tx: Tx, context: TeamContext, toolRef: ToolRef): Promise<readonly Colleague[]> {
  const rows = await tx.$queryRaw<ColleagueRow[]>`
    select m.user_id::text as "userId", m.display_name as name,
           coalesce(m.is_admin or t.role::text <> 'partner' or ${toolKey(toolRef)} = any(t.tool_keys), false) as "isReader"
      from membership m
      left join team_member t
        on t.agency_id = m.agency_id and t.user_id = m.user_id and t.team_id = ${context.teamId}::uuid
     where m.agency_id = ${context.agencyId}::uuid
     order by m.display_name, m.user_id`;
  return rows.map(({ userId, name, isReader }) => ({ person: personOf(userId), name, isReader }));
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
  { toolRef, typed, before }: { readonly toolRef: ToolRef; readonly typed: string; readonly before: string | null },
): Promise<WrittenComment> {
  if (!typed.includes("@")) return { body: typed, mentioned: [], hasOtherAt: false };
  const colleagues = await listColleagues(tx, context, toolRef);
  const kept = before === null ? [] : parseCommentText(before).filter(isPersonRef);
  const formerNames = kept.length === 0 ? [] : await listFormerNames(tx, context, kept);
  // In this order: a name that somebody has now is theirs, readers come first among people of one name.
  const readersFirst = colleagues.toSorted((a, b) => Number(b.isReader) - Number(a.isReader));
  const readers = colleagues.filter(({ isReader }) => isReader).map((one) => ({ ...one, isWriter: one.person.personId === context.userId }));
  const text = keepFormerMembers(resolveMentions(typed, [...readersFirst, ...formerNames], readers), kept, colleagues);
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

/** Former members all read alike where a comment is changed: those still there are the ones of before, in their order. */
function keepFormerMembers(text: CommentText, kept: readonly PersonRef[], colleagues: readonly Colleague[]): CommentText {
  const gone = kept.filter(({ personId }) => !colleagues.some(({ person }) => person.personId === personId));
  if (gone.length === 0) return text;
  const nobody = new Map<string, never>();
  return text.flatMap((part) => {
    if (typeof part !== "string") return [part];
    const shown = showCommentText(nobody, [personOf(null)]);
    return part.split(shown).flatMap((words, index) => {
      if (index === 0) return [words];
      const next = gone.shift();
      return next ? [next, words] : [`${shown}${words}`];
    });
  }).filter((part) => part !== "");
}

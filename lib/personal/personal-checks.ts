import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Answer, Answers } from "@/lib/domain/answer/answers";
import { isAnswered } from "@/lib/domain/item/item-readers";
import { draftSchemaOf } from "@/lib/domain/item/item-schemas";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { itemsById } from "@/lib/domain/tool/items";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { readShownAt } from "@/lib/platform/auth/shown-person";
import { type Tx, withAgency } from "@/lib/platform/db/with-agency";

// A check that one person fills in alone. The database shows a row to its person, and to others once it is shared
// (row level security), whatever is asked for here; no download, history, search or archive reads the table.

/** A person's own check; empty before they saved anything. */
export interface OwnCheck {
  readonly answers: Answers;
  /** ISO instants; null while nothing is saved, or shared. */
  readonly changedAt: string | null;
  readonly sharedAt: string | null;
}

/** A check that its person shows to the team. */
export interface SharedCheck {
  /** Whose it is, and when they changed it last. */
  readonly by: ReportEvent;
  readonly answers: Answers;
}

function keyOf({ agencyId, teamId, userId }: TeamContext, { ref }: ToolDefinition) {
  return { agencyId, teamId, ...ref, userId };
}

/** The person's own, which nobody else's request can name. */
export async function getOwnCheck(context: TeamContext, tool: ToolDefinition): Promise<OwnCheck> {
  const found = await withAgency(context, (tx) =>
    tx.personalCheck.findUnique({
      where: { agencyId_teamId_toolkitId_toolId_userId: keyOf(context, tool) },
      select: { answers: true, changedAt: true, sharedAt: true },
    }),
  );
  return {
    answers: (found?.answers ?? {}) as Answers,
    changedAt: found?.changedAt.toISOString() ?? null,
    sharedAt: found?.sharedAt?.toISOString() ?? null,
  };
}

export interface GivenAnswer {
  readonly item: string;
  /** The chosen option, or words; empty clears it. */
  readonly value: string;
}

/** What a form sends as the answers that its items take. @throws RefusedError naming what does not fit. */
function readAnswers(tool: ToolDefinition, given: readonly GivenAnswer[]): Answers {
  const items = itemsById(tool);
  const answers: Record<string, Answer> = {};
  for (const { item: id, value } of given) {
    const item = items.get(id);
    if (!item) throw new RefusedError("The form sent an answer to a question that is not here. Load the page again.");
    const answer = item.kind === "choice" ? { option: value } : value;
    if (value === "") continue;
    const read = draftSchemaOf(item).safeParse(answer);
    if (!read.success) throw new RefusedError("Some answers need another look.", { [id]: "Choose one of the answers." });
    if (isAnswered(item, read.data)) answers[id] = read.data;
  }
  return answers;
}

const SAVED_ELSEWHERE =
  "Your check was saved from another page since you opened this one, so nothing was saved now. What you wrote is still here: copy it, load the page again, and put it in.";

/**
 * Saves the person's own check. Whether it is shared stays as it was.
 * @param basedOn when it was last changed, as the page that sends this shows it; null: never. Left out, whatever is there goes.
 * @returns when it was changed now. @throws RefusedError when another page saved other answers since.
 */
export async function saveOwnCheck(
  context: TeamContext,
  tool: ToolDefinition,
  given: readonly GivenAnswer[],
  basedOn?: string | null,
): Promise<{ readonly changedAt: string }> {
  const answers = readAnswers(tool, given) as object;
  const key = keyOf(context, tool);
  const where = { agencyId_teamId_toolkitId_toolId_userId: key };
  return withAgency(context, async (tx) => {
    // Of two pages that save at once, the second finds what the first saved.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`own check ${context.userId}`}, 0)) is null as is_held`;
    const found = await tx.personalCheck.findUnique({ where, select: { answers: true, changedAt: true } });
    const isAsShown = basedOn === undefined || found === null || found.changedAt.toISOString() === basedOn;
    if (found && !isAsShown) {
      // Sent again because the answer was lost.
      if (isDeepStrictEqual(found.answers, answers)) return { changedAt: found.changedAt.toISOString() };
      throw new RefusedError(SAVED_ELSEWHERE);
    }
    const data = { answers, toolVersion: tool.version, changedAt: new Date() };
    await tx.personalCheck.upsert({ where, create: { ...key, ...data }, update: data, select: { userId: true } });
    return { changedAt: data.changedAt.toISOString() };
  });
}

/** Shows the person's own check to the team. @throws RefusedError before anything was saved. */
export async function shareOwnCheck(context: TeamContext, tool: ToolDefinition): Promise<void> {
  const { count } = await withAgency(context, (tx) =>
    tx.personalCheck.updateMany({ where: keyOf(context, tool), data: { sharedAt: new Date() } }),
  );
  if (count === 0) throw new RefusedError("Save your check first. Then you can share it.");
}

/** Whether somebody reads what teammates share: everyone but community partners, who see only what is given to them. */
export function mayReadShared({ role }: Pick<TeamContext, "role">): boolean {
  return role !== "partner";
}

/** Those who could stop sharing: whoever left the team, or may only read it now, is not shown without being able to take it back. */
async function listFillers(tx: Tx, { agencyId, teamId }: TeamContext): Promise<string[]> {
  const [members, admins] = await Promise.all([
    tx.teamMember.findMany({ where: { agencyId, teamId, role: { in: ["lead", "member"] } }, select: { userId: true } }),
    tx.membership.findMany({ where: { agencyId, isAdmin: true }, select: { userId: true } }),
  ]);
  return [...members, ...admins].map(({ userId }) => userId);
}

/** The checks that others of the team share, newest first. */
export async function listSharedChecks(context: TeamContext, tool: ToolDefinition): Promise<readonly SharedCheck[]> {
  if (!mayReadShared(context)) return [];
  const { agencyId, teamId, userId } = context;
  const shownAt = await readShownAt(context);
  const rows = await withAgency(context, async (tx) =>
    tx.personalCheck.findMany({
      where: { agencyId, teamId, ...tool.ref, sharedAt: { not: null }, userId: { not: userId, in: await listFillers(tx, context) } },
      orderBy: [{ changedAt: "desc" }, { userId: "asc" }],
      select: { userId: true, answers: true, changedAt: true },
    }),
  );
  return rows.map((row) => ({ by: { by: shownAt(row.userId, row.changedAt), at: row.changedAt.toISOString() }, answers: row.answers as Answers }));
}

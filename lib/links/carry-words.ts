import "server-only";
import { randomBytes } from "node:crypto";
import { priorityTarget, rowOfTarget, type LinkEnd, type PlanLink } from "@/lib/domain/plan/links";
import { isGoalTaken, isIdeaTaken, type Trace } from "@/lib/domain/plan/trace";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { editAsServer } from "@/lib/responses/responses";
import { findOpenTool } from "@/lib/responses/tool-access";
import { requireOpenForChanges } from "@/lib/responses/tool-status";
import { GONE, insertLink, isSameEnd, noteDecision, requireLink, requireLinkRoom, withLinks } from "./change-links";
import { findGapItem, type GapItem } from "./gap-items";
import { FLOW, loadTrace } from "./load-trace";

// What goes from one stop to the next, always by somebody's press of a button.

const PLAN_WORDS = "This needs Tool 8 and Tool 12. One of them is not shared with you.";

function gapEnd({ tool, itemId }: GapItem): LinkEnd {
  return { tool: tool.ref, target: itemId };
}

function requireGap(context: TeamContext, itemId: string): GapItem {
  const gap = findGapItem(itemId);
  if (!gap || !findOpenTool(context, gap.tool.ref)) throw new RefusedError(GONE);
  return gap;
}

export interface MadePriorities {
  /** Gaps that are a priority now and were none before. */
  readonly made: number;
  /** Those that were one already. */
  readonly before: number;
}

/**
 * Makes each of these gaps a priority of its own, in the statement's words, or joins all of them to one that is there: the rows
 * and the links in one transaction. A gap that is a priority already stays so, so that a second try makes nothing twice.
 * @throws RefusedError for a tool that is complete or locked, and for a priority that is gone.
 */
export async function makePriorities(context: TeamContext, { itemIds, rowId }: { readonly itemIds: readonly string[]; readonly rowId: string | null }): Promise<MadePriorities> {
  const { tool, table, columns } = FLOW.priorities;
  const gaps = [...new Set(itemIds)].map((itemId) => requireGap(context, itemId));
  return withLinks(context, async (links) => {
    const fresh = gaps.filter((gap) => !links.some((link) => !link.removed && link.kind === "gap-priority" && isSameEnd(link.from, gapEnd(gap))));
    requireLinkRoom(links, fresh.length);
    const counted = { made: fresh.length, before: gaps.length - fresh.length };
    if (fresh.length === 0) return counted;
    const link = (gap: GapItem, to: string) =>
      insertLink(context, { kind: "gap-priority", from: gapEnd(gap), to: { tool, target: priorityTarget(FLOW.priorities, to) }, words: gap.words });
    if (rowId !== null) {
      await requireOpenForChanges(context, tool);
      await requirePriority(context, rowId);
      for (const gap of fresh) await link(gap, rowId);
      return counted;
    }
    // Saving asks by itself whether the tool is open, on a connection that must not wait for this one.
    const rows = fresh.map((gap) => ({ gap, id: randomBytes(12).toString("hex") }));
    const edit = { kind: "add-rows", tableId: table, rows: rows.map(({ gap, id }) => ({ id, cells: { [columns.what]: gap.words, [columns.status]: "considering" } })) } as const;
    const edited = await editAsServer(context, tool, edit, {
      alongside: async () => {
        for (const { gap, id } of rows) await link(gap, id);
      },
    });
    if (edited === "no-row") throw new RangeError("rows are added to a table");
    if (!edited.result.ok) throw new RefusedError(edited.result.refusal.message);
    return counted;
  });
}

async function requirePriority(context: TeamContext, rowId: string): Promise<Trace["priorities"][number]> {
  const priority = (await loadTrace(context)).priorities.find((one) => one.rowId === rowId && one.isThere);
  if (!priority) throw new RefusedError("This priority is not in Tool 8 any more. Reload the page and choose another.");
  return priority;
}

/** Makes a priority one of the plan's ideas, a free one or one that is there. Its words are offered there, not written. */
export async function developIdea(context: TeamContext, { rowId, section }: { readonly rowId: string; readonly section: string }): Promise<string> {
  const { priorities, plan } = FLOW;
  if (!findOpenTool(context, priorities.tool) || !findOpenTool(context, plan.tool)) throw new RefusedError(PLAN_WORDS);
  if (!plan.ideas.some((idea) => idea.section === section)) throw new RefusedError(GONE);
  const from = { tool: priorities.tool, target: priorityTarget(priorities, rowId) };
  return withLinks(context, async (links) => {
    await requireOpenForChanges(context, plan.tool);
    await requirePriority(context, rowId);
    return linkOnce(context, links, { kind: "priority-idea", from, to: { tool: plan.tool, target: section }, already: "This priority is being developed already. Remove that link first to choose another idea." });
  });
}

/** Gives an idea's goal a sheet of the evaluation. Its words are offered there, not written. */
export async function evaluateGoal(context: TeamContext, { section, sheet }: { readonly section: string; readonly sheet: string }): Promise<string> {
  const { plan, evaluation } = FLOW;
  if (!findOpenTool(context, plan.tool) || !findOpenTool(context, evaluation.tool)) throw new RefusedError(PLAN_WORDS.replace("Tool 8 and Tool 12", "Tool 12 and Tool 13"));
  if (!plan.ideas.some((idea) => idea.section === section) || !evaluation.goals.some((goal) => goal.section === sheet)) throw new RefusedError(GONE);
  return withLinks(context, async (links) => {
    await requireOpenForChanges(context, evaluation.tool);
    const from = { tool: plan.tool, target: section };
    return linkOnce(context, links, { kind: "idea-goal", from, to: { tool: evaluation.tool, target: sheet }, already: "This goal is being evaluated already. Remove that link first to choose another sheet." });
  });
}

/** The link's id, the one that is there for the same two ends. */
async function linkOnce(
  context: TeamContext,
  links: readonly PlanLink[],
  { kind, from, to, already }: Pick<PlanLink, "kind" | "from" | "to"> & { readonly already: string },
): Promise<string> {
  const live = links.find((link) => !link.removed && link.kind === kind && isSameEnd(link.from, from));
  if (live && isSameEnd(live.to, to)) return live.id;
  if (live) throw new RefusedError(already);
  requireLinkRoom(links, 1);
  return insertLink(context, { kind, from, to, words: null });
}

export interface Decision {
  readonly linkId: string;
  readonly choice: "use" | "keep";
  /** The source's words that the person read. */
  readonly words: string;
}

/**
 * Takes the source's words over, or keeps what stands there. Until then neither end changes.
 * @throws RefusedError when the source says something else than the person read.
 */
export async function decideWords(context: TeamContext, { linkId, choice, words }: Decision): Promise<void> {
  await withLinks(context, async (links) => {
    const link = requireLink(context, links, linkId);
    if (link.removed || !findOpenTool(context, link.from.tool)) throw new RefusedError(GONE);
    const texts = findTexts(await loadTrace(context), link);
    if (!texts || texts.source === "") throw new RefusedError(GONE);
    if (texts.source !== words) throw new RefusedError("These words changed a moment ago. Reload the page and read them again.");
    const note = () => noteDecision(context, link, words);
    const noteAlone = async () => {
      await requireOpenForChanges(context, link.to.tool);
      await note();
    };
    if (choice === "keep") return noteAlone();
    const edited = await editAsServer(context, link.to.tool, { kind: "answers", answers: { [texts.itemId]: words } }, { alongside: note });
    if (edited === "no-row") throw new RangeError("an edit of answers names no row");
    if (!edited.result.ok) throw new RefusedError(edited.result.refusal.message);
    if (!edited.hasChanged) await noteAlone();
  });
}

/** What a link's source says now, and the item that may take it over; null for a kind that carries nothing further. */
export function findTexts(trace: Trace, link: PlanLink): { readonly source: string; readonly target: string; readonly itemId: string } | null {
  if (link.kind === "priority-idea") {
    const priority = trace.priorities.find(({ rowId }) => rowId === rowOfTarget(link.from.target));
    const idea = trace.ideas.find(({ place }) => place.section === link.to.target);
    return idea ? { source: priority?.what ?? "", target: idea.words, itemId: idea.place.idea } : null;
  }
  if (link.kind === "idea-goal") {
    const idea = trace.ideas.find(({ place }) => place.section === link.from.target);
    const goal = trace.goals.find(({ place }) => place.section === link.to.target);
    return goal ? { source: idea?.goal ?? "", target: goal.words, itemId: goal.place.goal } : null;
  }
  return null;
}

/** What can be chosen: free places first named, then those that something stands in. */
export function listIdeaChoices({ ideas }: Trace): readonly Choice[] {
  return ideas.map((idea) => ({ section: idea.place.section, name: idea.place.name, words: idea.words, isFree: !isIdeaTaken(idea) }));
}

export function listGoalChoices({ goals }: Trace): readonly Choice[] {
  return goals.map((goal) => ({ section: goal.place.section, name: goal.place.name, words: goal.words, isFree: !isGoalTaken(goal) }));
}

export interface Choice {
  readonly section: string;
  readonly name: string;
  /** What stands there; empty in a free one. */
  readonly words: string;
  readonly isFree: boolean;
}

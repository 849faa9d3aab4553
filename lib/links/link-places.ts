import "server-only";
import { getTool } from "@/content/toolkits";
import { type PlanLink, rowOfTarget } from "@/lib/domain/plan/links";
import { goalOfIdea, ideaOfPriority, type Trace, type TracedGap } from "@/lib/domain/plan/trace";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { isSameTool } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { findOpenTool } from "@/lib/responses/tool-access";
import { type Choice, listGoalChoices, listIdeaChoices } from "./carry-words";
import { findLinkedGap } from "./gap-items";
import { FLOW, loadTrace, type PathAnswers } from "./load-trace";

/** A gap that something came from. */
export interface GapLine {
  readonly itemId: string;
  readonly words: string;
  /** "Tool 9, Component 4" */
  readonly place: string;
  readonly linkId: string;
}

export interface GapLines {
  readonly gaps: readonly GapLine[];
  /** Of tools that are not shared with the reader. */
  readonly hidden: number;
}

/** What something became. */
export interface Onward {
  readonly linkId: string;
  readonly name: string;
  /** What stands there now; empty for nothing, null where the reader may not see it. */
  readonly words: string | null;
  /** Something stood there before, if nothing does now. */
  readonly isBegun: boolean;
  /** After the team's address; null where the reader may not open it. */
  readonly path: string | null;
}

/** A link that somebody took apart: both of its texts stay. */
export interface RemovedLink {
  readonly linkId: string;
  /** "the link from “…” to Idea #1" */
  readonly what: string;
  readonly removed: ReportEvent;
}

/** What one row came from and became. */
export type RowPlaces = GapLines & { readonly onward: Onward | null };

/** Beside the table of priorities: what each row came from and became. */
export interface PriorityPlaces {
  readonly kind: "priorities";
  readonly table: string;
  readonly columns: { readonly what: string; readonly status: string; readonly reason: string };
  /** A map: whoever adds a row chooses its id, and an object has ids of its own ("constructor"). */
  readonly rows: ReadonlyMap<string, RowPlaces>;
  /** Null for somebody who may not open the tool of the ideas. */
  readonly choices: readonly Choice[] | null;
  readonly removed: readonly RemovedLink[];
}

/** One thing that a sheet came from, with its words as they are now. */
export interface SheetSource extends GapLines {
  readonly linkId: string;
  /** "a priority in Tool 8" */
  readonly name: string;
  readonly path: string | null;
  /** Null where the reader may not see it. */
  readonly source: string | null;
  /** It was removed, whether or not anybody had decided about its words. */
  readonly isGone: boolean;
  readonly words: string | null;
  readonly decided: ReportEvent | null;
}

/** Under the heading of an idea or a goal. */
export interface SheetPlace {
  readonly kind: "sheet";
  /** The item that takes the source's words over, and what it is called. */
  readonly itemId: string;
  readonly itemName: string;
  readonly sources: readonly SheetSource[];
  /** An idea's section, whose goal can be evaluated. */
  readonly evaluates: { readonly section: string; readonly goalItem: string; readonly choices: readonly Choice[] | null; readonly onward: Onward | null } | null;
  readonly removed: readonly RemovedLink[];
}

export type LinkPlace = PriorityPlaces | SheetPlace;

/**
 * What stands beside the tool's priorities, ideas or goals, by the id of the table or section; nothing for any other tool.
 * @param answers as `loadTrace`
 */
export async function loadToolLinks(context: TeamContext, tool: ToolDefinition, answers?: PathAnswers): Promise<ReadonlyMap<string, LinkPlace>> {
  const is = (ref: ToolDefinition["ref"]) => isSameTool(ref, tool.ref);
  const { priorities, plan, evaluation } = FLOW;
  if (!is(priorities.tool) && !is(plan.tool) && !is(evaluation.tool)) return new Map();
  const trace = await loadTrace(context, answers);
  const places: [string, LinkPlace][] = [];
  if (is(priorities.tool)) places.push([priorities.table, prioritiesOf(context, trace)]);
  if (is(plan.tool)) places.push(...trace.ideas.map((idea): [string, LinkPlace] => [idea.place.section, ideaPlace(context, trace, idea)]));
  if (is(evaluation.tool)) places.push(...trace.goals.map((goal): [string, LinkPlace] => [goal.place.section, goalPlace(context, trace, goal)]));
  return new Map(places);
}

export function gapLines(context: TeamContext, links: readonly PlanLink[]): GapLines {
  const gaps = links.flatMap((link) => {
    const gap = findOpenTool(context, link.from.tool) ? findLinkedGap(link.from) : null;
    return gap ? [{ itemId: gap.itemId, words: gap.words, place: placeOfGap(gap), linkId: link.id }] : [];
  });
  return { gaps, hidden: links.length - gaps.length };
}

export function placeOfGap({ tool, area }: Pick<TracedGap, "tool" | "area">): string {
  return area === tool.label ? area : `${tool.label}, ${area}`;
}

function prioritiesOf(context: TeamContext, trace: Trace): PriorityPlaces {
  const { table, columns } = FLOW.priorities;
  const mayDevelop = findOpenTool(context, FLOW.plan.tool) !== null;
  const rows = trace.priorities.map((priority) => {
    const idea = ideaOfPriority(trace, priority);
    const onward = priority.ideaLink && {
      linkId: priority.ideaLink.id,
      name: idea?.place.name ?? "an idea",
      words: mayDevelop ? (idea?.words ?? "") : null,
      isBegun: priority.ideaLink.words !== null,
      path: mayDevelop && idea ? pathTo(FLOW.plan.tool, idea.place.section) : null,
    };
    return [priority.rowId, { ...gapLines(context, priority.gapLinks), onward }] as const;
  });
  return { kind: "priorities", table, columns, rows: new Map(rows), choices: mayDevelop ? listIdeaChoices(trace) : null, removed: removedOf(context, trace, () => true, ["gap-priority", "priority-idea"]) };
}

/** What stands under an idea's heading. */
export function ideaPlace(context: TeamContext, trace: Trace, idea: Trace["ideas"][number]): SheetPlace {
  const isOpen = findOpenTool(context, FLOW.priorities.tool) !== null;
  const mayEvaluate = findOpenTool(context, FLOW.evaluation.tool) !== null;
  const goal = goalOfIdea(trace, idea);
  const { section } = idea.place;
  return {
    kind: "sheet",
    itemId: idea.place.idea,
    itemName: "Idea",
    sources: idea.links.map((link): SheetSource => {
      const priority = trace.priorities.find(({ rowId }) => rowId === rowOfTarget(link.from.target));
      return {
        linkId: link.id,
        name: `a priority in ${getTool(FLOW.priorities.tool).label}`,
        path: isOpen ? pathTo(FLOW.priorities.tool, FLOW.priorities.table) : null,
        source: isOpen ? (priority?.what ?? "") : null,
        isGone: isOpen && !priority?.isThere,
        words: isOpen ? link.words : null,
        decided: link.decided,
        ...gapLines(context, priority?.gapLinks ?? []),
      };
    }),
    evaluates: {
      section,
      goalItem: idea.place.goal,
      choices: mayEvaluate ? listGoalChoices(trace) : null,
      onward: idea.goalLink && {
        linkId: idea.goalLink.id,
        name: goal?.place.name ?? "a sheet",
        words: mayEvaluate ? (goal?.words ?? "") : null,
        isBegun: idea.goalLink.words !== null,
        path: mayEvaluate && goal ? pathTo(FLOW.evaluation.tool, goal.place.section) : null,
      },
    },
    removed: removedOf(context, trace, ({ kind, from, to }) => (kind === "priority-idea" ? to : from).target === section, ["priority-idea", "idea-goal"]),
  };
}

/** What stands under a goal's heading. */
export function goalPlace(context: TeamContext, trace: Trace, goal: Trace["goals"][number]): SheetPlace {
  const isOpen = findOpenTool(context, FLOW.plan.tool) !== null;
  return {
    kind: "sheet",
    itemId: goal.place.goal,
    itemName: "Goal",
    sources: goal.links.map((link): SheetSource => {
      const idea = trace.ideas.find(({ place }) => place.section === link.from.target);
      const came = trace.priorities.filter(({ ideaLink }) => ideaLink?.to.target === link.from.target);
      return {
        linkId: link.id,
        name: `${idea?.place.name ?? "an idea"} in ${getTool(FLOW.plan.tool).label}`,
        path: isOpen && idea ? pathTo(FLOW.plan.tool, idea.place.section) : null,
        source: isOpen ? (idea?.goal ?? "") : null,
        isGone: false,
        words: isOpen ? link.words : null,
        decided: link.decided,
        ...gapLines(context, came.flatMap(({ gapLinks }) => gapLinks)),
      };
    }),
    evaluates: null,
    removed: removedOf(context, trace, ({ to }) => to.target === goal.place.section, ["idea-goal"]),
  };
}

/** The tool's page at this place; a long tool opens at the part. */
export function pathTo(tool: ToolDefinition["ref"], anchor: string): string {
  return `/tools/${getTool(tool).slug}#${anchor}`;
}

/** Links that were taken apart here, as far as the reader may open both of their ends. */
export function removedOf(context: TeamContext, trace: Trace, isHere: (link: PlanLink) => boolean, kinds: readonly PlanLink["kind"][]): RemovedLink[] {
  return trace.removed
    .filter((link) => kinds.includes(link.kind) && isHere(link) && findOpenTool(context, link.from.tool) && findOpenTool(context, link.to.tool))
    .flatMap((link) => (link.removed ? [{ linkId: link.id, what: `the link from ${nameEnd(trace, link, "from")} to ${nameEnd(trace, link, "to")}`, removed: link.removed }] : []));
}

function nameEnd(trace: Trace, { kind, from, to }: PlanLink, end: "from" | "to"): string {
  const { target } = end === "from" ? from : to;
  if (kind === "gap-priority" && end === "from") return quote(findLinkedGap(from)?.words);
  if (kind === "idea-goal" && end === "to") return trace.goals.find(({ place }) => place.section === target)?.place.name ?? "a sheet";
  if (kind === "priority-idea" ? end === "to" : kind === "idea-goal") return trace.ideas.find(({ place }) => place.section === target)?.place.name ?? "an idea";
  return quote(trace.priorities.find(({ rowId }) => rowId === rowOfTarget(target))?.what);
}

const SHOWN = 80;

function quote(words = ""): string {
  if (words === "") return "something that was removed";
  return `“${words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()}…` : words}”`;
}

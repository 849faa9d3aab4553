import type { Answers, RatingValue, StatusValue } from "@/lib/domain/answer/answers";
import { listIdeaActions } from "@/lib/domain/plan/actions";
import type { ActionStatus } from "@/lib/domain/plan/action-status";
import type { PlanFlow } from "@/lib/domain/plan/plan-flow";
import { type AnswerRecords, listRatedItems, listStatedItems, type RatedItem, type StatedItem } from "@/lib/domain/readiness/assessed-items";
import type { ReadinessReport } from "@/lib/domain/readiness/readiness";
import type { AreaScore, ChecklistScore, Headline } from "@/lib/domain/readiness/scoring";
import type { ElementId, ToolDefinition } from "@/lib/domain/tool/definition";
import { toolKey, type ToolKey } from "@/lib/domain/tool/tool-ref";

/** Raised when a field changes its meaning; what is only added needs a default where it is read. */
export const DIGEST_VERSION = 1;

/** A rating or a checklist's statement with its answer. */
export interface DigestItem {
  readonly id: string;
  readonly tool: ToolKey;
  /** The area it counts in; of a checklist its tool. */
  readonly group: string;
  /** The statement in full: two items are the same only where it is. */
  readonly words: string;
  readonly kind: "rating" | "status";
  readonly value: RatingValue | StatusValue | null;
  /** Stands as it did in an earlier milestone, and nobody has looked at it since. */
  readonly isCarried?: true;
}

export interface DigestArea {
  readonly id: string;
  /** "Infrastructure 2" */
  readonly name: string;
  readonly title: string;
  readonly score: AreaScore;
}

export interface DigestChecklist {
  readonly tool: ToolKey;
  readonly name: string;
  readonly score: ChecklistScore;
}

export interface DigestAction {
  readonly id: string;
  readonly what: string;
  readonly status: ActionStatus;
  readonly dueOn: string | null;
}

/** An idea of the plan that something is written in. */
export interface DigestIdea {
  readonly section: string;
  /** "Idea #1" */
  readonly name: string;
  readonly words: string;
  /** Ids of the areas whose gaps it came from. */
  readonly areas: readonly string[];
  readonly actions: readonly DigestAction[];
}

/** What comparing two days reads of each: small, so that twenty of them are read at once. Names nobody. */
export interface Digest {
  readonly version: number;
  readonly toolVersions: readonly { readonly tool: ToolKey; readonly label: string; readonly version: number }[];
  readonly headline: Headline;
  readonly areas: readonly DigestArea[];
  readonly checklists: readonly DigestChecklist[];
  readonly items: readonly DigestItem[];
  readonly ideas: readonly DigestIdea[];
}

export interface DigestInput {
  /** The tools that are counted together, as they are printed. */
  readonly tools: readonly ToolDefinition[];
  readonly nameElement: (element: ElementId) => string;
  readonly flow: PlanFlow;
  readonly records: AnswerRecords;
  readonly readiness: ReadinessReport;
  /** That gaps became priorities, and priorities ideas: those that stand. */
  readonly links: readonly { readonly kind: string; readonly from: { readonly target: string }; readonly to: { readonly target: string } }[];
}

function wordsOf({ lead, item }: RatedItem | StatedItem): string {
  return [lead, item.prompt, item.kind === "status" ? (item.bullets ?? []).join("; ") : ""].filter(Boolean).join(" ");
}

function listItems({ tools, records }: DigestInput): DigestItem[] {
  // Of a carried answer `value` is null: it counts nowhere. What stands there is told all the same.
  const standing = (id: string) => (records[id]?.answer ?? null) as DigestItem["value"];
  const carried = (id: string) => (records[id]?.isCarried ? ({ isCarried: true } as const) : {});
  const itemOf = (group: string) => (one: RatedItem | StatedItem): DigestItem => ({
    id: one.item.id,
    tool: toolKey(one.tool.ref),
    group,
    words: wordsOf(one),
    kind: one.item.kind,
    value: standing(one.item.id),
    ...carried(one.item.id),
  });
  return tools.flatMap((tool) => {
    if (tool.kind === "checklist") return listStatedItems(tool, records).map(itemOf(toolKey(tool.ref)));
    if (tool.role !== "assessment") return [];
    return tool.sections.flatMap(({ nodes }) => listRatedItems(tool, nodes, records)).map((rated) => itemOf(rated.areaId)(rated));
  });
}

/** The areas whose gaps became this idea. */
function areasOf({ links }: DigestInput, items: readonly DigestItem[], section: string): string[] {
  const priorities = links.filter(({ kind, to }) => kind === "priority-idea" && to.target === section).map(({ from }) => from.target);
  const gaps = links.filter(({ kind, to }) => kind === "gap-priority" && priorities.includes(to.target)).map(({ from }) => from.target);
  return [...new Set(gaps.flatMap((id) => items.find((item) => item.id === id && item.kind === "rating")?.group ?? []))];
}

/** The toolkit prints both in one: "Infrastructure 2: Establish and maintain safe, secure environments." */
function nameArea(printed: string, element: string): Pick<DigestArea, "name" | "title"> {
  const colon = printed.indexOf(": ");
  return colon < 0 ? { name: element, title: printed } : { name: printed.slice(0, colon), title: printed.slice(colon + 2) };
}

export function buildDigest(input: DigestInput): Digest {
  const { tools, readiness, flow, records, nameElement } = input;
  const items = listItems(input);
  const answers: Answers = Object.fromEntries(Object.entries(records).map(([id, { answer }]) => [id, answer]));
  const textOf = (id: string) => (typeof answers[id] === "string" ? answers[id].trim() : "");
  return {
    version: DIGEST_VERSION,
    toolVersions: tools.map(({ ref, label, version }) => ({ tool: toolKey(ref), label, version })),
    headline: readiness.headline,
    areas: readiness.areas.map(({ id, element, title, score }) => ({ id, ...nameArea(title, nameElement(element)), score })),
    checklists: readiness.checklists.map(({ tool, score }) => ({ tool: toolKey(tool.ref), name: `${tool.label}: ${tool.title}`, score })),
    items,
    ideas: flow.plan.ideas.flatMap((place): DigestIdea[] => {
      const words = textOf(place.idea) || textOf(place.goal);
      const actions = listIdeaActions(place, answers).map(({ id, what, status, dueOn }) => ({ id, what, status, dueOn }));
      if (words === "" && actions.length === 0) return [];
      return [{ section: place.section, name: place.name, words, areas: areasOf(input, items, place.section), actions }];
    }),
  };
}

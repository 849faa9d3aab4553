import type { OfferedQuestions } from "@/lib/domain/feedback/offered";
import type { MeetingItems, PlanFlow } from "@/lib/domain/plan/plan-flow";
import type { ElementId, ToolDefinition, ToolRole } from "@/lib/domain/tool/definition";
import type { Acronym, Chapter, Element, ElementKind, GlossaryTerm, GuideSection, Principle, Resource, ResourceCategory } from "./guide";
import type { OverviewPlan } from "./overview-plan";
import type { PlainWords } from "./plain-words";
import type { Roster } from "./roster";

/** Tools that stand together on a team's page, in the order they are worked through. */
export interface ToolGroup {
  /** Also the anchor on a page that lists the groups. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The elements of the guide that the group is about; absent for the tools that belong to no element. */
  readonly elements?: ElementKind;
}

/** How a toolkit that not every team needs is offered to a team. Ours. */
export interface ToolkitOffer {
  /** "the peer support supplement", after "Add". */
  readonly name: string;
  /** What it is, for whom, and how long it takes: a sentence or two each. */
  readonly what: string;
  readonly forWhom: string;
  readonly time: string;
}

/** A source document as the workbook holds it: what is filled in, and what is read around it. Plain data. */
export interface Toolkit {
  /** Permanent; kebab-case; what stored responses refer to. */
  readonly id: string;
  readonly title: string;
  /** In lists and links: "Peer support". */
  readonly shortTitle: string;
  /** Its publisher. */
  readonly organization: string;
  /** Names it in a sentence about where words are from: "the PS-COPE toolkit, National Council for Mental Wellbeing". */
  readonly source: string;
  /** In the middle of a sentence: "the peer support guide". */
  readonly called: string;
  /** Whose words stand where, for readers of its guide. Ours. */
  readonly note: string;
  /** Absent for the toolkit that every team works with. */
  readonly offer?: ToolkitOffer;
  /** Goes up when a tool, the guide or a resource changes. */
  readonly version: number;
  /** Of its wording, as a BCP 47 tag. */
  readonly language: string;
  /** In printed order. */
  readonly tools: readonly ToolDefinition[];
  readonly groups: readonly ToolGroup[];
  readonly elements: readonly Element[];
  readonly guide: { readonly introduction: readonly GuideSection[]; readonly principles: readonly Principle[]; readonly chapters: readonly Chapter[] };
  /**
   * What one person fills in alone: nobody else sees it before they share it. Kept apart from `tools`, so that nothing
   * that reads tools (downloads, history, search, screens, the archive) ever meets it.
   */
  readonly personal: readonly ToolDefinition[];
  /** What the page that sums it up shows; absent where readiness does that. */
  readonly overview?: OverviewPlan;
  /** Where its gaps go; absent where it has no tools for a plan. */
  readonly planFlow?: PlanFlow;
  /** Whom it wants on the team. */
  readonly roster?: Roster;
  /** What a form for the community may ask. */
  readonly feedbackQuestions?: readonly OfferedQuestions[];
  /** Where it asks when a team meets. */
  readonly meetingItems?: MeetingItems;
  readonly resources: readonly ResourceCategory[];
  /** Those that fit an element best, most fitting first. Ours. */
  readonly resourcesByElement: ReadonlyMap<ElementId, readonly Resource[]>;
  readonly acronyms: readonly Acronym[];
  /** Where they are listed, after "From": "the toolkit’s own list of commonly used acronyms". */
  readonly acronymSource: string;
  /** The acronym that its pages are about: it is explained in the glossary only. */
  readonly subject?: string;
  /** Ours, as the plain words are: about the toolkit's words, not among them. */
  readonly glossary: readonly GlossaryTerm[];
  readonly plainWords: PlainWords;
}

/** Types a toolkit by its own literal content. */
export function defineToolkit(toolkit: Toolkit): Toolkit {
  return toolkit;
}

/** The tool with this role; null when the toolkit has none. */
export function findToolWithRole({ tools }: Toolkit, role: ToolRole): ToolDefinition | null {
  return tools.find((tool) => tool.role === role) ?? null;
}

/** The element with this id; throws a RangeError when the toolkit has none. */
export function getElement({ id: toolkitId, elements }: Toolkit, id: ElementId): Element {
  const element = elements.find((one) => one.id === id);
  if (!element) throw new RangeError(`${toolkitId} has no element ${id}`);
  return element;
}

/** The elements of one group, in printed order. */
export function elementsOfGroup({ elements }: Toolkit, group: ToolGroup): readonly Element[] {
  return elements.filter(({ kind }) => kind === group.elements);
}

/** The tools that the elements of a group lead to, in printed order. */
export function toolsOfGroup(toolkit: Toolkit, group: ToolGroup): readonly ToolDefinition[] {
  if (group.elements === undefined) return toolkit.tools.filter(({ element }) => element === undefined);
  const ids = new Set(elementsOfGroup(toolkit, group).map(({ id }) => id));
  return toolkit.tools.filter(({ element }) => element !== undefined && ids.has(element));
}

/** The ids of the areas of its assessment, in printed order. */
export function areaIdsOf({ tools }: Toolkit): readonly string[] {
  const nodes = tools.flatMap(({ sections }) => sections.flatMap((section) => section.nodes));
  return nodes.flatMap((node) => (node.kind === "ratings" ? [node.id] : []));
}

/** How many tools a toolkit has, in words up to twenty: "thirteen". */
export function countInWords({ tools }: Toolkit): string {
  return numberInWords(tools.length);
}

/** In words up to twenty: "thirteen". */
export function numberInWords(count: number): string {
  return NUMBER_WORDS[count] ?? String(count);
}

const NUMBER_WORDS = [
  "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
];


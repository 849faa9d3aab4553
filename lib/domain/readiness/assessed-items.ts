import type { Answer, Answers, RatingValue, StatusValue } from "@/lib/domain/answer/answers";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type {
  AreaId,
  ElementId,
  Node,
  RatingItem,
  StatusItem,
  ToolDefinition,
} from "@/lib/domain/tool/definition";
import { nameOf, type ToolName } from "@/lib/domain/tool/tool-ref";
import { classifyRating, classifyStatus, dontKnowOf, type Gap } from "./gaps";
import type { Band } from "./rules";

/** A team's answer with who gave it last, and when (ISO instant). */
export interface AnswerRecord extends ReportEvent {
  readonly answer: Answer;
  /** Carried forward from a milestone, and nobody has looked at it since: it counts as not given. */
  readonly isCarried?: true;
}

/** By item id, over all tools; an item without a record is blank. */
export type AnswerRecords = Readonly<Record<string, AnswerRecord>>;

interface AssessedItemBase {
  readonly tool: ToolName;
  readonly element: ElementId;
  readonly lead: string | null;
  readonly lastAnswered: ReportEvent | null;
}

/** A rating of Tool 9 with its answer. */
export interface RatedItem extends AssessedItemBase {
  readonly item: RatingItem;
  readonly areaId: AreaId;
  readonly value: RatingValue | null;
}

/** A statement of a checklist with its answer. */
export interface StatedItem extends AssessedItemBase {
  readonly item: StatusItem;
  readonly value: StatusValue | null;
}

/** The answer as far as it counts: until somebody has looked at it, a carried one does not. */
function countedAnswer<Value extends Answer>(record: AnswerRecord | undefined): Value | null {
  return record && !record.isCarried ? (record.answer as Value) : null;
}

/** Of answers those that count: without what was carried forward and nobody has looked at. `answers` may name people, as `records` do not. */
export function countedAnswers({ answers, records }: { readonly answers: Answers; readonly records: AnswerRecords }): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !records[id]?.isCarried));
}

function eventOf(record: AnswerRecord | undefined): ReportEvent | null {
  return record ? { by: record.by, at: record.at } : null;
}

/** Only tools of a framework of elements are read for readiness. */
export function elementOf({ element = "" }: ToolDefinition): ElementId {
  return element;
}

function toolNodes(tool: ToolDefinition): readonly Node[] {
  return tool.sections.flatMap((section) => section.nodes);
}

/** The ratings of an assessment's nodes, in printed order. */
export function listRatedItems(
  tool: ToolDefinition,
  nodes: readonly Node[],
  records: AnswerRecords,
): RatedItem[] {
  return nodes
    .filter((node) => node.kind === "ratings")
    .flatMap((area) =>
      area.items.map((item) => ({
        item,
        areaId: area.id,
        tool: nameOf(tool),
        element: area.element,
        lead: area.lead,
        value: countedAnswer<RatingValue>(records[item.id]),
        lastAnswered: eventOf(records[item.id]),
      })),
    );
}

/** The statements of a checklist tool, in printed order. */
export function listStatedItems(tool: ToolDefinition, records: AnswerRecords): StatedItem[] {
  return toolNodes(tool)
    .filter((node) => node.kind === "checklist")
    .flatMap((list) =>
      list.items.map((item) => ({
        item,
        tool: nameOf(tool),
        element: elementOf(tool),
        lead: list.subLead ?? list.lead ?? null,
        value: countedAnswer<StatusValue>(records[item.id]),
        lastAnswered: eventOf(records[item.id]),
      })),
    );
}

function isRated(assessed: RatedItem | StatedItem): assessed is RatedItem {
  return assessed.item.kind === "rating";
}

/** The item's entry in the gap list; null when it is in place. */
export function findGap(assessed: RatedItem | StatedItem, band: Band | null): Gap | null {
  const rated = isRated(assessed);
  const classified = rated ? classifyRating(assessed.value) : classifyStatus(assessed.value);
  if (!classified) return null;
  const { item } = assessed;
  return {
    itemId: item.id,
    tool: assessed.tool,
    element: assessed.element,
    areaId: rated ? assessed.areaId : null,
    band,
    ...classified,
    lead: assessed.lead,
    number: item.number ?? null,
    prompt: item.prompt,
    bullets: item.kind === "status" ? (item.bullets ?? []) : [],
    source: item.source,
    answerText: formatAnswer(item, assessed.value),
    dontKnow: rated ? dontKnowOf(assessed.value) : null,
    lastAnswered: assessed.lastAnswered,
  };
}

/** The newest of these events; null when there is none. */
export function latestEvent(items: readonly { lastAnswered: ReportEvent | null }[]): ReportEvent | null {
  return items.reduce<ReportEvent | null>((latest, { lastAnswered }) => {
    if (!lastAnswered) return latest;
    return !latest || Date.parse(lastAnswered.at) > Date.parse(latest.at) ? lastAnswered : latest;
  }, null);
}

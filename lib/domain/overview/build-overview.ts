import { type Answers, answerTo } from "@/lib/domain/answer/answers";
import { isChosen, isMet } from "@/lib/domain/item/asked-items";
import { formatAnswer, isAnswered } from "@/lib/domain/item/item-readers";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { itemName, toolItems } from "@/lib/domain/tool/items";
import { isSameTool, nameOf, type ToolName, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { OverviewColumns, OverviewLead, OverviewMatrix, OverviewPlan } from "@/lib/domain/toolkit/overview-plan";

/** Statements that are not in place, with where to read and work on. */
export interface OverviewGap {
  readonly itemId: string;
  readonly name: string;
  /** "No", "In Progress"; empty for a blank. */
  readonly answer: string;
}

export interface OverviewPart extends OverviewLead {
  readonly title: string;
  readonly yes: number;
  readonly inProgress: number;
  readonly no: number;
  readonly blank: number;
  readonly total: number;
  /** Answered, and not with Yes. */
  readonly gaps: readonly OverviewGap[];
}

export interface OverviewStatements {
  readonly tool: ToolName;
  readonly title: string;
  readonly parts: readonly OverviewPart[];
}

/** What stands in one cell: nothing is concluded from words but that they are there. */
export type CellState = "in-place" | "growing" | "wanted" | "blank" | "not-ours" | "not-said";

export const CELL_LABELS: Record<CellState, string> = {
  "in-place": "We do this",
  growing: "We do this and want more",
  wanted: "We want to",
  blank: "Nothing written",
  "not-ours": "Not one of ours",
  "not-said": "Not said yet",
};

export interface OverviewCell {
  readonly state: CellState;
  /** Unique among the cells. */
  readonly nowId: string;
  /** Where it can be filled in: its own place, or first the choice that opens it. */
  readonly askedAt: string;
  readonly now: string;
  readonly want: string;
}

export interface OverviewRow extends OverviewLead {
  readonly title: string;
  readonly isOurs: boolean;
  readonly cells: readonly OverviewCell[];
}

export interface OverviewGrid {
  readonly tool: ToolName;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly OverviewRow[];
}

/** What a toolkit's own page shows: plain JSON. It is no score, and readiness never reads it. */
export interface Overview {
  readonly statements: readonly OverviewStatements[];
  readonly matrix: OverviewGrid | null;
  /** Answers that any of it is made from. */
  readonly answered: number;
}

interface Source {
  readonly tools: readonly ToolDefinition[];
  readonly answers: Answers;
}

function toolOf({ tools }: Source, ref: ToolRef): ToolDefinition {
  const tool = tools.find((one) => isSameTool(one.ref, ref));
  if (!tool) throw new RangeError(`The overview names ${ref.toolId}, which its toolkit has not`);
  return tool;
}

function buildPart({ items: ids, ...column }: OverviewColumns["columns"][number], items: ReadonlyMap<string, Item>, answers: Answers): OverviewPart {
  const stated = ids.flatMap((id) => items.get(id) ?? []);
  const count = (value: string | null) => stated.filter((item) => answerTo(item, answers) === value).length;
  const { title, chapter, part, elements } = column;
  return {
    title,
    chapter,
    part,
    elements,
    yes: count("yes"),
    inProgress: count("in-progress"),
    no: count("no"),
    blank: count(null),
    total: stated.length,
    gaps: stated.flatMap((item) => {
      const answer = answerTo(item, answers);
      return answer === null || answer === "yes" ? [] : [{ itemId: item.id, name: itemName(item), answer: formatAnswer(item, answer) }];
    }),
  };
}

function buildStatements(columns: OverviewColumns, source: Source): OverviewStatements {
  const tool = toolOf(source, columns.tool);
  const items = new Map(toolItems(tool).map((item) => [item.id, item]));
  return { tool: nameOf(tool), title: columns.title, parts: columns.columns.map((column) => buildPart(column, items, source.answers)) };
}

/** What a column is to the team: theirs, not theirs, or nobody has said. */
function columnState(options: readonly string[], choice: unknown): "ours" | "not-ours" | "not-said" {
  if (isMet({ options }, choice)) return "ours";
  return isChosen(choice) ? "not-ours" : "not-said";
}

function buildCell(now: string, want: string): CellState {
  if (now) return want ? "growing" : "in-place";
  return want ? "wanted" : "blank";
}

function buildMatrix(matrix: OverviewMatrix, source: Source): OverviewGrid {
  const tool = toolOf(source, matrix.tool);
  const wordsOf = (id: string) => {
    const answer = source.answers[id];
    return typeof answer === "string" ? answer.trim() : "";
  };
  return {
    tool: nameOf(tool),
    title: matrix.title,
    columns: matrix.columns.map(({ title }) => title),
    rows: matrix.rows.map((row, at) => ({
      ...row,
      cells: matrix.columns.map(({ choice, options, cells }): OverviewCell => {
        const [now, want] = [wordsOf(cells[at]?.now ?? ""), wordsOf(cells[at]?.want ?? "")];
        const column = columnState(options, source.answers[choice]);
        const nowId = cells[at]?.now ?? "";
        if (column !== "ours") return { state: column, nowId, askedAt: choice, now: "", want: "" };
        return { state: buildCell(now, want), nowId, askedAt: nowId, now, want };
      }),
    })),
  };
}

/** What the team has in place of what a toolkit's overview counts. */
export function buildOverview(plan: OverviewPlan, source: Source): Overview {
  const used = [...plan.statements, ...(plan.matrix ? [plan.matrix] : [])].map(({ tool }) => toolOf(source, tool));
  const answered = used.flatMap(toolItems).filter((item) => isAnswered(item, answerTo(item, source.answers))).length;
  return {
    statements: plan.statements.map((columns) => buildStatements(columns, source)),
    matrix: plan.matrix && buildMatrix(plan.matrix, source),
    answered,
  };
}

import "server-only";
import { getTool, TOOLKITS } from "@/content/toolkits";
import { OPTION_SETS, optionsOf, QUESTION_LIMITS, type QuestionOption, type QuestionSource } from "@/lib/domain/feedback/question";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { columnOffersId, itemName, nodeItems, toolItems } from "@/lib/domain/tool/items";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { findOpenTool } from "@/lib/responses/tool-access";

/** A question made from a tool, to be taken into a form and changed there. */
export interface OfferedChoice {
  /** What the form asks; plain words of ours where there are some, otherwise the tool's own. */
  readonly words: string;
  readonly kind: "choice" | "text";
  readonly options: readonly QuestionOption[];
  readonly source: QuestionSource;
}

export interface OfferedGroup {
  readonly title: string;
  readonly questions: readonly OfferedChoice[];
}

/** After an item's id and a slash: the printed step that it stands under. */
const STEP = "step";

/** The words of a tool that a question was made from, as printed; null where there are none, or the tool is not open to this person. */
export function findToolWords(context: TeamContext, { toolkitId, toolId, itemId }: Omit<QuestionSource, "words">): string | null {
  const tool = findOpenTool(context, { toolkitId, toolId });
  return tool && wordsIn(tool, itemId);
}

function wordsIn(tool: ToolDefinition, target: string): string | null {
  const [itemId = "", part] = target.split("/");
  const item = toolItems(tool).find(({ id }) => id === itemId);
  if (!item) return null;
  if (part === undefined) return itemName(item).slice(0, QUESTION_LIMITS.sourceWords);
  if (part === STEP) return stepAbove(tool, itemId);
  const column = item.kind === "table" ? item.columns.find(({ id }) => id === part) : undefined;
  return column ? (column.question ?? column.label) : null;
}

function stepAbove(tool: ToolDefinition, itemId: string): string | null {
  for (const { nodes } of tool.sections) {
    let step: string | null = null;
    for (const node of nodes) {
      if (node.kind === "step") step = node.text;
      if (nodeItems(node).some(({ id }) => id === itemId)) return step;
    }
  }
  return null;
}

/** What is offered ready-made, of the tools that this person may open. */
export function listOfferedQuestions(context: TeamContext): readonly OfferedGroup[] {
  return TOOLKITS.flatMap(({ feedbackQuestions = [] }) => feedbackQuestions)
    .map(({ title, questions }) => ({
      title,
      questions: questions.flatMap(({ tool, item, column, step, plain, kind, options }): OfferedChoice[] => {
        const itemId = step ? `${item}/${STEP}` : column ? columnOffersId(item, column) : item;
        const words = findToolWords(context, { ...tool, itemId });
        return words === null ? [] : [{ words: plain, kind, options: options ? optionsOf(OPTION_SETS[options]) : [], source: { ...tool, itemId, words } }];
      }),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** How people outside of the team can answer an item of this kind. */
function askAs(item: Item): Pick<OfferedChoice, "kind" | "options"> {
  if (item.kind === "status" || item.kind === "rating") return { kind: "choice", options: optionsOf(OPTION_SETS.partly) };
  const labels = item.kind === "choice" ? item.options.map(({ label }) => label.slice(0, QUESTION_LIMITS.option)) : [];
  const isFit = labels.length >= QUESTION_LIMITS.fewestOptions && labels.length <= QUESTION_LIMITS.mostOptions;
  return isFit ? { kind: "choice", options: optionsOf(labels) } : { kind: "text", options: [] };
}

/** Every item of a tool as a question in the tool's own words; none for a tool that is not open to this person. */
export function listToolQuestions(context: TeamContext, toolRef: ToolRef): readonly OfferedChoice[] {
  if (!findOpenTool(context, toolRef)) return [];
  return toolItems(getTool(toolRef))
    .filter(({ kind }) => kind !== "person" && kind !== "date")
    .map((item) => {
      const words = itemName(item);
      return { ...askAs(item), words: words.slice(0, QUESTION_LIMITS.words), source: { ...toolRef, itemId: item.id, words: words.slice(0, QUESTION_LIMITS.sourceWords) } };
    });
}

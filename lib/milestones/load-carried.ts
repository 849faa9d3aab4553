import "server-only";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { itemName, sectionItems, toolItems } from "@/lib/domain/tool/items";
import { listToolParts } from "@/lib/domain/tool/tool-parts";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { nameAnswers } from "@/lib/people/name-answers";
import type { TeamContext } from "@/lib/platform/auth/context";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import type { CarriedItem, Reassessment } from "./reassess";

export interface CarriedAnswerView {
  readonly itemId: string;
  readonly words: string;
  /** As people read it; empty for one that was cleared since. */
  readonly answer: string;
  readonly state: CarriedItem["state"];
}

export interface CarriedPart {
  /** Anchor in its tool. */
  readonly id: string;
  readonly title: string;
  readonly items: readonly CarriedAnswerView[];
}

export interface CarriedToolView {
  readonly tool: Pick<ToolDefinition, "ref" | "slug" | "label" | "title">;
  readonly parts: readonly CarriedPart[];
}

/** The answers that were carried forward, tool by tool and part by part, as they are printed. */
export async function loadCarried(context: TeamContext, { items }: Pick<Reassessment, "items">): Promise<readonly CarriedToolView[]> {
  const tools = MAIN_TOOLKIT.tools.filter(({ ref }) => items.some(({ tool }) => tool === toolKey(ref)));
  const { answers } = await getTeamAnswers(context, tools.map(({ ref }) => ref));
  const named = await nameAnswers(context, tools.flatMap(toolItems), answers);
  const states = new Map(items.map(({ itemId, state }) => [itemId, state]));
  const view = (item: Item): CarriedAnswerView[] => {
    const state = states.get(item.id);
    return state ? [{ itemId: item.id, words: itemName(item), answer: formatAnswer(item, named[item.id] ?? null), state }] : [];
  };
  return tools.map((tool) => {
    const { ref, slug, label, title } = tool;
    return { tool: { ref, slug, label, title }, parts: partsOf(tool).map((part) => ({ id: part.id, title: part.title, items: part.items.flatMap(view) })).filter((part) => part.items.length > 0) };
  });
}

/** Each item once: under the area that it is rated in, else under its section. */
function partsOf(tool: ToolDefinition): readonly { readonly id: string; readonly title: string; readonly items: readonly Item[] }[] {
  const areas = listToolParts(tool).filter(({ isArea }) => isArea);
  const inAreas = new Set(areas.flatMap((area) => area.items.map(({ id }) => id)));
  const sections = tool.sections.map((section) => ({ id: section.id, title: section.title ?? tool.title, items: sectionItems(section).filter(({ id }) => !inAreas.has(id)) }));
  return [...sections, ...areas];
}

import type { Answers, ChoiceValue } from "@/lib/domain/answer/answers";
import type { Item, Section, SectionCondition, ToolDefinition } from "@/lib/domain/tool/definition";
import { sectionItems } from "@/lib/domain/tool/items";

/** Whether the choice that a section depends on is one of those it is for. */
export function isMet({ options }: Pick<SectionCondition, "options">, choice: unknown): boolean {
  return options.includes((choice as ChoiceValue | null | undefined)?.option ?? "");
}

/** Whether anything is chosen at all: nothing chosen is no "no". */
export function isChosen(choice: unknown): boolean {
  return Boolean((choice as ChoiceValue | null | undefined)?.option);
}

/** Whether this team is asked what stands in the section. */
export function isSectionAsked({ when }: Pick<Section, "when">, answers: Answers): boolean {
  return when === undefined || isMet(when, answers[when.item]);
}

/** The items of a tool that this team is asked, in printed order: progress and review count no others. */
export function askedItems(tool: Pick<ToolDefinition, "sections">, answers: Answers): Item[] {
  return tool.sections.filter((section) => isSectionAsked(section, answers)).flatMap(sectionItems);
}

/** Whether what a tool asks depends on its answers. */
export function hasConditions({ sections }: Pick<ToolDefinition, "sections">): boolean {
  return sections.some(({ when }) => when !== undefined);
}

import type { Answers } from "@/lib/domain/answer/answers";
import { countProgress } from "@/lib/domain/item/item-readers";
import type { ToolPart } from "@/lib/domain/tool/tool-parts";
import type { ToolStep } from "@/lib/domain/tool/tool-steps";
import type { NavPart } from "./section-nav";

/**
 * The titled parts of a tool as its navigation shows them.
 * @param counted The items that count, in order.
 * @param answers The answers when nobody can change them here; null to count along.
 */
export function navParts(parts: readonly ToolPart[], counted: readonly string[], steps: readonly ToolStep[], answers: Answers | null): NavPart[] {
  let step: string | null = null;
  return parts.map(({ id, title, isArea, isOnDemand, items }) => {
    // An area belongs to the section before it.
    step = steps.find(({ sectionIds }) => sectionIds.includes(id))?.id ?? step;
    const printed = items.filter((item) => !item.extension);
    const { answered, total } = countProgress(printed, answers ?? {});
    const count = answers && total > 0 ? `${answered} of ${total}` : null;
    const from = printed[0] ? counted.indexOf(printed[0].id) : -1;
    return { id, title, isArea, ...(isOnDemand && { isOnDemand }), step, count, ...(answers || from < 0 ? {} : { range: [from, from + printed.length] as const }) };
  });
}

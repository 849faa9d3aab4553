import { formatAnswer } from "@/lib/domain/item/item-readers";
import type { RatedItem } from "./assessed-items";

/** One rating that the toolkit prints word for word in more than one area. */
export interface SharedItem {
  readonly prompt: string;
  readonly copies: readonly {
    readonly itemId: string;
    readonly areaTitle: string;
    /** Empty when blank. */
    readonly answerText: string;
  }[];
  /** Every copy is answered, and not alike. */
  readonly isAnsweredDifferently: boolean;
}

interface AreaItems {
  readonly title: string;
  readonly items: readonly RatedItem[];
}

/** Items that stand in more than one area. Each counts in its own area, and the report says so. */
export function listSharedItems(areas: readonly AreaItems[]): SharedItem[] {
  const placed = areas.flatMap(({ title, items }) => items.map((rated) => ({ title, rated })));
  const prompts = new Set(placed.map(({ rated }) => rated.item.prompt));
  return [...prompts].flatMap((prompt) => {
    const copies = placed.filter(({ rated }) => rated.item.prompt === prompt);
    if (copies.length < 2) return [];
    const values = copies.map(({ rated }) => rated.value);
    return [
      {
        prompt,
        copies: copies.map(({ title, rated }) => ({
          itemId: rated.item.id,
          areaTitle: title,
          answerText: formatAnswer(rated.item, rated.value),
        })),
        isAnsweredDifferently: values.every((value) => value !== null) && new Set(values).size > 1,
      },
    ];
  });
}

/** The disclosure as a sentence, with a second one when the copies are answered differently. */
export function formatSharedItem({ prompt, copies, isAnsweredDifferently }: SharedItem): string {
  const areas = copies.map(({ areaTitle }) => areaTitle.split(":", 1)[0]).join(" and ");
  const disclosure = `The item “${prompt}” is printed in ${areas}. It counts in each.`;
  if (!isAnsweredDifferently) return disclosure;
  const answers = copies.map(({ answerText }) => answerText).join(" and ");
  return `${disclosure} It is answered differently: ${answers}.`;
}

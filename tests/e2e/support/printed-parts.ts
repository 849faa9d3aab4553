import type { Answer } from "@/lib/domain/answer/answers";
import { formatAnswer, formatCell } from "@/lib/domain/item/item-readers";
import type { Item } from "@/lib/domain/tool/definition";
import { squash } from "@/tests/exports/pdf/read-pdf";

/** What the PDF must hold of an answer: the words themselves, or the mark at the chosen one. */
export function printedParts(item: Item, answer: Answer): string[] {
  if (item.kind === "table") {
    return (answer as Extract<Answer, readonly unknown[]>).flatMap((row) =>
      item.columns.map((column) => formatCell(column, row)),
    );
  }
  if (item.kind === "choice") {
    const { option, other } = answer as { option: string; other?: string };
    // In a line's cell no other option is printed beside it.
    const isCell = /-step-\d-status$/.test(item.id);
    return [`${isCell ? "" : "✓ "}${formatAnswer(item, { option })}`, ...(other ? [other] : [])];
  }
  const words = formatAnswer(item, answer);
  return [item.kind === "status" || item.kind === "rating" ? `✓ ${words}` : words];
}

/** How often each part has to be there: forty statements rated alike need forty marks. */
export function countParts(parts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(squash(part), (counts.get(squash(part)) ?? 0) + 1);
  return counts;
}

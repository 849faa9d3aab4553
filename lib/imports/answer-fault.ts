import { type AnswerFault, findAnswerFaults } from "@/lib/domain/answer/answer-problem";
import { draftSchemaOf } from "@/lib/domain/item/item-schemas";
import type { Item, TableItem } from "@/lib/domain/tool/definition";
import { clip } from "./clip";

/** Most places of one table that are named; the rest are counted. */
const MOST_PLACES = 3;

/** What is wrong with an answer from a file, in one line; a table's faults name row and column. Null when it fits. */
export function findAnswerFault(item: Item, answer: unknown): string | null {
  const faults = findAnswerFaults(draftSchemaOf(item), answer);
  const [first] = faults;
  if (!first) return null;
  if (item.kind !== "table") return first.reason;
  const twins = findTwins(answer);
  if (twins && faults.every(({ path }) => path.length === 0)) return `Rows ${twins.join(" and ")}: ${first.reason}`;
  const named = faults.slice(0, MOST_PLACES).map((fault) => describe(item, fault));
  const more = faults.length - named.length;
  return [...named, ...(more > 0 ? [`And ${more} more in this table.`] : [])].join(" ");
}

function describe(item: TableItem, { path: [row, part, column], reason }: AnswerFault): string {
  if (typeof row !== "number") return reason;
  if (part !== "cells" || column === undefined) return `Row ${row + 1}: ${reason}`;
  const label = item.columns.find(({ id }) => id === column)?.label ?? String(column);
  return `Row ${row + 1}, “${clip(label)}”: ${reason}`;
}

/** The numbers of two rows with one id. */
function findTwins(answer: unknown): readonly [number, number] | null {
  const places = new Map<unknown, number>();
  for (const [index, row] of (Array.isArray(answer) ? answer : []).entries()) {
    const id = (row as { id?: unknown } | null)?.id;
    const first = places.get(id);
    if (first !== undefined) return [first, index + 1];
    places.set(id, index + 1);
  }
  return null;
}

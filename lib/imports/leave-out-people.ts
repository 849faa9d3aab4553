import { mayNamePeople } from "@/lib/domain/item/people-in-answers";
import { readPersonToken } from "@/lib/domain/people/person";
import type { Item } from "@/lib/domain/tool/definition";
import { clip } from "./clip";

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

interface WithoutStrangers {
  /** Null where nothing is left of it. */
  readonly value: unknown;
  /** What was left out, in words. */
  readonly leftOut: readonly string[];
}

/**
 * An answer of a file without those whom it names and who are not on the team: ids of another agency, and the words that
 * a file with roles only has in place of ids. The rest of the answer comes in.
 */
export function leaveOutPeople(item: Item, value: unknown, memberIds: ReadonlySet<string>): WithoutStrangers {
  if (!mayNamePeople(item)) return { value, leftOut: [] };
  const isKnown = (stored: unknown) => typeof stored === "string" && (stored === "" || memberIds.has(readPersonToken(stored)?.personId ?? ""));
  if (item.kind !== "table") {
    return value === null || isKnown(value) ? { value, leftOut: [] } : { value: null, leftOut: ["It names somebody who is not on this team."] };
  }
  if (!Array.isArray(value)) return { value, leftOut: [] };
  const people = item.columns.filter(({ kind }) => kind === "person");
  const leftOut: string[] = [];
  const rows = value.map((row: unknown, index) => {
    if (!isObject(row) || !isObject(row.cells)) return row;
    const cells = { ...row.cells };
    for (const { id, label } of people) {
      if (cells[id] === undefined || isKnown(cells[id])) continue;
      delete cells[id];
      leftOut.push(`Row ${index + 1}, “${clip(label)}”: it names somebody who is not on this team.`);
    }
    return { ...row, cells };
  });
  return { value: rows, leftOut };
}

import type { PresentTab } from "@/lib/sync/protocol";

export interface PresentPerson {
  readonly userId: string;
  readonly name: string;
  readonly initials: string;
  /** Where they are, in one of their tabs. */
  readonly itemId: string | null;
}

/** "DR" for "Dana R." */
function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? "");
  return letters.join("").toUpperCase() || "?";
}

/** Each person once, by name. */
export function listPeople(tabs: readonly PresentTab[]): PresentPerson[] {
  const people = new Map<string, PresentPerson>();
  for (const { userId, name, itemId } of tabs) {
    const known = people.get(userId);
    people.set(userId, { userId, name, initials: initialsOf(name), itemId: known?.itemId ?? itemId });
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
}

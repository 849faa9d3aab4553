/** What lies beside one item, as its button says it. */
export interface ItemNotes {
  /** Conversations that are not resolved. */
  readonly openComments: number;
  /** Comments of all conversations, the deleted ones not counted. */
  readonly comments: number;
  readonly files: number;
  readonly assignment: ItemAssignment | null;
  /** Where the team decided its answer: "round 2", "the meeting on Dec 3, 2026". */
  readonly decidedIn?: { readonly where: string; readonly href: string };
  /** The milestone that its answer was carried forward from, while nobody has looked at it. */
  readonly carriedFrom?: { readonly name: string; readonly href: string };
}

const NOTHING: ItemNotes = { openComments: 0, comments: 0, files: 0, assignment: null };

/** The same with where answers were decided, by item. */
export function withDecisions(notes: ReadonlyMap<string, ItemNotes>, decided: ReadonlyMap<string, NonNullable<ItemNotes["decidedIn"]>>): ReadonlyMap<string, ItemNotes> {
  return new Map([...notes, ...[...decided].map(([id, decidedIn]) => [id, { ...(notes.get(id) ?? NOTHING), decidedIn }] as const)]);
}

/** The same with what was carried forward and waits to be looked at. */
export function withCarried(notes: ReadonlyMap<string, ItemNotes>, itemIds: Iterable<string>, carriedFrom: NonNullable<ItemNotes["carriedFrom"]>): ReadonlyMap<string, ItemNotes> {
  return new Map([...notes, ...[...itemIds].map((id) => [id, { ...(notes.get(id) ?? NOTHING), carriedFrom }] as const)]);
}

export interface ItemAssignment {
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly dueOn: string | null;
  readonly isAccepted: boolean;
  readonly isHandedBack: boolean;
}

const DAY = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", timeZone: "UTC" });

function count(number: number, one: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${one}s`;
}

/** "Dana R., due Dec 3" */
export function describeAssignment({ name, dueOn, isHandedBack }: ItemAssignment): string {
  if (isHandedBack) return `${name} handed it back`;
  return dueOn ? `${name}, due ${DAY.format(new Date(dueOn))}` : name;
}

/** "2 comments · 1 file · Dana R., due Dec 3"; empty when nothing lies there. */
export function describeNotes({ comments, openComments, files, assignment }: ItemNotes): string {
  const parts: string[] = [];
  if (comments > 0) parts.push(count(comments, "comment") + (openComments === 0 ? " (resolved)" : ""));
  if (files > 0) parts.push(count(files, "file"));
  if (assignment) parts.push(describeAssignment(assignment));
  return parts.join(" · ");
}

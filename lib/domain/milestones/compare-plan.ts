import { isOverdue } from "@/lib/domain/plan/actions";
import type { ActionStatus } from "@/lib/domain/plan/action-status";
import type { ComparedArea } from "./compare-areas";
import type { DigestAction, DigestIdea } from "./milestone-digest";

export interface ComparedAction {
  readonly id: string;
  /** Its words now, or then where it was removed since. */
  readonly what: string;
  /** Null where it did not stand in the plan. */
  readonly then: ActionStatus | null;
  readonly now: ActionStatus | null;
  readonly isOverdue: boolean;
}

/** An idea that stood in the plan on either day, and what became of it. */
export interface ComparedIdea {
  readonly section: string;
  readonly name: string;
  readonly words: string;
  /** What it said then, where it says something else now. */
  readonly wordsThen: string | null;
  /** "kept", "new" since, or "gone" from the plan. */
  readonly standing: "kept" | "new" | "gone";
  readonly actions: readonly ComparedAction[];
  /** The areas that it came from; side by side, not cause and effect. */
  readonly areas: readonly Pick<ComparedArea, "id" | "name" | "then" | "now">[];
}

function compareActions(then: readonly DigestAction[], now: readonly DigestAction[], today: string): ComparedAction[] {
  const was = new Map(then.map((action) => [action.id, action]));
  const standing = now.map((action): ComparedAction => ({
    id: action.id,
    what: action.what,
    then: was.get(action.id)?.status ?? null,
    now: action.status,
    isOverdue: isOverdue(action, today),
  }));
  const gone = then.filter(({ id }) => !now.some((action) => action.id === id));
  return [...standing, ...gone.map(({ id, what, status }): ComparedAction => ({ id, what, then: status, now: null, isOverdue: false }))];
}

/** @param today the later day, "2026-12-01": what was due before it and is not done is overdue */
export function comparePlans(then: readonly DigestIdea[], now: readonly DigestIdea[], areas: readonly ComparedArea[], today: string): ComparedIdea[] {
  const sections = [...new Set([...now, ...then].map(({ section }) => section))];
  return sections.map((section) => {
    const [was, is] = [then, now].map((ideas) => ideas.find((idea) => idea.section === section)) as [DigestIdea | undefined, DigestIdea | undefined];
    const shown = (is ?? was) as DigestIdea;
    const from = new Set([...(was?.areas ?? []), ...(is?.areas ?? [])]);
    return {
      section,
      name: shown.name,
      words: shown.words,
      wordsThen: was && is && was.words !== is.words ? was.words : null,
      standing: was && is ? "kept" : is ? "new" : "gone",
      actions: compareActions(was?.actions ?? [], is?.actions ?? [], today),
      areas: areas.filter(({ id }) => from.has(id)).map(({ id, name, then: before, now: after }) => ({ id, name, then: before, now: after })),
    };
  });
}

/** "1 of 5 done, 1 blocked, 2 overdue, 1 removed since"; without any: "No actions". */
export function formatActions({ actions }: Pick<ComparedIdea, "actions">): string {
  const standing = actions.filter(({ now }) => now !== null);
  const count = (fits: (action: ComparedAction) => boolean) => standing.filter(fits).length;
  const blocked = count(({ now }) => now === "blocked");
  const overdue = count(({ isOverdue: late }) => late);
  const removed = actions.length - standing.length;
  const parts = [
    standing.length === 0 ? "No actions" : `${count(({ now }) => now === "done")} of ${standing.length} done`,
    ...(blocked > 0 ? [`${blocked} blocked`] : []),
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(removed > 0 ? [`${removed} removed since`] : []),
  ];
  return parts.join(", ");
}

import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import { type PersonRef, type People, showPerson } from "@/lib/domain/people/person";
import { ownerKeyOf } from "@/lib/domain/plan/plan-filter";
import { shorten } from "@/lib/domain/text/shorten";
import type { Plan } from "@/lib/plan/load-plan";
import type { PlanReasons } from "@/lib/plan/why";

/** What every part of the page knows. */
export interface PlanContext {
  readonly teamId: string;
  /** Who the reader is shown as. */
  readonly personId: string;
  readonly plan: Plan;
  readonly why: PlanReasons;
  readonly people: People;
  readonly mayChange: boolean;
}

/** How an action is called where its name has to stand alone; no two of a plan are called the same. */
export function nameActions({ actions, ideas }: Pick<Plan, "actions" | "ideas">): ReadonlyMap<string, string> {
  const wordsOf = ({ what }: PlannedAction) => (what === "" ? "Action without words" : shorten(what, 120));
  const ideaOf = (section: string) => ideas.find((idea) => idea.section === section)?.name ?? "";
  const count = new Map<string, number>();
  for (const action of actions) count.set(wordsOf(action), (count.get(wordsOf(action)) ?? 0) + 1);
  const used = new Map<string, number>();
  return new Map(
    actions.map((action) => {
      const words = wordsOf(action);
      if (count.get(words) === 1) return [action.id, words];
      const named = `${words}, ${ideaOf(action.section)}`;
      const number = (used.get(named) ?? 0) + 1;
      used.set(named, number);
      return [action.id, number === 1 ? named : `${named}, ${number}`];
    }),
  );
}

export interface ShownOwner {
  /** As `ownerKeyOf`. */
  readonly key: string;
  readonly name: string;
  /** Below the name: "You", "No account". */
  readonly note: string | null;
}

export function showOwner({ owner, lead }: { readonly owner: PersonRef | null; readonly lead: string }, { people, personId }: Pick<PlanContext, "people" | "personId">): ShownOwner {
  const key = ownerKeyOf({ owner, lead });
  if (owner) return { key, name: showPerson(people, owner), note: owner.personId === personId ? "You" : null };
  return lead === "" ? { key, name: "Nobody yet", note: null } : { key, name: lead, note: "No account" };
}

export interface PlanChoice {
  readonly id: string;
  readonly label: string;
}

/** Whose actions there are, with how many each has. */
export function listOwners({ plan: { actions }, ...context }: PlanContext): readonly PlanChoice[] {
  const owners = new Map<string, { readonly name: string; readonly count: number }>();
  for (const action of actions) {
    const { key, name, note } = showOwner(action, context);
    owners.set(key, { name: note === "No account" ? `${name}, no account` : name, count: (owners.get(key)?.count ?? 0) + 1 });
  }
  return [...owners].map(([id, { name, count }]) => ({ id, label: `${name} (${count})` })).sort((a, b) => Number(a.id === "none") - Number(b.id === "none") || a.label.localeCompare(b.label, "en"));
}

/** The areas that gaps behind the actions lie in. */
export function listAreas({ plan: { actions }, why }: PlanContext): readonly PlanChoice[] {
  const areas = new Map<string, string>([...why.values()].flat().map(({ areaId, areaName }) => [areaId, areaName]));
  return [...areas].map(([id, name]) => {
    const count = actions.filter(({ section }) => areasOf(why, section).includes(id)).length;
    return { id, label: `${name} (${count})` };
  });
}

/** The ideas that have actions. */
export function listIdeas({ plan: { actions, ideas } }: PlanContext): readonly PlanChoice[] {
  return ideas.flatMap(({ section, name, title }) => {
    const count = actions.filter((action) => action.section === section).length;
    if (count === 0) return [];
    return [{ id: section, label: `${name}${title === "" ? "" : `: ${shorten(title, 40)}`} (${count})` }];
  });
}

export function areasOf(why: PlanReasons, section: string): readonly string[] {
  return (why.get(section) ?? []).map(({ areaId }) => areaId);
}

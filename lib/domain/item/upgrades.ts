import type { Answer, Answers, ChoiceValue } from "@/lib/domain/answer/answers";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { itemName, itemsById } from "@/lib/domain/tool/items";
import { formatAnswer, isAnswered } from "./item-readers";
import { draftSchemaOf } from "./item-schemas";

/** An answer without a place in the newer version: kept beside the others, to be read and taken up again by hand. */
export interface KeptAnswer {
  readonly itemId: string;
  /** The version it was given in. */
  readonly version: number;
  /** What was asked, and where it stood. */
  readonly question: string;
  readonly source: string;
  readonly answer: Answer;
  /** As people read it. */
  readonly text: string;
}

export interface AnswerMove {
  readonly itemId: string;
  /** Null when the item has no answer any more. */
  readonly answer: Answer | null;
  /** The item that the answer was given to. */
  readonly fromItem: string;
}

export interface UpgradedAnswers {
  /** Of items of either version; items that are not named stay as they are. */
  readonly moves: readonly AnswerMove[];
  readonly kept: readonly KeptAnswer[];
}

/** The items that a tool had since this version and has no more, by id, as they last were. */
export function formerItems({ upgrades = [], ...tool }: ToolDefinition, version = 1): ReadonlyMap<string, Item> {
  const current = itemsById(tool);
  const was = upgrades.slice(version - 1).flatMap((upgrade) => upgrade.was);
  return new Map(was.filter(({ id }) => !current.has(id)).map((item) => [item.id, item]));
}

/** Items that were changed since this version, by id, as it had them. */
export function firstItems({ upgrades = [] }: ToolDefinition, version: number): ReadonlyMap<string, Item> {
  const was = upgrades.slice(version - 1).flatMap((upgrade) => upgrade.was);
  return new Map(was.toReversed().map((item) => [item.id, item]));
}

/** Where an answer of this version stands now, from its item's id to another's; items that stayed are not in it. */
export function findMovedItems({ upgrades = [] }: ToolDefinition, version: number): Readonly<Record<string, string>> {
  const places = new Map<string, string>();
  for (const { moved = {} } of upgrades.slice(version - 1)) {
    for (const [from, to] of places) places.set(from, moved[to] ?? to);
    for (const [from, to] of Object.entries(moved)) places.set(from, to);
  }
  return Object.fromEntries(places);
}

/** Every item that the tool has or had, by id: history names them all. */
export function itemsEver(tool: ToolDefinition): ReadonlyMap<string, Item> {
  return new Map([...itemsById(tool), ...formerItems(tool)]);
}

interface Standing {
  readonly answer: Answer;
  readonly fromItem: string;
}

/** Brings answers to an older version along to the tool's own: each finds its item, or is kept with what was asked. */
export function upgradeAnswers(tool: ToolDefinition, version: number, answers: Answers): UpgradedAnswers {
  const items = itemsById(tool);
  const upgrades = (tool.upgrades ?? []).slice(version - 1);
  const first = firstItems(tool, version);
  const given = Object.fromEntries(Object.entries(answers).filter(([id, answer]) => isGiven(first.get(id) ?? items.get(id), answer)));
  const standing = new Map(Object.entries(given).map(([id, answer]): [string, Standing] => [id, { answer, fromItem: id }]));
  const kept: KeptAnswer[] = [];
  const lastSeen = new Map<string, { item: Item; version: number }>();
  const keep = (id: string, answer: Answer) => {
    const seen = lastSeen.get(id);
    if (seen) kept.push(describe(seen.item, seen.version, answer));
    standing.delete(id);
  };

  upgrades.forEach(({ was, moved = {}, options = {} }, index) => {
    const later = new Set(upgrades.slice(index + 1).flatMap((upgrade) => upgrade.was.map(({ id }) => id)));
    for (const item of was) {
      lastSeen.set(item.id, { item, version: version + index });
      const found = standing.get(item.id);
      if (!found) continue;
      const answer = renameOption(found.answer, options[item.id]);
      const target = moved[item.id];
      if (target === undefined) {
        if (items.has(item.id) || later.has(item.id)) standing.set(item.id, { ...found, answer });
        else keep(item.id, found.answer);
      } else if (standing.has(target)) keep(item.id, found.answer);
      else {
        standing.delete(item.id);
        standing.set(target, { answer, fromItem: found.fromItem });
        lastSeen.set(target, { item, version: version + index });
      }
    }
  });

  for (const [id, { answer, fromItem }] of [...standing]) {
    const item = items.get(id);
    const isAsBefore = fromItem === id && answer === given[id] && !lastSeen.has(id);
    if (isAsBefore || !item) continue;
    // As it was given: an option of that name may say nothing to whoever reads it.
    if (!draftSchemaOf(item).safeParse(answer).success) keep(id, given[fromItem] as Answer);
  }
  return { moves: listMoves(given, standing), kept };
}

/** Blanks have nothing to bring along; what belongs to no item of either version stays where it is. */
function isGiven(item: Item | undefined, answer: Answer): boolean {
  return item !== undefined && isAnswered(item, answer);
}

function renameOption(answer: Answer, names: Readonly<Record<string, string>> | undefined): Answer {
  if (!names || typeof answer !== "object" || Array.isArray(answer)) return answer;
  const choice = answer as ChoiceValue;
  const option = names[choice.option];
  return option === undefined ? answer : { ...choice, option };
}

function describe(item: Item, version: number, answer: Answer): KeptAnswer {
  return { itemId: item.id, version, question: itemName(item), source: item.source, answer, text: formatAnswer(item, answer) };
}

function listMoves(before: Answers, after: ReadonlyMap<string, Standing>): AnswerMove[] {
  const cleared = Object.keys(before).filter((id) => !after.has(id)).map((id) => ({ itemId: id, answer: null, fromItem: id }));
  const changed = [...after].filter(([id, { answer }]) => answer !== before[id]);
  return [...cleared, ...changed.map(([itemId, { answer, fromItem }]) => ({ itemId, answer, fromItem }))];
}

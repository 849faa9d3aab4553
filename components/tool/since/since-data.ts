import { type Answer } from "@/lib/domain/answer/answers";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import { listPeopleInAnswer, nameInAnswer, type ShowInAnswer } from "@/lib/domain/item/people-in-answers";
import type { PersonRef } from "@/lib/domain/people/person";
import { shorten } from "@/lib/domain/text/shorten";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { describeEvent, describeNews } from "@/lib/since/since";
import type { ToolSince } from "@/lib/since/load-since";

/** What a tool's page marks as new to its reader. */
export interface SinceData {
  /** As of when. */
  readonly at: string;
  /** In the order of the page. */
  readonly changes: readonly SinceChange[];
  /** What happened to the whole tool, in words. */
  readonly events: readonly string[];
  /** Where the reader was last; null at the beginning. */
  readonly lastItem: string | null;
}

export interface SinceChange {
  readonly itemId: string;
  /** "Changed, 2 new comments" */
  readonly words: string;
  /** What the answer was, without a name; null where it was blank or did not change. */
  readonly was: string | null;
}

const WAS_LENGTH = 90;

/** Everyone whom the answers of before name. */
export function listPeopleInNews(tool: ToolDefinition, { news }: ToolSince): PersonRef[] {
  return toolItems(tool).flatMap((item) => listPeopleInAnswer(item, news?.items.find(({ itemId }) => itemId === item.id)?.answer?.before));
}

/** The news as the page needs them; items that the tool no longer has are left out. */
export function buildSinceData(tool: ToolDefinition, { news, at, lastItem }: ToolSince, show: ShowInAnswer): SinceData {
  const items = toolItems(tool);
  const changes = items.flatMap((item) => {
    const found = news?.items.find(({ itemId }) => itemId === item.id);
    return found ? [{ itemId: item.id, words: describeNews(found), was: found.answer && wasOf(item, nameInAnswer(item, found.answer.before, show)) }] : [];
  });
  const isAtBeginning = lastItem === null || lastItem === items[0]?.id;
  return { at, changes, events: news?.events.map(describeEvent) ?? [], lastItem: isAtBeginning ? null : lastItem };
}

/** A table's rows before would be a page of their own; its history shows them. */
function wasOf(item: Item, before: Answer | null): string | null {
  if (before === null || item.kind === "table") return null;
  const text = formatAnswer(item, before).replace(/\s+/g, " ").trim();
  if (text === "") return null;
  return shorten(text, WAS_LENGTH);
}

/** The one after `from` in this order, from the end to the beginning; null where there is none. */
export function nextOf(ids: readonly string[], order: readonly string[], from: string | null): string | null {
  const at = from === null ? -1 : order.indexOf(from);
  return ids.find((id) => order.indexOf(id) > at) ?? ids[0] ?? null;
}

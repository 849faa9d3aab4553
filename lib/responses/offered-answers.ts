import "server-only";
import { TOOLS } from "@/content/toolkits";
import { type Answers, answerTo, type TableRow } from "@/lib/domain/answer/answers";
import type { Item, Offer, ToolDefinition } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { isSameTool, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { getTeamAnswers } from "./team-answers";
import { findOpenTool } from "./tool-access";

/** What may be taken over into an answer, in words. */
export interface Offered {
  readonly title: string;
  readonly words: readonly string[];
  readonly isOurMapping?: true;
  /** For a table: the column of a new row that the words go into. */
  readonly into?: string;
  /** For a date: the moment that is meant, ISO 8601. */
  readonly at?: string;
}

const MOST_WORDS = 40;

function idsOf({ statements = [], table }: Offer): readonly string[] {
  return table ? [...statements, table.item] : statements;
}

/** Whether one of these words begins a word of the row: "peer" is in "Peers", and not in the name "Speer". */
function says({ cells }: TableRow, columns: readonly string[], words: readonly string[]): boolean {
  const text = columns.map((column) => cells[column] ?? "").join("\n");
  return new RegExp(`(?<!\\p{L})(?:${words.join("|")})`, "iu").test(text);
}

const YES_OR_BEGUN: NonNullable<Offer["answered"]> = ["yes", "in-progress"];

function wordsOf({ statements = [], answered = YES_OR_BEGUN, table }: Offer, items: ReadonlyMap<string, Item>, answers: Answers): string[] {
  const stated = statements.flatMap((id) => {
    const item = items.get(id);
    const answer = item && answerTo(item, answers);
    return item && answered.some((one) => one === answer) ? [item.prompt.replace(/\.$/, "")] : [];
  });
  const rows = (table && (answers[table.item] as readonly TableRow[] | undefined)) ?? [];
  const isMeant = (row: TableRow) => !table?.saying || says(row, table.columns, table.saying);
  const listed = rows.filter(isMeant).map(({ cells }) => (table?.columns ?? []).map((column) => (cells[column] ?? "").trim()).filter(Boolean).join(", "));
  return [...new Set([...stated, ...listed].filter(Boolean))].slice(0, MOST_WORDS);
}

/** What other tools' answers offer for the items of this one, by item id: only of tools that the person may open. */
export async function listOffers(context: TeamContext, tool: ToolDefinition): Promise<ReadonlyMap<string, Offered>> {
  const asking = toolItems(tool).flatMap((item) => (item.offers ? [{ item, offers: item.offers }] : []));
  if (asking.length === 0) return new Map();
  const wanted = new Set(asking.flatMap(({ offers }) => idsOf(offers)));
  const isAsked = (ref: ToolRef) => asking.some(({ offers: { completed } }) => completed && isSameTool(completed, ref));
  const holders = TOOLS.filter((one) => findOpenTool(context, one.ref) && (isAsked(one.ref) || toolItems(one).some(({ id }) => wanted.has(id))));
  if (holders.length === 0) return new Map();
  const { answers, tools } = await getTeamAnswers(context, holders.map(({ ref }) => ref));
  const items = new Map(holders.flatMap(toolItems).map((item) => [item.id, item]));
  const offers = asking.map(({ item, offers: { title, isOurMapping, into, completed, ...offer } }): readonly [string, Offered] => {
    const at = completed && tools.get(toolKey(completed))?.completed?.at;
    return [item.id, { title, words: wordsOf({ title, ...offer }, items, answers), ...(isOurMapping && { isOurMapping }), ...(into !== undefined && { into }), ...(at && { at }) }];
  });
  return new Map(offers.filter(([, { words, at }]) => words.length > 0 || at !== undefined));
}

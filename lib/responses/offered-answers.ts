import "server-only";
import { TOOLS } from "@/content/toolkits";
import { type Answers, answerTo, type TableRow } from "@/lib/domain/answer/answers";
import type { Item, Offer, ToolDefinition } from "@/lib/domain/tool/definition";
import { columnOffersId, toolItems } from "@/lib/domain/tool/items";
import { isSameTool, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { getTeamAnswers, type TeamAnswers } from "./team-answers";
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

function idsOf({ statements = [], tables = [] }: Offer): readonly string[] {
  return [...statements, ...tables.map(({ item }) => item)];
}

/** Whether one of these words begins a word of the row: "peer" is in "Peers", and not in the name "Speer". */
function says({ cells }: TableRow, columns: readonly string[], words: readonly string[]): boolean {
  const text = columns.map((column) => cells[column] ?? "").join("\n");
  return new RegExp(`(?<!\\p{L})(?:${words.join("|")})`, "iu").test(text);
}

const YES_OR_BEGUN: NonNullable<Offer["answered"]> = ["yes", "in-progress"];

function wordsOf({ statements = [], answered = YES_OR_BEGUN, tables = [] }: Offer, items: ReadonlyMap<string, Item>, answers: Answers): string[] {
  const stated = statements.flatMap((id) => {
    const item = items.get(id);
    const answer = item && answerTo(item, answers);
    return item && answered.some((one) => one === answer) ? [item.prompt.replace(/\.$/, "")] : [];
  });
  const listed = tables.flatMap(({ item, columns, onlyFirst, saying }) => {
    const rows = (answers[item] as readonly TableRow[] | undefined) ?? [];
    const meant = rows.filter((row) => !saying || says(row, columns, saying));
    return meant.map(({ cells }) => {
      const words = columns.map((column) => (cells[column] ?? "").trim()).filter(Boolean);
      return (onlyFirst ? words.slice(0, 1) : words).join(", ");
    });
  });
  return [...new Set([...stated, ...listed].filter(Boolean))].slice(0, MOST_WORDS);
}

/** The items of a tool and the columns of its tables that other tools' answers may be taken over into. */
function listAsking(tool: ToolDefinition): readonly { readonly id: string; readonly offers: readonly Offer[] }[] {
  return toolItems(tool).flatMap((item) => [
    ...(item.offers ? [{ id: item.id, offers: item.offers }] : []),
    ...(item.kind === "table" ? item.columns.flatMap(({ id, offers }) => (offers ? [{ id: columnOffersId(item.id, id), offers }] : [])) : []),
  ]);
}

interface Asking {
  readonly asking: ReturnType<typeof listAsking>;
  /** The tools whose answers are offered. */
  readonly holders: readonly ToolDefinition[];
}

// The toolkit's own, the same each time, and found by looking through every item of every tool.
const known = new WeakMap<ToolDefinition, Asking>();

function askingOf(tool: ToolDefinition): Asking {
  const found = known.get(tool) ?? findAsking(tool);
  known.set(tool, found);
  return found;
}

function findAsking(tool: ToolDefinition): Asking {
  const asking = listAsking(tool);
  const wanted = new Set(asking.flatMap(({ offers }) => offers.flatMap(idsOf)));
  const isAsked = (ref: ToolRef) => asking.some(({ offers }) => offers.some(({ completed }) => completed && isSameTool(completed, ref)));
  return { asking, holders: TOOLS.filter((one) => isAsked(one.ref) || toolItems(one).some(({ id }) => wanted.has(id))) };
}

/** The tools whose answers are offered in this one, of those that the person may open. */
export function listOfferingTools(context: TeamContext, tool: ToolDefinition): readonly ToolRef[] {
  return askingOf(tool).holders.map(({ ref }) => ref).filter((ref) => findOpenTool(context, ref));
}

/**
 * What other tools' answers offer for the items and columns of this one, by their ids: only of tools that the person may open.
 * @param answered the answers of `listOfferingTools`, where they are read for more than that
 */
export async function listOffers(
  context: TeamContext,
  tool: ToolDefinition,
  answered?: Promise<Pick<TeamAnswers, "answers" | "tools">>,
): Promise<ReadonlyMap<string, readonly Offered[]>> {
  const { asking, holders: all } = askingOf(tool);
  const holders = all.filter(({ ref }) => findOpenTool(context, ref));
  if (asking.length === 0 || holders.length === 0) return new Map();
  const { answers, tools } = await (answered ?? getTeamAnswers(context, listOfferingTools(context, tool)));
  const items = new Map(holders.flatMap(toolItems).map((item) => [item.id, item]));
  const readOffer = ({ isOurMapping, into, completed, ...offer }: Offer): Offered => {
    const at = completed && tools.get(toolKey(completed))?.completed?.at;
    return { title: offer.title, words: wordsOf(offer, items, answers), ...(isOurMapping && { isOurMapping }), ...(into !== undefined && { into }), ...(at && { at }) };
  };
  // The same offer stands at many places of a tool: one object is sent once.
  const read = new Map([...new Set(asking.flatMap(({ offers }) => offers))].map((offer) => [offer, readOffer(offer)]));
  const isThere = ({ words, at }: Offered) => words.length > 0 || at !== undefined;
  const offered = asking.map(({ id, offers }) => [id, offers.flatMap((offer) => read.get(offer) ?? []).filter(isThere)] as const);
  return new Map(offered.filter(([, offers]) => offers.length > 0));
}

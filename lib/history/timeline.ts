import { isSameAnswer } from "@/lib/domain/answer/same-answer";
import type { Answer } from "@/lib/domain/answer/answers";
import { isAnswered } from "@/lib/domain/item/item-readers";
import type { ShowInAnswer } from "@/lib/domain/item/people-in-answers";
import type { PersonRef } from "@/lib/domain/people/person";
import type { Item } from "@/lib/domain/tool/definition";
import { itemName } from "@/lib/domain/tool/items";
import type { StatusWord } from "@/lib/events/response-event";
import { type ChangeView, viewChange } from "./change-view";
import type { TimelineEntry as StoredEntry } from "./history-timeline";
import { type Allowance, usualAllowance } from "./text-difference";

/** One item as one person left it, after one or more changes in a row. */
export interface TimelineChange {
  readonly itemId: string;
  /** The printed number and the prompt. */
  readonly name: string;
  /** "2:10 – 3:04 PM". */
  readonly time: string;
  readonly isRestore: boolean;
  readonly change: ChangeView;
}

export type TimelineBlock =
  | { readonly kind: "status"; readonly by: PersonRef; readonly status: StatusWord; readonly time: string }
  | {
      readonly kind: "person";
      readonly by: PersonRef;
      /** "answered 4 items and changed 2". */
      readonly summary: string;
      readonly changes: readonly TimelineChange[];
    };

export interface TimelineDay {
  /** ISO calendar date. */
  readonly date: string;
  /** "Sunday, November 22, 2026". */
  readonly title: string;
  readonly blocks: readonly TimelineBlock[];
}

type StatusEntry = Extract<StoredEntry, { kind: "status" }>;
type AnswerEntry = Omit<Extract<StoredEntry, { kind: "answer" }>, "key">;
/** An entry of the history, or of an export of it. */
type TimelineEntry = AnswerEntry | StatusEntry;

/** Changes of one item by one person that follow on each other, newest first. */
interface Run {
  readonly newest: AnswerEntry;
  oldest: AnswerEntry;
}

interface PersonDraft {
  readonly kind: "person";
  readonly by: PersonRef;
  readonly who: string;
  readonly runs: Run[];
}
type Draft = PersonDraft | StatusEntry;

interface TimelineSetting {
  readonly timeZone: string;
  readonly allowance?: Allowance | undefined;
  /** What tells one person's changes from another's; without it who they are. */
  readonly tellApart?: (by: PersonRef) => string;
  /** What stands for the people whom answers name. */
  readonly show?: ShowInAnswer;
}

/**
 * Groups entries (newest first) by day and by person. What happened to the whole tool parts them, so that answers given
 * before it was complete never stand with those given after it was reopened.
 */
export function buildTimeline(
  entries: readonly TimelineEntry[],
  items: ReadonlyMap<string, Item>,
  { timeZone, allowance = usualAllowance(), tellApart = ({ personId }) => personId, show }: TimelineSetting,
): TimelineDay[] {
  const print = timePrinter(timeZone);
  const days = new Map<string, { title: string; drafts: Draft[] }>();
  const order = [...items.keys()];
  const placeOf = (entry: TimelineEntry) => (entry.kind === "answer" ? order.indexOf(entry.itemId) : 0);
  // What was saved together stands in the order of the tool.
  for (const entry of entries.toSorted((a, b) => b.at.localeCompare(a.at) || placeOf(a) - placeOf(b))) {
    const date = print.date(entry.at);
    const day = days.get(date) ?? { title: print.day(entry.at), drafts: [] };
    days.set(date, day);
    if (entry.kind === "status") day.drafts.push(entry);
    else addTo(findPerson(day.drafts, entry.by, tellApart(entry.by)), entry);
  }
  return [...days].map(([date, { title, drafts }]) => ({
    date,
    title,
    blocks: drafts.map((draft) =>
      draft.kind === "status"
        ? { kind: "status", by: draft.by, status: draft.status, time: print.time(draft.at) }
        : toBlock(draft, items, { print, allowance, show }),
    ),
  }));
}

/** The person's part of the day, since what last happened to the whole tool. */
function findPerson(drafts: Draft[], by: PersonRef, who: string): PersonDraft {
  const since = drafts.findLastIndex(({ kind }) => kind === "status");
  const found = drafts.slice(since + 1).find((draft) => draft.kind === "person" && draft.who === who);
  if (found?.kind === "person") return found;
  const made: PersonDraft = { kind: "person", by, who, runs: [] };
  drafts.push(made);
  return made;
}

function addTo({ runs }: PersonDraft, entry: AnswerEntry): void {
  const last = runs.findLast(({ newest }) => newest.itemId === entry.itemId);
  const follows = last && !last.oldest.isRestore && !entry.isRestore && isSameAnswer(last.oldest.before, entry.after);
  if (follows) last.oldest = entry;
  else runs.push({ newest: entry, oldest: entry });
}

function toBlock(
  { by, runs }: PersonDraft,
  items: ReadonlyMap<string, Item>,
  { print, allowance, show }: { readonly print: TimePrinter; readonly allowance: Allowance; readonly show: ShowInAnswer | undefined },
): TimelineBlock {
  const changes = runs.map(({ newest, oldest }): TimelineChange => {
    const item = items.get(newest.itemId);
    const name = item ? `${item.number ? `${item.number} ` : ""}${itemName(item)}` : "A question this tool no longer has";
    const change: ChangeView = item ? viewChange(item, oldest.before, newest.after, allowance, show) : { kind: "none" };
    return { itemId: newest.itemId, name, time: print.span(oldest.at, newest.at), isRestore: newest.isRestore, change };
  });
  return { kind: "person", by, summary: summarize(runs, items), changes };
}

type Act = "answered" | "changed" | "cleared";

function summarize(runs: readonly Run[], items: ReadonlyMap<string, Item>): string {
  const acts = new Map<string, Act>();
  for (const { newest, oldest } of runs) {
    const item = items.get(newest.itemId);
    const has = (answer: Answer | null) => (item ? isAnswered(item, answer) : answer !== null);
    // Runs come newest first: the newest says how the item was left, each older one whether it was blank before.
    const left = acts.get(newest.itemId) ?? (has(newest.after) ? "changed" : "cleared");
    acts.set(newest.itemId, left !== "cleared" && !has(oldest.before) ? "answered" : left);
  }
  const counts = (["answered", "changed", "cleared"] as const).flatMap((act) => {
    const count = [...acts.values()].filter((found) => found === act).length;
    return count === 0 ? [] : [{ act, count }];
  });
  const words = counts.map(({ act, count }, index) =>
    index === 0 ? `${act} ${count} ${count === 1 ? "item" : "items"}` : `${act} ${count}`,
  );
  return new Intl.ListFormat("en-US").format(words);
}

interface TimePrinter {
  readonly date: (at: string) => string;
  readonly day: (at: string) => string;
  readonly time: (at: string) => string;
  readonly span: (from: string, to: string) => string;
}

function timePrinter(timeZone: string): TimePrinter {
  const date = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone });
  const day = new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeZone });
  const time = new Intl.DateTimeFormat("en-US", { timeStyle: "short", timeZone });
  return {
    date: (at) => date.format(new Date(at)),
    day: (at) => day.format(new Date(at)),
    time: (at) => time.format(new Date(at)),
    span: (from, to) => time.formatRange(new Date(from), new Date(to)),
  };
}

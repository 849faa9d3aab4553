import { getTool } from "@/content/toolkits";
import { itemsEver } from "@/lib/domain/item/upgrades";
import { type People, type PersonRef, showPerson } from "@/lib/domain/people/person";
import type { ToolReport } from "@/lib/domain/report/report-model";
import type { StatusWord } from "@/lib/events/response-event";
import type { HistoryChange } from "@/lib/exports/document/export-document";
import type { ChangeView, RowChange, TextChange, ValueChange } from "@/lib/history/change-view";
import type { Allowance, TextPart } from "@/lib/history/text-difference";
import { buildTimeline, type TimelineBlock, type TimelineDay } from "@/lib/history/timeline";
import { type MarkTone, type PrintBlock, type PrintCell, type PrintColumn, textCell } from "./print-blocks";
import { plainSpaces } from "./print-dates";

const STATUS_WORDS: Record<StatusWord, { readonly text: string; readonly tone: MarkTone }> = {
  completed: { text: "Marked complete", tone: "positive" },
  "completed-and-locked": { text: "Marked complete and locked", tone: "positive" },
  reopened: { text: "Reopened", tone: "partial" },
  locked: { text: "Locked", tone: "neutral" },
  unlocked: { text: "Unlocked", tone: "neutral" },
  rebuilt: { text: "Made room", tone: "neutral" },
};

const COLUMNS: readonly PrintColumn[] = [
  { label: "Time", points: 56 },
  { label: "Who", points: 82 },
  { label: "Question", share: 1.2 },
  { label: "Change", share: 1.6 },
];

type TextCell = Extract<PrintCell, { cell: "text" }>;

interface HistorySetting {
  readonly people: People;
  readonly timeZone: string;
  readonly allowance?: Allowance;
}

/** What changed in a tool, newest first, day by day; nothing when nothing did. */
export function printHistory(
  tool: ToolReport,
  changes: readonly HistoryChange[],
  { people, timeZone, allowance }: HistorySetting,
): PrintBlock[] {
  if (changes.length === 0) return [];
  // Where people are shown by their roles, two of one role are not told apart.
  const tellApart = (by: PersonRef) => showPerson(people, by);
  const days = buildTimeline(changes, itemsEver(getTool(tool.ref)), { timeZone, allowance, tellApart, show: tellApart });
  return [
    { block: "heading", level: 2, text: "History", isOutlined: true, isLeftOutOfContents: true },
    {
      block: "paragraph",
      tone: "body",
      text: "Newest first. What one person changed in one answer, one time after another, is shown as one change. Long texts are shortened to what changed.",
    },
    ...days.flatMap((one) => printDay(one, people)),
  ];
}

function printDay({ title, blocks }: TimelineDay, people: People): PrintBlock[] {
  return [
    { block: "heading", level: 3, text: title, isOutlined: false },
    { block: "table", caption: "", columns: COLUMNS, rows: blocks.flatMap((block) => printRows(block, people)) },
  ];
}

function printRows(block: TimelineBlock, people: People): PrintCell[][] {
  const by = textCell(showPerson(people, block.by));
  if (block.kind === "status") {
    const { text, tone } = STATUS_WORDS[block.status];
    return [[textCell(plainSpaces(block.time)), by, textCell("The whole tool"), { cell: "tag", text, tone }]];
  }
  return block.changes.map(({ time, name, isRestore, change }) => [
    textCell(plainSpaces(time)),
    by,
    textCell(name),
    isRestore ? restored(changeCell(change)) : changeCell(change),
  ]);
}

function restored(cell: TextCell): TextCell {
  return { ...cell, text: ["Brought back from the history.", cell.text].filter(Boolean).join("\n") };
}

function changeCell(change: ChangeView): TextCell {
  if (change.kind === "none") return { cell: "text", text: "Changed and put back." };
  if (change.kind !== "table") return { cell: "text", text: describeChange(change) };
  const order = change.isReordered ? ["Rows were put in another order."] : [];
  return { cell: "text", text: "", bullets: [...change.rows.map(describeRow), ...order] };
}

const STARTS_RIGHT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** "Answered: …". Words that run from right to left have a line of their own, which then does too. */
function labelled(label: string, text: string): string {
  return `${label}:${STARTS_RIGHT.test(text) ? "\n" : " "}${text}`;
}

/** "Answered: …", "Before: … Now: …", or the text with what came and went in brackets. */
function describeChange(change: ValueChange | TextChange): string {
  if (change.kind === "text") return describeParts(change.parts);
  const { before, after } = change;
  if (before === "") return labelled("Answered", after);
  if (after === "") return labelled("Cleared. Before", before);
  return `${labelled("Before", before)}\n${labelled("Now", after)}`;
}

const isBreak = (text: string) => text.includes("\n") && text.trim() === "";

function describePart({ kind, text }: TextPart): string {
  if (kind === "same") return text;
  if (kind === "left-out") return " […] ";
  return ` [${kind}: ${isBreak(text) ? "line break" : text.trim()}] `;
}

function describeParts(parts: readonly TextPart[]): string {
  const kinds = new Set(parts.map(({ kind }) => kind).filter((kind) => kind !== "left-out"));
  const plain = parts.map(({ kind, text }) => (kind === "left-out" ? " […] " : text)).join("");
  if (kinds.size === 1 && kinds.has("added")) return labelled("Answered", plain);
  if (kinds.size === 1 && kinds.has("removed")) return labelled("Cleared. Before", plain);
  return parts.map(describePart).join("").replace(/ {2,}/g, " ").trim();
}

const ROW_WORDS: Record<RowChange["kind"], string> = { added: "Added", removed: "Removed", changed: "Changed" };

function describeRow({ kind, name, cells }: RowChange): string {
  const described = cells.map(({ label, change }) => {
    const isWhole = kind !== "changed" && change.kind === "value";
    return labelled(label, isWhole ? (kind === "added" ? change.after : change.before) : describeChange(change));
  });
  return [`${ROW_WORDS[kind]}: ${name}`, ...described].join("\n");
}

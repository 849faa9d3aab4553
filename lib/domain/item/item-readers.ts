import {
  type Answer,
  type AnswerByKind,
  type Answers,
  answerTo,
  DONT_KNOW_LABELS,
  type DontKnowValue,
  type RatingValue,
  SCORE_LABELS,
  type ScoreValue,
  STATUS_LABELS,
  type TableRow,
} from "@/lib/domain/answer/answers";
import { readPersonToken, SOMEONE } from "@/lib/domain/people/person";
import type { Item, ItemKind, ItemOf, TableColumn, TableItem } from "@/lib/domain/tool/definition";

/**
 * What can be read from an answer of each kind. Kept apart from the schemas so that the browser
 * can count progress without loading zod.
 */
export interface ItemReader<K extends ItemKind> {
  /** Whether there is anything in it: blank text and an empty table are not answers. */
  isAnswered(answer: AnswerByKind[K] | null): boolean;
  /** Plain text for people: screen summaries, CSV, history. Empty when blank. */
  format(item: ItemOf<K>, answer: AnswerByKind[K] | null): string;
}

export function isScore(value: RatingValue): value is ScoreValue {
  return typeof value === "number";
}

export function isDontKnow(value: RatingValue): value is DontKnowValue {
  return typeof value === "string";
}

const LONG_DATE = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

/** "March 31, 2026" for "2026-03-31". A calendar date has no time zone, so none is applied. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  if (!year || !month || !day) return iso;
  // Date.UTC takes a year below 100 for one of the last century, and a "26" would be read as one of this.
  const shown = LONG_DATE.format(new Date(0).setUTCFullYear(year, month - 1, day));
  return year < 1000 ? shown.replace(/\d+$/, String(year).padStart(4, "0")) : shown;
}

/** One cell of an open table as people read it; empty when blank. */
export function formatCell(column: TableColumn, row: TableRow): string {
  const cell = row.cells[column.id] ?? "";
  if (!cell) return "";
  if (column.kind === "date") return formatDate(cell);
  if (column.kind === "choice") return column.options?.find(({ id }) => id === cell)?.label ?? cell;
  return column.kind === "person" ? formatPerson(cell) : cell;
}

/** Whoever shows answers to people puts names in place of people first (`nameInAnswers`); nobody reads an id. */
function formatPerson(answer: string): string {
  return readPersonToken(answer) ? SOMEONE : answer;
}

function formatTable(item: TableItem, rows: AnswerByKind["table"]): string {
  return rows
    .map((row) =>
      item.columns
        .map((column) => {
          const shown = formatCell(column, row);
          return shown ? `${column.label}: ${shown}` : "";
        })
        .filter(Boolean)
        .join("; "),
    )
    .join("\n");
}

const hasText = (text: string) => text.trim() !== "";

export const itemReaders = {
  text: {
    isAnswered: (answer) => answer !== null && hasText(answer),
    format: (_item, answer) => answer ?? "",
  },
  date: {
    isAnswered: (answer) => answer !== null && answer !== "",
    format: (_item, answer) => (answer ? formatDate(answer) : ""),
  },
  choice: {
    isAnswered: (answer) => answer !== null,
    format: (item, answer) => {
      if (!answer) return "";
      const label = item.options.find((option) => option.id === answer.option)?.label ?? answer.option;
      return answer.other && hasText(answer.other) ? `${label}: ${answer.other}` : label;
    },
  },
  status: {
    isAnswered: (answer) => answer !== null,
    format: (_item, answer) => (answer ? STATUS_LABELS[answer] : ""),
  },
  rating: {
    isAnswered: (answer) => answer !== null,
    format: (_item, answer) => {
      if (answer === null) return "";
      return isScore(answer) ? `${answer} ${SCORE_LABELS[answer]}` : DONT_KNOW_LABELS[answer];
    },
  },
  person: {
    isAnswered: (answer) => answer !== null && answer !== "",
    format: (_item, answer) => (answer ? formatPerson(answer) : ""),
  },
  table: {
    isAnswered: (answer) => (answer ?? []).some((row) => Object.values(row.cells).some(hasText)),
    format: (item, answer) => formatTable(item, answer ?? []),
  },
} satisfies { [K in ItemKind]: ItemReader<K> };

function readerOf<K extends ItemKind>(kind: K): ItemReader<K> {
  return itemReaders[kind] as unknown as ItemReader<K>;
}

/** Whether the item holds an answer. */
export function isAnswered(item: Item, answer: Answer | null): boolean {
  return readerOf(item.kind).isAnswered(answer as never);
}

/** The answer as plain text; empty when blank. */
export function formatAnswer(item: Item, answer: Answer | null): string {
  return readerOf(item.kind).format(item as never, answer as never);
}

/** How far a list of items has been answered. Our extensions are left out of both numbers. */
export interface Progress {
  readonly answered: number;
  readonly total: number;
}

export function countProgress(items: readonly Item[], answers: Answers): Progress {
  const printed = items.filter((item) => !item.extension);
  return {
    answered: printed.filter((item) => isAnswered(item, answerTo(item, answers))).length,
    total: printed.length,
  };
}

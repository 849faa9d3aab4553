import type { Answer, AnswerByKind, TableRow } from "@/lib/domain/answer/answers";
import { isSameAnswer } from "@/lib/domain/answer/same-answer";
import { formatAnswer, formatCell } from "@/lib/domain/item/item-readers";
import { nameInAnswer, type ShowInAnswer } from "@/lib/domain/item/people-in-answers";
import { SOMEONE } from "@/lib/domain/people/person";
import type { Item, ItemKind, ItemOf, TableItem } from "@/lib/domain/tool/definition";
import { type Allowance, compareTexts, shortenParts, type TextPart, usualAllowance } from "./text-difference";

/** Old and new as people read them; empty for a blank. */
export interface ValueChange {
  readonly kind: "value";
  readonly before: string;
  readonly after: string;
}

/** A text too long to be read twice: what was added and removed in it. */
export interface TextChange {
  readonly kind: "text";
  /** Long stretches are left out. */
  readonly parts: readonly TextPart[];
}

export interface RowChange {
  readonly kind: "added" | "removed" | "changed";
  /** "Partner “Harbor Clinic”". */
  readonly name: string;
  readonly cells: readonly { readonly label: string; readonly change: ValueChange | TextChange }[];
}

export interface TableChange {
  readonly kind: "table";
  readonly rows: readonly RowChange[];
  readonly isReordered: boolean;
}

/** How one answer changed, ready to be shown. "none": it was changed and put back before it was recorded. */
export type ChangeView = { readonly kind: "none" } | ValueChange | TextChange | TableChange;

/** Two values this short are read side by side. */
const SHORT = 60;
/** A begun or cleared answer this long is read as it is. */
const WHOLE = 400;
const NAME_LENGTH = 50;

/** How texts are compared, and people shown. */
interface Viewing {
  readonly allowance: Allowance;
  readonly show: ShowInAnswer;
}

type ChangeViewer<K extends ItemKind> = (
  item: ItemOf<K>,
  before: AnswerByKind[K] | null,
  after: AnswerByKind[K] | null,
  viewing: Viewing,
) => ValueChange | TextChange | TableChange;

function viewValue(item: Item, before: Answer | null, after: Answer | null, { allowance, show }: Viewing): ValueChange | TextChange {
  const textOf = (answer: Answer | null) => formatAnswer(item, nameInAnswer(item, answer, show));
  return viewText(textOf(before), textOf(after), allowance);
}

const changeViewers = {
  text: viewValue,
  date: viewValue,
  choice: viewValue,
  status: viewValue,
  rating: viewValue,
  person: viewValue,
  table: (item, before, after, viewing) => viewTable(item, before ?? [], after ?? [], viewing),
} satisfies { [K in ItemKind]: ChangeViewer<K> };

/** Somebody whom the reader is not told. */
const NOBODY_BY_NAME: ShowInAnswer = () => SOMEONE;

/**
 * The change from one answer to another; null is blank. Changes shown together share one allowance. Two people who are
 * shown alike (by a role) are still two: what changed is told by who they are.
 */
export function viewChange(
  item: Item,
  before: Answer | null,
  after: Answer | null,
  allowance: Allowance = usualAllowance(),
  show: ShowInAnswer = NOBODY_BY_NAME,
): ChangeView {
  if (isSameAnswer(before, after)) return { kind: "none" };
  const viewer = changeViewers[item.kind] as unknown as ChangeViewer<ItemKind>;
  return viewer(item, before as never, after as never, { allowance, show });
}

function viewText(before: string, after: string, allowance: Allowance): ValueChange | TextChange {
  const isShort = [before, after].every((text) => text.length <= SHORT && !text.includes("\n"));
  // Beside a blank there is nothing to compare.
  const isWhole = (before === "" || after === "") && before.length + after.length <= WHOLE;
  if (isShort || isWhole) return { kind: "value", before, after };
  return { kind: "text", parts: shortenParts(compareTexts(before, after, allowance)) };
}

function viewTable(
  item: TableItem,
  before: readonly TableRow[],
  after: readonly TableRow[],
  viewing: Viewing,
): TableChange {
  const viewRow = rowViewer(item, viewing);
  const old = new Map(before.map((row) => [row.id, row]));
  const now = new Map(after.map((row) => [row.id, row]));
  const rows: RowChange[] = [];
  for (const row of after) {
    const earlier = old.get(row.id);
    if (!earlier) rows.push(viewRow("added", null, row));
    else if (!isSameAnswer(earlier.cells, row.cells)) rows.push(viewRow("changed", earlier, row));
  }
  for (const row of before) {
    if (!now.has(row.id)) rows.push(viewRow("removed", row, null));
  }
  const kept = (of: readonly TableRow[], others: ReadonlyMap<string, TableRow>) =>
    of.filter((row) => others.has(row.id)).map((row) => row.id);
  return { kind: "table", rows, isReordered: kept(before, now).join() !== kept(after, old).join() };
}

function rowViewer(item: TableItem, { allowance, show }: Viewing) {
  return (kind: RowChange["kind"], before: TableRow | null, after: TableRow | null): RowChange => {
    const [old, now] = [before, after].map((row) => row && nameRowPeople(item, row, show));
    const cells = item.columns.flatMap((column) => {
      if ((before?.cells[column.id] ?? "") === (after?.cells[column.id] ?? "")) return [];
      return [{ label: column.label, change: viewText(old ? formatCell(column, old) : "", now ? formatCell(column, now) : "", allowance) }];
    });
    return { kind, name: nameRow(item, (now ?? old) as TableRow), cells };
  };
}

/** A row with what is shown in place of its people. */
export function nameRowPeople(item: TableItem, row: TableRow, show: ShowInAnswer): TableRow {
  return (nameInAnswer(item, [row], show) as readonly TableRow[])[0] as TableRow;
}

/** Rows have no number of their own once others came and went, so their first words name them. */
export function nameRow(item: TableItem, row: TableRow): string {
  const name = item.rowName.charAt(0).toUpperCase() + item.rowName.slice(1);
  const first = item.columns.map((column) => formatCell(column, row).trim()).find((cell) => cell !== "");
  if (!first) return `${name} without words`;
  return `${name} “${first.length > NAME_LENGTH ? `${first.slice(0, NAME_LENGTH).trimEnd()}…` : first}”`;
}

import { isSameAnswer } from "@/lib/domain/answer/same-answer";
import type { Answer } from "@/lib/domain/answer/answers";
import { formatAnswer, formatCell, isAnswered } from "@/lib/domain/item/item-readers";
import { listPeopleInAnswer, nameInAnswer, type ShowInAnswer } from "@/lib/domain/item/people-in-answers";
import type { PersonRef } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { Item, TableItem } from "@/lib/domain/tool/definition";
import { type ChangeView, nameRow, nameRowPeople, viewChange } from "./change-view";
import type { ItemHistory, RevisionKey } from "./history";
import type { RemovedRow } from "./history-restore";
import { usualAllowance } from "./text-difference";

/** Which side of a change is brought back. */
export type Side = "before" | "after";

/** One change as the history tab shows it. */
export interface RevisionView extends ReportEvent {
  readonly key: RevisionKey;
  readonly isRestore: boolean;
  readonly change: ChangeView;
  /** Both answers in full, as plain text; empty for a blank. */
  readonly before: string;
  readonly after: string;
  /** What can be brought back from here: answers that differ from the one there is now. */
  readonly offers: readonly Side[];
}

export interface RemovedRowView {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly { readonly label: string; readonly text: string }[];
  readonly removed: ReportEvent | null;
}

/** What the history route answers. */
export interface HistoryView {
  readonly revisions: readonly RevisionView[];
  readonly older: string | null;
  /** The answer as it is, as plain text; empty for a blank. */
  readonly current: string;
  readonly removedRows: readonly RemovedRowView[];
}

/** Everyone whom the answers of this history name. */
export function listPeopleInHistory({ item, current, revisions }: ItemHistory, removedRows: readonly RemovedRow[]): PersonRef[] {
  const answers = [current, ...revisions.flatMap(({ before, after }) => [before, after]), ...removedRows.map(({ row }) => [row])];
  return answers.flatMap((answer) => listPeopleInAnswer(item, answer));
}

/** @param show what stands for the people whom answers name */
export function buildHistoryView(history: ItemHistory, removedRows: readonly RemovedRow[], show: ShowInAnswer): HistoryView {
  const { item, current, revisions, older } = history;
  const allowance = usualAllowance();
  const textOf = (answer: Answer | null) => formatAnswer(item, nameInAnswer(item, answer, show));
  return {
    revisions: revisions.map((revision, index) => {
      const { before, after, ...rest } = revision;
      const offers: Side[] = [];
      if (canComeBack(item, before, current)) offers.push("before");
      // Mostly the next change's "before" is this one's "after", and offered there.
      const isOfferedAbove = isSameAnswer(revisions[index - 1]?.before, after);
      if (!isOfferedAbove && canComeBack(item, after, current)) offers.push("after");
      return {
        ...rest,
        change: viewChange(item, before, after, allowance, show),
        before: textOf(before),
        after: textOf(after),
        offers,
      };
    }),
    older,
    current: textOf(current),
    removedRows: item.kind === "table" ? removedRows.map((removed) => viewRemovedRow(item, removed, show)) : [],
  };
}

function canComeBack(item: Item, answer: Answer | null, current: Answer | null): boolean {
  return isAnswered(item, answer) && !isSameAnswer(answer, current);
}

function viewRemovedRow(item: TableItem, { row: stored, removed }: RemovedRow, show: ShowInAnswer): RemovedRowView {
  const row = nameRowPeople(item, stored, show);
  const cells = item.columns.map((column) => ({ label: column.label, text: formatCell(column, row) }));
  return { id: row.id, name: nameRow(item, row), cells: cells.filter(({ text }) => text !== ""), removed };
}

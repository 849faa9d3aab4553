import { type Answers, type TableRow } from "@/lib/domain/answer/answers";
import type { PriorityList } from "./plan-flow";
import { PRIORITY_STATUSES, type PriorityStatus } from "./priority-status";

export interface Priority {
  /** Its row's id in the table of priorities. */
  readonly rowId: string;
  readonly what: string;
  readonly status: PriorityStatus;
  /** Why it was set aside. */
  readonly reason: string;
}

/** A team's priorities in its own order. Rows in which nothing is written are none. */
export function listPriorities({ table, columns }: PriorityList, answers: Answers): readonly Priority[] {
  const rows = (answers[table] as readonly TableRow[] | undefined) ?? [];
  return rows.flatMap(({ id, cells }) => {
    const [what = "", stored = "", reason = ""] = [columns.what, columns.status, columns.reason].map((column) => (cells[column] ?? "").trim());
    if (what === "" && stored === "" && reason === "") return [];
    return [{ rowId: id, what, status: PRIORITY_STATUSES.find((status) => status === stored) ?? "considering", reason }];
  });
}

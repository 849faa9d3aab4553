import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { Answer, TableRow } from "@/lib/domain/answer/answers";
import { personToken } from "@/lib/domain/people/person";
import type { ActionColumns } from "@/lib/domain/plan/plan-flow";
import { gridCellId } from "@/lib/domain/tool/items";

/** What stands on a line of a plan; `owner` is a person's id. */
export type PlanLine = Partial<Record<keyof ActionColumns, string>>;

/** The answers that make these lines, by the ids of their actions. A table is whole: rows not named are not in it. */
export function linesToAnswers(lines: Readonly<Record<string, PlanLine>>): Readonly<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  const rows = new Map<string, TableRow[]>();
  for (const [id, line] of Object.entries(lines)) {
    const idea = MAIN_TOOLKIT.planFlow?.plan.ideas.find(({ section }) => id.startsWith(`${section}-`));
    if (!idea) throw new Error(`${id} is of no idea`);
    const [place = "", rowId] = id.split("/");
    const cells = (Object.entries(line) as [keyof ActionColumns, string][])
      .filter(([, value]) => value !== "")
      .map(([column, value]) => [column, idea.columns[column], column === "owner" ? personToken({ personId: value }) : value] as const);
    if (rowId !== undefined) rows.set(place, [...(rows.get(place) ?? []), { id: rowId, cells: Object.fromEntries(cells.map(([, column, value]) => [column, value])) }]);
    else for (const [column, columnId, value] of cells) answers[gridCellId(place, columnId)] = column === "status" ? { option: value } : value;
  }
  return { ...answers, ...Object.fromEntries(rows) };
}

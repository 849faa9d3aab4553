import { type Answer, type Answers, type TableRow } from "@/lib/domain/answer/answers";
import { type PersonRef, readPersonToken } from "@/lib/domain/people/person";
import { gridCellId } from "@/lib/domain/tool/items";
import { ACTION_STATUSES, type ActionStatus } from "./action-status";
import type { ActionColumns, IdeaPlace } from "./plan-flow";

/** One line of a plan: printed in the toolkit, or added by the team. */
export interface Action {
  /** Of a printed line its row's id; of an added one its table's and its row's: "t12-sheet-1-more/x7". Permanent. */
  readonly id: string;
  readonly idea: IdeaPlace;
  /** Where it is changed: an item of the plan's tool; of an added line its table. */
  readonly itemId: string;
  /** Of an added line. */
  readonly rowId: string | null;
  readonly what: string;
  /** The printed "lead/owner/champion", in the team's words. */
  readonly lead: string;
  /** Somebody with an account. Without one `lead` says who it is, if anybody. */
  readonly owner: PersonRef | null;
  /** A day, "2026-12-01". */
  readonly dueOn: string | null;
  readonly status: ActionStatus;
  /** Why it is blocked; what was said of an earlier block stays in it, and counts only while it is blocked. */
  readonly why: string;
}

type Cell = (column: keyof ActionColumns) => string;

function toText(answer: Answer | undefined): string {
  if (typeof answer === "string") return answer.trim();
  return typeof answer === "object" && "option" in answer ? answer.option : "";
}

function toAction(place: Pick<Action, "id" | "idea" | "itemId" | "rowId">, cell: Cell): Action[] {
  const what = cell("what");
  const lead = cell("lead");
  const owner = readPersonToken(cell("owner"));
  const dueOn = cell("due") || null;
  const stored = cell("status");
  if (what === "" && lead === "" && owner === null && dueOn === null && stored === "") return [];
  return [{ ...place, what, lead, owner, dueOn, status: ACTION_STATUSES.find((status) => status === stored) ?? "not-started", why: cell("why") }];
}

/** What was listed of these answers already: a plan and the way of gaps are made of the same. */
const listed = new WeakMap<Answers, Map<IdeaPlace, readonly Action[]>>();

/** The actions of one idea, as they stand in it: printed lines first. Lines in which nothing is written are none. */
export function listIdeaActions(idea: IdeaPlace, answers: Answers): readonly Action[] {
  const known = listed.get(answers) ?? new Map<IdeaPlace, readonly Action[]>();
  listed.set(answers, known);
  const actions = known.get(idea) ?? readIdeaActions(idea, answers);
  known.set(idea, actions);
  return actions;
}

function readIdeaActions(idea: IdeaPlace, answers: Answers): readonly Action[] {
  const printed = idea.lines.flatMap((line) =>
    toAction({ id: line, idea, itemId: gridCellId(line, idea.columns.what), rowId: null }, (column) =>
      toText(answers[gridCellId(line, idea.columns[column])]),
    ),
  );
  const rows = (answers[idea.more] as readonly TableRow[] | undefined) ?? [];
  const added = rows.flatMap((row) =>
    toAction({ id: `${idea.more}/${row.id}`, idea, itemId: idea.more, rowId: row.id }, (column) => (row.cells[idea.columns[column]] ?? "").trim()),
  );
  return [...printed, ...added];
}

/** All actions of a plan, idea by idea. */
export function listActions(ideas: readonly IdeaPlace[], answers: Answers): readonly Action[] {
  return ideas.flatMap((idea) => listIdeaActions(idea, answers));
}

/** Whether it should be done by now. @param today the reader's day, "2026-12-01" */
export function isOverdue({ dueOn, status }: Pick<Action, "dueOn" | "status">, today: string): boolean {
  return dueOn !== null && dueOn < today && status !== "done";
}

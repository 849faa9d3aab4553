import { type ComparedArea, formatAreaChange, formatBandChange } from "@/lib/domain/milestones/compare-areas";
import { type ComparedItem, ITEM_MOVE_LABELS } from "@/lib/domain/milestones/compare-items";
import type { ComparedAction, ComparedIdea } from "@/lib/domain/milestones/compare-plan";
import { type ComparedChecklist, type Comparison, describeCompared, formatCompared, type SeriesDay, STANDING_LABELS } from "@/lib/domain/milestones/comparison";
import { ACTION_STATUS_LABELS } from "@/lib/domain/plan/action-status";
import type { AreaScore, ChecklistScore } from "@/lib/domain/readiness/scoring";
import { column, type SheetCell, type SheetTable, tableOf } from "./sheet-model";

const scoreOf = (score: AreaScore | null | undefined): SheetCell => (score?.status === "scored" ? score.mean : null);
const shareOf = (score: ChecklistScore | null): SheetCell => (score?.status === "scored" ? score.inPlace : null);
const valueOf = (value: ComparedItem["then"]): SheetCell => (value === null ? null : String(value));

/** What changed between two days, as tables; none for other exports. */
export function buildCompareSheets(comparison: Comparison | null): SheetTable[] {
  if (!comparison) return [];
  return [summarySheet(comparison), areasSheet(comparison), seriesSheet(comparison), itemsSheet(comparison), checklistsSheet(comparison), planSheet(comparison)].filter(({ rows }) => rows.length > 0);
}

function summarySheet(comparison: Comparison): SheetTable {
  const { then, now } = comparison;
  const lines = [
    `From ${then.name}, ${then.onDay}, to ${now.name}, ${now.onDay}`,
    `Then: ${comparison.headlineThen}`,
    `Later: ${comparison.headlineNow}`,
    ...formatCompared(comparison),
    ...describeCompared(comparison),
  ];
  return tableOf<string>({ name: "Change", title: "What changed, in sentences", explanation: "The two days and the counts of what changed." }, [column("What changed", "words", (line) => line)], lines);
}

function areasSheet({ areas }: Comparison): SheetTable {
  return tableOf<ComparedArea>(
    { name: "Areas changed", title: "Areas, one row each", explanation: "Each area’s score on both days. A change of less than 0.5 is no clear change." },
    [
      column("Area", "code", ({ name }) => name),
      column("Title", "words", ({ title }) => title),
      column("Score then", "score", ({ then }) => scoreOf(then)),
      column("Score later", "score", ({ now }) => scoreOf(now)),
      column("Change", "text", ({ change }) => formatAreaChange(change)),
      column("Band", "text", formatBandChange),
      column("Rated then", "number", ({ then }) => then?.rated),
      column("Rated later", "number", ({ now }) => now?.rated),
      column("D/K later", "number", ({ now }) => now?.dontKnow.total),
    ],
    areas,
  );
}

function seriesSheet({ series, areas }: Comparison): SheetTable {
  const rows = series.flatMap((day) => areas.map((area) => ({ day, area })));
  return tableOf<{ readonly day: SeriesDay; readonly area: ComparedArea }>(
    { name: "Areas over time", title: "Each area on each day, one row each", explanation: "The scores of all milestones from the first day to the last." },
    [
      column("Day", "date", ({ day }) => day.onDay),
      column("Milestone", "text", ({ day }) => day.name),
      column("Area", "code", ({ area }) => area.name),
      column("Score (1 to 5)", "score", ({ day, area }) => scoreOf(day.areas.find(({ id }) => id === area.id)?.score)),
    ],
    rows,
  );
}

function itemsSheet({ ratings, statements }: Comparison): SheetTable {
  return tableOf<ComparedItem>(
    { name: "Items changed", title: "Statements, one row each", explanation: "Every rating and checklist statement that both days ask, with both answers." },
    [
      column("Item id", "code", ({ id }) => id),
      column("Tool", "code", ({ tool }) => tool),
      column("Statement", "words", ({ words }) => words),
      column("Then", "code", ({ then }) => valueOf(then)),
      column("Later", "code", ({ now }) => valueOf(now)),
      column("Change", "text", ({ move }) => ITEM_MOVE_LABELS[move]),
      column("Carried forward, not looked at", "code", ({ isCarried }) => (isCarried ? "Yes" : "No")),
    ],
    [...ratings, ...statements],
  );
}

function checklistsSheet({ checklists }: Comparison): SheetTable {
  return tableOf<ComparedChecklist>(
    { name: "Checklists changed", title: "Checklists, one row each", explanation: "How much of each checklist is in place on both days, and how many statements moved." },
    [
      column("Checklist", "words", ({ name }) => name),
      column("In place then", "share", ({ then }) => shareOf(then)),
      column("In place later", "share", ({ now }) => shareOf(now)),
      column("Higher", "number", ({ counts }) => counts.higher),
      column("The same", "number", ({ counts }) => counts.same),
      column("Lower", "number", ({ counts }) => counts.lower),
    ],
    checklists,
  );
}

interface PlanRow {
  readonly idea: ComparedIdea;
  readonly action: ComparedAction | null;
}

function planSheet({ ideas }: Comparison): SheetTable {
  const rows = ideas.flatMap((idea): readonly PlanRow[] => (idea.actions.length === 0 ? [{ idea, action: null }] : idea.actions.map((action) => ({ idea, action }))));
  return tableOf<PlanRow>(
    { name: "Plan changed", title: "What was planned and what became of it, one row for each action", explanation: "Actions that stood in the plan on either day. Side by side with the scores, not cause and effect." },
    [
      column("Sheet", "code", ({ idea }) => idea.name),
      column("Idea", "words", ({ idea }) => idea.words),
      column("Idea then", "words", ({ idea }) => idea.wordsThen),
      column("Standing", "text", ({ idea }) => STANDING_LABELS[idea.standing]),
      column("Areas it came from", "text", ({ idea }) => idea.areas.map(({ name }) => name).join(", ")),
      column("Action", "words", ({ action }) => action?.what),
      column("Status then", "text", ({ action }) => (action?.then ? ACTION_STATUS_LABELS[action.then] : null)),
      column("Status later", "text", ({ action }) => (action?.now ? ACTION_STATUS_LABELS[action.now] : action ? "Removed since" : null)),
      column("Overdue", "code", ({ action }) => (action?.isOverdue ? "Yes" : null)),
    ],
    rows,
  );
}

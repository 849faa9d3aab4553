import type { ToolRef } from "@/lib/domain/tool/tool-ref";

/**
 * Where a gap goes in a toolkit: which of its items hold priorities, ideas with their actions, and goals. A toolkit's own
 * content says so; whoever follows a gap knows no tool by number.
 */
export interface PlanFlow {
  readonly priorities: PriorityList;
  readonly plan: { readonly tool: ToolRef; readonly ideas: readonly IdeaPlace[] };
  readonly evaluation: { readonly tool: ToolRef; readonly goals: readonly GoalPlace[] };
}

/** The table that holds a team's priorities: each row is one, in the order that the team gave them. */
export interface PriorityList {
  readonly tool: ToolRef;
  readonly section: string;
  /** Id of the table item. */
  readonly table: string;
  readonly columns: { readonly what: string; readonly status: string; readonly reason: string };
}

/** Columns of an action's line, in the printed grid and in the table of added lines alike. */
export interface ActionColumns {
  readonly what: string;
  readonly lead: string;
  readonly owner: string;
  readonly due: string;
  readonly status: string;
  readonly why: string;
}

/** One idea: a sheet of the plan. Section ids are permanent, and stand for the idea in links. */
export interface IdeaPlace {
  readonly section: string;
  /** "Idea #1" */
  readonly name: string;
  readonly idea: string;
  readonly goal: string;
  readonly outcomes: string;
  readonly resources: string;
  readonly partners: readonly string[];
  /** Ids of the printed lines' rows, and of the table of those that the team added. */
  readonly lines: readonly string[];
  readonly more: string;
  readonly columns: ActionColumns;
}

/** One goal: a sheet of the evaluation. */
export interface GoalPlace {
  readonly section: string;
  /** "Sheet 1" */
  readonly name: string;
  readonly goal: string;
  /** Id of the table whose rows are evaluation questions with their indicators. */
  readonly indicators: string;
  readonly columns: { readonly question: string; readonly indicator: string; readonly source: string; readonly timeframe: string };
  /** Who looks after it, how findings are shared, and what the team learned, by their items' ids. */
  readonly staff: string;
  readonly sharing: string;
  readonly review: readonly string[];
  /** Ours, and hidden until it is opened. */
  readonly isAdded: boolean;
}

/** What a toolkit asks about a team's meetings: where its answers are. */
export interface MeetingItems {
  readonly tool: ToolRef;
  /** A date item. */
  readonly first: string;
  /** A choice with these options: how often. */
  readonly frequency: string;
  /** Text items. */
  readonly place: string;
  readonly length: string;
}

import type { PersonRef } from "@/lib/domain/people/person";
import { type Action, isOverdue } from "@/lib/domain/plan/actions";
import type { PlanFlow } from "@/lib/domain/plan/plan-flow";
import { STALE_DAYS } from "@/lib/domain/plan/plan-groups";
import type { Priority } from "@/lib/domain/plan/priorities";
import { formatGapStatement, type Gap } from "@/lib/domain/readiness/gaps";
import type { SharedItem } from "@/lib/domain/readiness/shared-items";
import type { ToolName, ToolRef } from "@/lib/domain/tool/tool-ref";

/** What an agenda is made of, in the order of a meeting: first what is stuck, then what is new, then what to decide. */
export const AGENDA_PARTS = ["overdue", "blocked", "stale", "gaps", "comments", "decide"] as const;
export type AgendaPart = (typeof AGENDA_PARTS)[number];

export const AGENDA_TITLES: Record<AgendaPart, string> = {
  overdue: "Overdue",
  blocked: "Blocked",
  stale: `No change in ${STALE_DAYS} days or more`,
  gaps: "New gaps since the last meeting",
  comments: "Open comments",
  decide: "To decide",
};

/** One thing to talk about, fit to be kept: people are ids, and its tool says who may read it. */
export interface AgendaEntry {
  readonly part: AgendaPart;
  readonly words: string;
  /** What is said besides: why an action is blocked; empty for nothing. */
  readonly detail: string;
  /** Whose it is, where that is somebody with an account. */
  readonly owner: PersonRef | null;
  /** "2026-12-01"; null without a day. */
  readonly dueOn: string | null;
  readonly tool: ToolRef;
  /** Where it stands, after `/teams/<id>`. */
  readonly path: string;
  /** The item that the team would decide on, where it is one. An agenda of before this was kept has none. */
  readonly itemId?: string;
}

/** Part of a tool, or an item, that somebody has. */
export interface AssignedWork {
  readonly name: string;
  readonly tool: ToolName;
  readonly targetId: string;
  readonly assignee: PersonRef;
  readonly dueOn: string | null;
  readonly isFilledIn: boolean;
}

export interface AgendaSources {
  readonly flow: PlanFlow;
  /** The plan's tool and that of the priorities, by their names. */
  readonly planTool: ToolName;
  readonly priorityTool: ToolName;
  readonly actions: readonly Action[];
  /** By action: for how many days nothing of it was changed, where that is long. */
  readonly staleDays: ReadonlyMap<string, number>;
  readonly assigned: readonly AssignedWork[];
  readonly gaps: readonly Gap[];
  readonly openThreads: readonly { readonly tool: ToolName; readonly count: number }[];
  readonly priorities: readonly Priority[];
  /** Statements that stand in two areas. */
  readonly shared: readonly SharedItem[];
  /** The assessment's tool; null where the reader can't open it. */
  readonly assessment: ToolName | null;
  /** The reader's day, "2026-12-01". */
  readonly today: string;
  /** When the team met last; null before its first meeting: then nothing counts as new. */
  readonly since: string | null;
}

const MOST_PER_PART = 25;

const toolPath = ({ slug }: ToolName, target: string) => `/tools/${slug}${target ? `#${target}` : ""}`;

function actionEntry(part: AgendaPart, action: Action, { planTool }: AgendaSources): AgendaEntry {
  const { what, lead, owner, dueOn, why, status, idea } = action;
  return {
    part,
    words: what || `An action of ${idea.name}`,
    detail: [owner === null ? lead : "", status === "blocked" ? why : ""].filter(Boolean).join(": "),
    owner,
    dueOn,
    tool: planTool.ref,
    path: toolPath(planTool, action.itemId),
  };
}

function overdue(sources: AgendaSources): AgendaEntry[] {
  const { actions, assigned, today } = sources;
  const late = actions.filter((action) => isOverdue(action, today)).map((action) => actionEntry("overdue", action, sources));
  const work = assigned.filter(({ dueOn, isFilledIn }) => dueOn !== null && dueOn < today && !isFilledIn);
  const given = work.map(({ name, tool, targetId, assignee, dueOn }): AgendaEntry => ({
    part: "overdue", words: `${tool.label}: ${name}`, detail: "", owner: assignee, dueOn, tool: tool.ref, path: toolPath(tool, targetId),
  }));
  return [...late, ...given].sort((a, b) => (a.dueOn ?? "").localeCompare(b.dueOn ?? ""));
}

function blocked(sources: AgendaSources): AgendaEntry[] {
  return sources.actions
    .filter((action) => action.status === "blocked" && !isOverdue(action, sources.today))
    .map((action) => actionEntry("blocked", action, sources));
}

/** What nobody has touched for long, the longest first. What is overdue or blocked stands there already. */
function stale(sources: AgendaSources): AgendaEntry[] {
  const { actions, staleDays, today } = sources;
  const daysOf = ({ id }: Action) => staleDays.get(id) ?? 0;
  return actions
    .filter((action) => daysOf(action) > 0 && action.status !== "blocked" && !isOverdue(action, today))
    .sort((a, b) => daysOf(b) - daysOf(a))
    .map((action) => {
      const entry = actionEntry("stale", action, sources);
      return { ...entry, detail: [entry.detail, `No change in ${daysOf(action)} days.`].filter(Boolean).join(": ") };
    });
}

function newGaps({ gaps, since }: AgendaSources): AgendaEntry[] {
  if (since === null) return [];
  return gaps
    .filter(({ kind, lastAnswered }) => (kind === "gap" || kind === "unknown") && lastAnswered !== null && lastAnswered.at.slice(0, 10) > since)
    .map((gap) => ({
      part: "gaps", words: formatGapStatement(gap), detail: gap.answerText, owner: null, dueOn: null, tool: gap.tool.ref, path: `/readiness/gaps/${gap.itemId}`, itemId: gap.itemId,
    }));
}

function comments({ openThreads }: AgendaSources): AgendaEntry[] {
  return openThreads
    .filter(({ count }) => count > 0)
    .map(({ tool, count }) => ({
      part: "comments", words: `${tool.label}: ${tool.title}`, detail: count === 1 ? "1 open conversation" : `${count} open conversations`,
      owner: null, dueOn: null, tool: tool.ref, path: toolPath(tool, ""),
    }));
}

function decide({ priorities, priorityTool, flow, shared, assessment }: AgendaSources): AgendaEntry[] {
  const considered = priorities.filter(({ status, what }) => status === "considering" && what !== "");
  const apart = assessment === null ? [] : shared.filter(({ isAnsweredDifferently }) => isAnsweredDifferently);
  return [
    ...considered.map(({ what }): AgendaEntry => ({
      part: "decide", words: what, detail: "A priority that is being considered", owner: null, dueOn: null,
      tool: priorityTool.ref, path: toolPath(priorityTool, flow.priorities.table), itemId: flow.priorities.table,
    })),
    ...apart.map(({ prompt, copies }): AgendaEntry => ({
      part: "decide", words: prompt, detail: "The same statement is rated differently in two areas", owner: null, dueOn: null,
      tool: (assessment as ToolName).ref, path: toolPath(assessment as ToolName, copies[0]?.itemId ?? ""), itemId: copies[0]?.itemId ?? "",
    })),
  ];
}

/** The agenda that a team's work makes by itself. What is more than one of overdue, blocked and unchanged for long stands once, under the first. */
export function buildAgenda(sources: AgendaSources): readonly AgendaEntry[] {
  return [overdue, blocked, stale, newGaps, comments, decide].flatMap((part) => part(sources).slice(0, MOST_PER_PART));
}

import type { GoalPlace, IdeaPlace, MeetingItems, PlanFlow } from "@/lib/domain/plan/plan-flow";
import { psCopeTool } from "./named";

function ideaPlace(number: number): IdeaPlace {
  const section = `t12-sheet-${number}`;
  return {
    section,
    name: `Idea #${number}`,
    idea: `${section}-idea`,
    goal: `${section}-goal`,
    outcomes: `${section}-outcomes`,
    resources: `${section}-resources`,
    partners: [`${section}-partners-existing`, `${section}-partners-promising`, `${section}-partners-cultivate`],
    lines: [1, 2, 3, 4].map((line) => `${section}-step-${line}`),
    more: `${section}-more`,
    columns: { what: "action", lead: "lead", owner: "owner", due: "due", status: "status", why: "why" },
  };
}

function goalPlace(number: number): GoalPlace {
  const prefix = number === 1 ? "t13" : `t13-${number}`;
  return {
    section: number === 1 ? "t13-plan" : `t13-sheet-${number}`,
    name: `Sheet ${number}`,
    goal: `${prefix}-goal`,
    indicators: `${prefix}-questions`,
    columns: { question: "question", indicator: "indicators", source: "sources", timeframe: "timeframe" },
    staff: `${prefix}-staff`,
    sharing: `${prefix}-sharing`,
    review: [`${prefix}-worked`, `${prefix}-not-worked`, `${prefix}-change`],
    isAdded: number > 1,
  };
}

/** Tool 8, Section 1, step 5. */
export const meetingItems: MeetingItems = {
  tool: psCopeTool("tool-8"),
  first: "t8-s1-5-a",
  frequency: "t8-s1-5-b",
  place: "t8-s1-5-c",
  length: "t8-s1-5-d",
};

/** Gap, priority (Tool 8), idea and actions (Tool 12), goal and indicators (Tool 13). */
export const planFlow: PlanFlow = {
  priorities: {
    tool: psCopeTool("tool-8"),
    section: "t8-s3",
    table: "t8-s3-priorities",
    columns: { what: "what", status: "status", reason: "reason" },
  },
  plan: { tool: psCopeTool("tool-12"), ideas: [1, 2, 3, 4].map(ideaPlace) },
  evaluation: { tool: psCopeTool("tool-13"), goals: [1, 2, 3, 4].map(goalPlace) },
};

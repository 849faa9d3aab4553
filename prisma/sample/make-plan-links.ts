import { decideWords, developIdea, evaluateGoal, makePriorities } from "@/lib/links/carry-words";
import { removeLink } from "@/lib/links/change-links";
import { listLinks } from "@/lib/links/read-links";
import { FLOW } from "@/lib/links/load-trace";
import type { Answers } from "@/lib/domain/answer/answers";
import type { TeamContext } from "@/lib/platform/auth/context";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { SAMPLE_EVALUATED, SAMPLE_PRIORITIES, SAMPLE_UNLINKED } from "./plan-links";

/** Links the sample team's gaps, priorities, ideas and goals as people would, once their texts are there. `answers`: of the plan. */
export async function makePlanLinks(planner: TeamContext, answers: Answers): Promise<void> {
  const { priorities, plan } = FLOW;
  await write(planner, priorities.tool, { [priorities.table]: SAMPLE_PRIORITIES.map(({ row }) => row) });
  for (const { row, gaps, idea } of SAMPLE_PRIORITIES) {
    await makePriorities(planner, { itemIds: gaps, rowId: row.id });
    if (!idea) continue;
    const linkId = await developIdea(planner, { rowId: row.id, section: idea });
    await decideWords(planner, { linkId, choice: "keep", words: row.cells[priorities.columns.what] ?? "" });
  }
  const unlinked = (await listLinks(planner)).find(({ from }) => from.target === SAMPLE_UNLINKED);
  if (unlinked) await removeLink(planner, unlinked.id);
  for (const { idea, sheet, goalItem, goalThen } of SAMPLE_EVALUATED) {
    if (goalThen !== undefined) await write(planner, plan.tool, { [goalItem]: goalThen });
    const linkId = await evaluateGoal(planner, { section: idea, sheet });
    if (goalThen === undefined) continue;
    await decideWords(planner, { linkId, choice: "keep", words: goalThen });
    await write(planner, plan.tool, { [goalItem]: answers[goalItem] ?? null });
  }
}

async function write(planner: TeamContext, tool: typeof FLOW.plan.tool, answers: Parameters<typeof updateAnswersAsServer>[2]): Promise<void> {
  const saved = await updateAnswersAsServer(planner, tool, answers);
  if (!saved.ok) throw new Error(`The sample's plan was refused: ${saved.refusal.message}`);
}

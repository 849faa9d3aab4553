import { getTool, MAIN_TOOLKIT } from "@/content/toolkits";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { toolItems } from "@/lib/domain/tool/items";
import { carryForward, lookAtAnswers } from "@/lib/milestones/reassess";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { keepReading, readNow } from "@/lib/milestones/make-milestone";
import { contextOf, type Person, type TeamPlace } from "./factories";
import { asOfBaseline, SAMPLE_BASELINE, SAMPLE_REASSESSMENT } from "./sample/milestones";
import type { SamplePerson } from "./sample/sample-agency";
import { dayFromNow } from "./sample/sample-day";
import { sampleTool } from "./sample/sample-tool";

/** The sample team's baseline of half a year ago. Its history is as old as the database, so what was then is made here. */
export async function keepSampleMilestones(place: TeamPlace, people: Record<SamplePerson, Person>): Promise<void> {
  const { name, by, daysAgo } = SAMPLE_BASELINE;
  const context = await contextOf(place, people[by], "milestone:make");
  const day = dayFromNow(-daysAgo);
  const at = `${day}T16:00:00.000Z`;
  const now = await readNow(context, name, day);
  const records = asOfBaseline(now.records, at);
  const readiness = buildReadiness({ ...MAIN_TOOLKIT, answers: records, flagged: new Set() });
  const reading = { ...now, records, readiness, brief: null, evidence: [], assignments: [], indicators: [], about: { ...now.about, at } };
  const { milestoneId } = await keepReading(context, reading, { name, day, keepsNames: false, isPast: false });
  await reassess(place, people, milestoneId, Object.keys(now.records));
}

/** The team looks at one checklist again: some of its statements still hold, one is another by now, the others wait. */
async function reassess(place: TeamPlace, people: Record<SamplePerson, Person>, milestoneId: string, answered: readonly string[]): Promise<void> {
  const { tool, startedBy, by, confirmed, changed } = SAMPLE_REASSESSMENT;
  const ref = sampleTool(tool);
  const itemIds = toolItems(getTool(ref)).map(({ id }) => id).filter((id) => answered.includes(id));
  await carryForward(await contextOf(place, people[startedBy], "milestone:make"), milestoneId, itemIds.map((itemId) => ({ ...ref, itemId })));
  const context = await contextOf(place, people[by], "response:edit");
  await lookAtAnswers(context, ref, itemIds.slice(0, confirmed), true);
  const saved = await updateAnswersAsServer(context, ref, changed);
  if (!saved.ok) throw new Error(`The sample's reassessment was refused: ${saved.refusal.message}`);
}

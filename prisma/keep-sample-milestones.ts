import { MAIN_TOOLKIT } from "@/content/toolkits";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { keepReading, readNow } from "@/lib/milestones/make-milestone";
import { contextOf, type Person, type TeamPlace } from "./factories";
import { asOfBaseline, SAMPLE_BASELINE } from "./sample/milestones";
import type { SamplePerson } from "./sample/sample-agency";
import { dayFromNow } from "./sample/sample-day";

/** The sample team's baseline of half a year ago. Its history is as old as the database, so what was then is made here. */
export async function keepSampleMilestones(place: TeamPlace, people: Record<SamplePerson, Person>): Promise<void> {
  const { name, by, daysAgo } = SAMPLE_BASELINE;
  const context = await contextOf(place, people[by], "milestone:make");
  const day = dayFromNow(-daysAgo);
  const at = `${day}T16:00:00.000Z`;
  const now = await readNow(context, name, day);
  const records = asOfBaseline(now.records, at);
  const readiness = buildReadiness({ ...MAIN_TOOLKIT, answers: records });
  const reading = { ...now, records, readiness, brief: null, evidence: [], assignments: [], indicators: [], about: { ...now.about, at } };
  await keepReading(context, reading, { name, day, keepsNames: false, isPast: false });
}

import type { AnswerRecords } from "@/lib/domain/readiness/assessed-items";
import { type Answers, DONT_KNOW_VALUES, type RatingValue } from "@/lib/domain/answer/answers";
import { getToolWithRole, MAIN_TOOLKIT } from "@/content/toolkits";
import { toolItems } from "@/lib/domain/tool/items";
import type { SamplePerson } from "./sample-agency";

export const SAMPLE_BASELINE = { name: "Baseline", by: "lead" as SamplePerson, daysAgo: 183 };

/** The workforce checklist, which the team is looking at again. */
export const SAMPLE_REASSESSMENT = { tool: 4, startedBy: "lead" as SamplePerson, by: "sergeant" as SamplePerson, confirmed: 4, changed: { "t4-8": "in-progress" } as Answers };

/** Half a year ago the team stood lower in places, knew less, and had begun none of its actions. */
export function asOfBaseline(records: AnswerRecords, at: string): AnswerRecords {
  const ratings = toolItems(getToolWithRole("assessment")).filter(({ kind }) => kind === "rating");
  const statements = MAIN_TOOLKIT.tools.filter(({ kind }) => kind === "checklist").flatMap(toolItems);
  const earlier = new Map<string, unknown>([
    ...ratings.map(({ id }, index) => [id, earlierRating(records[id]?.answer as RatingValue | undefined, index)] as const),
    ...statements.map(({ id }, index) => [id, index % 4 === 0 && records[id]?.answer === "yes" ? "in-progress" : records[id]?.answer] as const),
  ]);
  const isBegun = (id: string) => /-(status|why)$/.test(id);
  return Object.fromEntries(
    Object.entries(records).flatMap(([id, record]) => (isBegun(id) ? [] : [[id, { ...record, answer: (earlier.get(id) ?? record.answer) as typeof record.answer, at }]])),
  );
}

function earlierRating(now: RatingValue | undefined, index: number): RatingValue | undefined {
  if (typeof now !== "number") return now;
  if (index % 9 === 4) return DONT_KNOW_VALUES[2];
  if (index % 11 === 7 && now < 5) return (now + 1) as RatingValue;
  return index % 3 === 0 && now > 1 ? ((now - 1) as RatingValue) : now;
}

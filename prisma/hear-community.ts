import { randomUUID } from "node:crypto";
import { addOutcome, setOutcomePublished } from "@/lib/feedback/change-outcomes";
import { createForm, moveForm } from "@/lib/feedback/change-forms";
import { setAnswerCounted } from "@/lib/feedback/look-at-answers";
import { bringIntoTool } from "@/lib/feedback/quotes";
import { storeAnswer } from "@/lib/feedback/store-answer";
import { contextOf, type Person, type TeamPlace } from "./factories";
import { SAMPLE_ANSWERS, SAMPLE_ASKED_BY, SAMPLE_LOOKED_BY, SAMPLE_MORE_ANSWERS, SAMPLE_OUTCOMES, SAMPLE_QUOTE, sampleForm } from "./sample/community";
import type { SamplePerson } from "./sample/sample-agency";
import { dayFromNow } from "./sample/sample-day";
import { sampleTool } from "./sample/sample-tool";

type SampleAnswer = (typeof SAMPLE_MORE_ANSWERS)[number];

const CLOSES_IN_DAYS = 30;

/** Asks the sample's community: a form that is open, answers that count, some that wait, and what was done. */
export async function hearSampleCommunity(place: TeamPlace, people: Record<SamplePerson, Person>): Promise<void> {
  const lead = await contextOf(place, people[SAMPLE_ASKED_BY], "feedback:make");
  const reader = await contextOf(place, people[SAMPLE_LOOKED_BY], "feedback:look");
  const { formId } = await createForm(lead, sampleForm(dayFromNow(CLOSES_IN_DAYS)));
  await moveForm(lead, formId, "publish");

  const take = async ({ daysAgo, answers, heldFor = [], becomes }: SampleAnswer): Promise<string> => {
    const answerId = randomUUID();
    const kept = { answerId, answeredOn: dayFromNow(-daysAgo), answers };
    // As if each came from a place of its own.
    const stored = await storeAnswer({ ...place, formId }, kept, { network: answerId, texts: [], usedKey: null, refusal: null, reasonsOf: () => heldFor });
    if (typeof stored === "string") throw new Error(`An answer of the sample was not taken: ${stored}`);
    if (becomes) await setAnswerCounted(reader, { formId, answerId }, becomes === "counted");
    return answerId;
  };
  const named = new Map<keyof typeof SAMPLE_ANSWERS, string>();
  for (const name of Object.keys(SAMPLE_ANSWERS) as (keyof typeof SAMPLE_ANSWERS)[]) named.set(name, await take(SAMPLE_ANSWERS[name]));
  for (const answer of SAMPLE_MORE_ANSWERS) await take(answer);

  for (const { answers, isPublished, ...words } of SAMPLE_OUTCOMES) {
    const { outcomeId } = await addOutcome(reader, formId, { ...words, answerIds: answers.flatMap((name) => named.get(name) ?? []) });
    if (isPublished) await setOutcomePublished(lead, { formId, outcomeId }, true);
  }
  const { of, words, tool, itemId } = SAMPLE_QUOTE;
  await bringIntoTool(reader, { formId, answerId: named.get(of) ?? "" }, { questionId: "q3", words, place: { ...sampleTool(tool), itemId, columnId: null, rowId: null } });
}

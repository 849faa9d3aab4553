import type { FeedbackAnswers, HeldReason } from "@/lib/domain/feedback/answer";
import type { FormWords } from "@/lib/domain/feedback/form";
import type { OutcomeWords } from "@/lib/domain/feedback/outcome";
import { OPTION_SETS, optionsOf } from "@/lib/domain/feedback/question";
import type { SamplePerson } from "./sample-agency";

/** Who makes the sample's form, and who looks at its answers. */
export const SAMPLE_ASKED_BY: SamplePerson = "sergeant";
export const SAMPLE_LOOKED_BY: SamplePerson = "peer";

const step = (words: string) => ({ toolkitId: "ps-cope", toolId: "tool-8", itemId: "t8-s4-1-who/step", words });

/** @param closesOn its last day */
export function sampleForm(closesOn: string): FormWords {
  return {
    title: "Help after an overdose: what should be better?",
    intro: "We are police, fire, health and recovery workers and people who have been there themselves. We want to do this better.",
    questions: [
      { id: "q1", kind: "choice", words: "Is it clear where to find help after an overdose?", options: optionsOf(OPTION_SETS.partly), source: step("") },
      { id: "q2", kind: "choice", words: "Is help there on nights and weekends?", options: optionsOf(OPTION_SETS.sometimes), source: step("") },
      { id: "q3", kind: "text", words: "What should we do better?", options: [], source: step("") },
    ],
    closesOn,
    quota: 1_000,
  };
}

interface SampleAnswer {
  readonly daysAgo: number;
  readonly answers: FeedbackAnswers;
  readonly heldFor?: readonly HeldReason[];
  /** Nothing: it waits. */
  readonly becomes?: "counted" | "set-aside";
}

const said = (daysAgo: number, clear: string, nights: string, words = ""): SampleAnswer => ({
  daysAgo,
  answers: { q1: clear, q2: nights, ...(words === "" ? {} : { q3: words }) },
  becomes: "counted",
});

/** Which answers the entries below are about. */
export const SAMPLE_ANSWERS = {
  call: said(160, "c", "c", "I did not know who to call."),
  card: said(158, "c", "d", "A number to call, on paper. My phone was gone."),
  weekends: said(94, "b", "c", "Nobody comes on weekends."),
  saturday: said(93, "b", "b", "Saturday night is when it happens. Then there is nobody."),
  night: said(41, "a", "c", "We need a place that is open all night."),
} as const satisfies Readonly<Record<string, SampleAnswer>>;

export const SAMPLE_MORE_ANSWERS: readonly SampleAnswer[] = [
  said(150, "b", "b", "The woman from the recovery center was kind. More of that."),
  said(149, "a", "b"),
  said(120, "c", "c", "Somebody who has been through it should come, not only police."),
  said(118, "b", "d"),
  said(97, "b", "c", "They came once and never again."),
  said(90, "a", "b", "The card with the number helped my son."),
  said(72, "b", "c"),
  said(70, "c", "c", "I was afraid to call because I have a warrant."),
  said(55, "a", "b", "Naloxone at the motel desk saved a man on my floor."),
  said(52, "a", "a"),
  said(44, "b", "c", "Speak slower. Bring it in writing."),
  said(39, "a", "b"),
  said(22, "b", "b", "Ask us again. It feels good to be asked."),
  said(15, "a", "c", "The bus stops at nine. How do I get there?"),
  { daysAgo: 30, answers: { q3: "Cheap phones here" }, heldFor: ["many-links"], becomes: "set-aside" },
  { daysAgo: 2, answers: { q1: "b", q2: "c", q3: "The van came at the same hour each week. Then it stopped and nobody said why." } },
  { daysAgo: 1, answers: { q1: "a", q2: "b", q3: "My neighbor in the blue house needs somebody to visit. Can you go there?" } },
  { daysAgo: 1, answers: { q1: "c", q3: "It is hard to find the door. There is no sign." }, heldFor: ["no-script"] },
];

interface SampleOutcome extends Omit<OutcomeWords, "answerIds"> {
  readonly answers: readonly (keyof typeof SAMPLE_ANSWERS)[];
  readonly actionId: string | null;
  readonly isPublished: boolean;
}

export const SAMPLE_OUTCOMES: readonly SampleOutcome[] = [
  { said: "I did not know who to call.", did: "Every crew now leaves a card with one number. It is answered Monday to Friday.", standing: "done", standingWords: "Done in July", answers: ["call", "card"], actionId: "t12-sheet-1-step-1", isPublished: true },
  { said: "Nobody comes on weekends.", did: "Two people who have been there themselves will be hired. We wait for a contract with the county.", standing: "late", standingWords: "Late. It should have been September.", answers: ["weekends", "saturday"], actionId: "t12-sheet-1-step-2", isPublished: true },
  { said: "We need a place that is open all night.", did: "There is no money for it this year. We asked the city council again in November.", standing: "not-now", standingWords: "", answers: ["night"], actionId: null, isPublished: true },
  { said: "The bus stops at nine.", did: "We ask the county about rides from the evening group.", standing: "planned", standingWords: "", answers: [], actionId: null, isPublished: false },
];

/** Words that were brought into a tool, without what could tell who wrote them. */
export const SAMPLE_QUOTE = { of: "saturday", words: "Saturday night is when it happens. Then there is nobody.", tool: 8, itemId: "t8-s4-2" } as const;

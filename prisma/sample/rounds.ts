import type { Side } from "@/lib/domain/rounds/shown-item";
import type { SamplePerson } from "./sample-agency";

/** Who rates in the sample's first round: its people, and others by a personal link. What each chose, in the order of its items. */
export interface SampleRater {
  readonly who: SamplePerson | { readonly guest: string };
  readonly side: Side;
  readonly values: readonly string[];
  readonly note?: { readonly item: number; readonly words: string; readonly isShown: boolean };
}

export const SAMPLE_OPENED_BY: SamplePerson = "sergeant";

/** Component 4 of Tool 9 and one statement about training. */
export const SAMPLE_ROUND_ITEMS = ["t9-c4-1", "t9-c4-2", "t9-c4-3", "t9-i4-3"] as const;

/** The item on which the team has decided already. */
export const SAMPLE_DECIDED = { item: "t9-i4-3", rationale: "Two trainers left in September. What is left is one hour online.", dissent: "Night shift has had both parts." };

export const SAMPLE_RATERS: readonly SampleRater[] = [
  { who: "lead", side: "safety", values: ["4", "5", "4", "4"] },
  { who: "sergeant", side: "safety", values: ["4", "4", "4", "4"], note: { item: 1, words: "We leave naloxone at every scene. That is before the next one.", isShown: true } },
  { who: "analyst", side: "safety", values: ["3", "5", "dk-unknown", "4"] },
  { who: { guest: "Patrol officer" }, side: "safety", values: ["4", "5", "4", "3"] },
  { who: "peer", side: "community", values: ["4", "2", "3", "2"], note: { item: 1, words: "On Saturday night the card we hand out has a number nobody answers.", isShown: true } },
  { who: { guest: "Family support group" }, side: "community", values: ["4", "1", "4", "2"], note: { item: 0, words: "For me to remember: ask about the reentry team.", isShown: false } },
  { who: { guest: "Recovery house" }, side: "community", values: ["5", "2", "dk-unclear", "dk-unknown"] },
];

/** Some weeks after the first the team asks the same again, of the same people: views came closer. In the order of the items, by rater. */
export const SAMPLE_FOLLOW_UP: readonly (readonly string[])[] = [
  ["4", "4", "4", "4"],
  ["4", "4", "4", "3"],
  ["4", "4", "4", "3"],
  ["4", "4", "4", "3"],
  ["4", "3", "4", "2"],
  ["4", "3", "4", "3"],
  ["4", "3", "dk-unclear", "3"],
];

/** Another round is open: a checklist, by which some have finished. */
export const SAMPLE_OPEN_ROUND = {
  tool: 4,
  inDays: 5,
  asked: ["lead", "sergeant", "peer", "analyst"] as const satisfies readonly SamplePerson[],
  guests: ["Recovery house"],
  finished: "analyst" as const satisfies SamplePerson,
  begun: "peer" as const satisfies SamplePerson,
  values: ["yes", "in-progress", "no"],
};

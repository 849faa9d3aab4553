import { z } from "zod";
import { idText, writtenText } from "@/lib/domain/text/bounded-text";

/** Most entries of "You said, we did" on one form, and most answers tied to one; longest texts, in UTF-16 code units. */
export const OUTCOME_LIMITS = { outcomes: 50, answers: 200, said: 300, did: 600, standingWords: 120 } as const;

/** How what was promised stands; "not-now" is an honest answer, too. */
export const STANDINGS = ["planned", "under-way", "done", "late", "not-now"] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_WORDS = { planned: "Planned", "under-way": "Under way", done: "Done", late: "Late", "not-now": "Not now" } as const satisfies Readonly<Record<Standing, string>>;

/** An entry as everybody reads it who has the form's address. */
export interface PublicOutcome {
  readonly id: string;
  readonly said: string;
  readonly did: string;
  readonly standing: Standing;
  /** "Done in July"; empty where the plain word is enough. */
  readonly standingWords: string;
}

/** What stands under an entry: the team's own words about where it stands, or the plain one. */
export function standingOf({ standing, standingWords }: Pick<PublicOutcome, "standing" | "standingWords">): string {
  return standingWords === "" ? STANDING_WORDS[standing] : standingWords;
}

const trimmed = (text: string) => text.trim();

/** What somebody writes of an entry. */
export const outcomeWordsSchema = z.strictObject({
  said: writtenText(OUTCOME_LIMITS.said, undefined, trimmed).refine((text) => text !== "", "Say what people told you."),
  did: writtenText(OUTCOME_LIMITS.did, undefined, trimmed).refine((text) => text !== "", "Say what you did, or why not yet."),
  standing: z.enum(STANDINGS, "Choose how it stands."),
  standingWords: writtenText(OUTCOME_LIMITS.standingWords, undefined, trimmed),
  answerIds: z.array(idText()).max(OUTCOME_LIMITS.answers, `Tie at most ${OUTCOME_LIMITS.answers} answers to one entry.`),
});
export type OutcomeWords = z.infer<typeof outcomeWordsSchema>;

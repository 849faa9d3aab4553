import { z } from "zod";
import { ANSWER_MAX_LENGTH } from "@/lib/domain/limits";
import { ACTION_STATUSES } from "@/lib/domain/plan/action-status";
import { boundedText, dateText, idText, writtenText } from "@/lib/domain/text/bounded-text";
import { findDateProblem, YEAR_PROBLEM } from "@/lib/domain/text/dates";

/** A line of a plan is read in a table; the tool itself takes longer texts. */
export const ACTION_TEXT_MAX = 1_000;

const TOO_LONG = `Use ${ACTION_TEXT_MAX.toLocaleString("en-US")} characters or fewer.`;
const NO_WORDS = "Say what is to be done.";
const words = writtenText(ACTION_TEXT_MAX, TOO_LONG, (text) => text.trim());
/** As long as the tool takes: what is put back may have been written there. */
const anyWords = writtenText(ANSWER_MAX_LENGTH, TOO_LONG, (text) => text.trim());
const day = dateText("Enter a date.").refine((date) => findDateProblem(date) === null, YEAR_PROBLEM);
const owner = idText("Choose somebody from the list.").nullable();

/** What is changed of one action; what is left out stays as it is. */
export const actionChangeSchema = z
  .strictObject({
    actionId: boundedText(200),
    what: anyWords.optional(),
    lead: anyWords.optional(),
    owner: owner.optional(),
    dueOn: day.nullable().optional(),
    status: z.enum(ACTION_STATUSES).optional(),
    why: anyWords.optional(),
    /** Puts back what stood there, which need not be what this page would let anybody choose: the tool takes more. */
    isUndo: z.literal(true).optional(),
  })
  .superRefine(({ isUndo, what, lead, why }, context) => {
    if (isUndo) return;
    for (const [field, text = ""] of Object.entries({ what, lead, why })) {
      if (text.length > ACTION_TEXT_MAX) context.addIssue({ code: "custom", path: [field], message: TOO_LONG });
    }
    if (what === "") context.addIssue({ code: "custom", path: ["what"], message: NO_WORDS });
  });
export type ActionChange = z.infer<typeof actionChangeSchema>;

export const newActionSchema = z.strictObject({
  /** Of this filling of the form: sent again, it adds nothing. */
  key: idText(),
  section: boundedText(100, "Choose an idea."),
  what: words.refine((text) => text !== "", NO_WORDS),
  lead: words,
  owner,
  dueOn: day.nullable(),
});
export type NewAction = z.infer<typeof newActionSchema>;

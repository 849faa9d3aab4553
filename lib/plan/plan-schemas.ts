import { z } from "zod";
import { ACTION_STATUSES } from "@/lib/domain/plan/action-status";
import { boundedText, dateText, idText, writtenText } from "@/lib/domain/text/bounded-text";
import { findDateProblem, YEAR_PROBLEM } from "@/lib/domain/text/dates";

/** A line of a plan is read in a table; the tool itself takes longer texts. */
export const ACTION_TEXT_MAX = 1_000;

const words = writtenText(ACTION_TEXT_MAX, undefined, (text) => text.trim());
const day = dateText("Enter a date.").refine((date) => findDateProblem(date) === null, YEAR_PROBLEM);
const owner = idText("Choose somebody from the list.").nullable();

/** What is changed of one action; what is left out stays as it is. */
export const actionChangeSchema = z.strictObject({
  actionId: boundedText(200),
  what: words.refine((text) => text !== "", "Say what is to be done.").optional(),
  lead: words.optional(),
  owner: owner.optional(),
  dueOn: day.nullable().optional(),
  status: z.enum(ACTION_STATUSES).optional(),
  why: words.optional(),
});
export type ActionChange = z.infer<typeof actionChangeSchema>;

export const newActionSchema = z.strictObject({
  /** Of this filling of the form: sent again, it adds nothing. */
  key: idText(),
  section: boundedText(100, "Choose an idea."),
  what: words.refine((text) => text !== "", "Say what is to be done."),
  lead: words,
  owner,
  dueOn: day.nullable(),
});
export type NewAction = z.infer<typeof newActionSchema>;

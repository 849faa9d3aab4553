import { z } from "zod";
import { DONT_KNOW_VALUES, SCORE_VALUES, STATUS_VALUES } from "@/lib/domain/answer/answers";
import type { ItemKind } from "@/lib/domain/tool/definition";

export const personId = z
  .string()
  .nullable()
  .describe("The person’s id among the file’s people. Null for someone who has left, and everywhere when the file shows roles only.");

/** Who did something, and when. */
export const eventSchema = z
  .strictObject({
    by: z.string().describe("The name the person goes by in the agency, or their role when the file shows roles only."),
    person: personId,
    at: z.iso.datetime().describe("When, in UTC."),
  })
  .meta({ id: "event", description: "Who did something, and when." });

/** An event that may not have happened. */
export function eventOrNull(description: string) {
  return eventSchema.nullable().describe(description);
}

const text = z.string().describe("The text as it was typed, line breaks included.");
const date = z.iso.date().describe("A calendar date without a time zone, such as 2026-03-31.");
const choice = z
  .strictObject({
    option: z.string().describe("The id of the option chosen. The answer’s text has its words."),
    other: z.string().optional().describe("The words given with the “Other” option."),
  })
  .describe("One option of a list.");
const status = z.enum(STATUS_VALUES).describe("Where the team stands with a statement: yes, in-progress or no.");
const rating = z
  .union([z.literal([...SCORE_VALUES]), z.enum(DONT_KNOW_VALUES)])
  .describe(
    "1 (Strongly Disagree) to 5 (Strongly Agree), or D/K: dk (meaning not said), dk-unclear (not sure what it means), " +
      "dk-unknown (not known yet), dk-not-applicable (does not apply).",
  );
const table = z
  .array(
    z.strictObject({
      id: z.string().describe("Tells the rows of one table apart; it means nothing beyond that."),
      cells: z
        .record(z.string(), z.string())
        .describe("Column id to text, a date such as 2026-03-31, the id of an option, or a person as in an answer of that kind. A column without an entry is blank."),
    }),
  )
  .describe("The rows of a table, in order.");

const person = z.string().describe("Who was chosen: “@[id]” with the person’s id among the file’s people, or words where the file tells no id: a role when it shows roles only, “A former member” for someone who has left.");

const values = { text, date, choice, status, rating, table, person } satisfies Record<ItemKind, z.ZodType>;

function answerOf<K extends ItemKind>(kind: K) {
  return z.strictObject({
    kind: z.literal(kind).describe("What kind of answer this is."),
    question: z.string().describe("What is asked."),
    value: values[kind],
    text: z.string().describe("The answer in words, as a person reads it."),
    by: z.string().describe("Who gave it last."),
    person: personId,
    at: z.iso.datetime().describe("When it was given last, in UTC."),
  });
}

/** One stored answer, by the kind of its item. */
export const answerSchema = z
  .discriminatedUnion("kind", [
    answerOf("text"),
    answerOf("date"),
    answerOf("choice"),
    answerOf("status"),
    answerOf("rating"),
    answerOf("table"),
    answerOf("person"),
  ])
  .meta({ id: "answer", description: "One answer: as data, in words, and who gave it when." });

/** An answer of any kind, on its own. */
export const answerValueSchema = z
  .union([text, choice, rating, table])
  .meta({ id: "answer-value", description: "An answer of any kind: a text, date or status, a choice, a rating, or the rows of a table." });

import { z } from "zod";
import { INDICATOR_DIRECTIONS, INDICATOR_UNITS } from "@/lib/domain/indicators/indicator";
import { eventSchema } from "./answer-schemas";
import { toolNameSchema } from "./tool-in-file";

const number = z.number().min(0);

const measured = {
  on: z.iso.date().describe("The day it was measured on; of a month its first day."),
  isMonth: z.boolean().describe("Whether it is of the whole month."),
  value: number.describe("The number as it was entered; of a part of a whole the part."),
  of: number.nullable().describe("Of a part of a whole, the whole. Null for other numbers."),
};

const value = z
  .strictObject({
    ...measured,
    text: z.string().describe("The number as a person reads it, such as 72%."),
    source: z.string().describe("Where it is from, or an empty text."),
    note: z.string().describe("What is said about it, or an empty text."),
    ...eventSchema.shape,
    earlier: z
      .array(z.strictObject({ ...measured, note: z.string().describe("What was said about it, or an empty text."), ...eventSchema.shape }))
      .describe("What it was before it was put right, the latest first."),
  })
  .describe("One value, with who entered it.");

/** A row of a goal's table with its values over time. */
export const indicatorSchema = z
  .strictObject({
    tool: toolNameSchema,
    item: z.string().describe("The permanent id of the table that the row is in."),
    rowId: z.string().describe("The row’s id in that table."),
    sheet: z.string().describe("The sheet that the table is on."),
    row: z.int().min(1).nullable().describe("The row’s place in the table, or null for a row that was removed and whose values are kept."),
    question: z.string().describe("The row’s evaluation question, or an empty text."),
    name: z.string().describe("What the row measures, in the team’s words."),
    unit: z.enum(INDICATOR_UNITS).describe("What is measured: a part of a whole (percent), a count, a score or something else (other)."),
    unitWords: z.string().describe("What is counted, in the team’s words, or an empty text."),
    direction: z.enum(INDICATOR_DIRECTIONS).describe("Which way is better: up, down, or neither (watch)."),
    target: number.nullable().describe("What the team aims for, of a part of a whole in percent, or null."),
    targetOn: z.iso.date().nullable().describe("The day it is to be reached by, or null."),
    values: z.array(value).describe("The values that stand, the oldest first."),
  })
  .meta({ id: "indicator", description: "A row of an evaluation’s table, with its values over time." });

import { z } from "zod";
import { type Answer, type AnswerByKind, DONT_KNOW_VALUES, SCORE_VALUES, STATUS_VALUES } from "@/lib/domain/answer/answers";
import { ANSWER_MAX_LENGTH, TABLE_MAX_ROWS } from "@/lib/domain/limits";
import { boundedText, dateText } from "@/lib/domain/text/bounded-text";
import { DATE_PROBLEM, findDateProblem, YEAR_PROBLEM } from "@/lib/domain/text/dates";
import { FORMER_NAME_ID, PERSON_TOKEN_LENGTH, personToken, readPersonToken } from "@/lib/domain/people/person";
import type { Item, ItemKind, ItemOf, TableColumn, TableItem } from "@/lib/domain/tool/definition";

/**
 * What may be stored for an item of each kind, and an example of it. `draftSchema` says "well formed":
 * a blank is never refused, and marking a tool complete with blanks is allowed and stated.
 */
export interface ItemSchemas<K extends ItemKind> {
  draftSchema(item: ItemOf<K>): z.ZodType<AnswerByKind[K]>;
  /** A realistic answer, for tests and the seed. */
  example(item: ItemOf<K>): AnswerByKind[K];
}

const TOO_LONG = `Shorten this answer to ${ANSWER_MAX_LENGTH.toLocaleString("en-US")} characters or fewer.`;
/** Nobody's, and known in every agency. */
const EXAMPLE_PERSON = { personId: FORMER_NAME_ID };
const textSchema = boundedText(ANSWER_MAX_LENGTH, TOO_LONG);
const dateSchema = dateText(DATE_PROBLEM).refine((date) => findDateProblem(date) === null, YEAR_PROBLEM);
const blankOrDateSchema = z.union([z.literal(""), dateSchema]);
const personSchema = boundedText(PERSON_TOKEN_LENGTH).refine((text) => readPersonToken(text) !== null, "Choose somebody from the list.");

function cellSchema({ kind, options = [] }: TableColumn): z.ZodType<string> {
  if (kind === "text") return textSchema;
  if (kind === "date") return blankOrDateSchema;
  if (kind === "person") return z.union([z.literal(""), personSchema]);
  return z.enum(["", ...options.map(({ id }) => id)], "Choose one of the options listed.");
}

function exampleCell({ id, kind, options = [], onlyFor }: TableColumn, row: number, item: TableItem): string {
  const other = item.columns.find((column) => column.id === onlyFor?.column);
  if (onlyFor && other && exampleCell(other, row, item) !== onlyFor.option) return "";
  if (kind === "date") return `2026-04-0${row}`;
  if (kind === "choice") return options[row % options.length]?.id ?? "";
  return kind === "person" ? personToken(EXAMPLE_PERSON) : `Example ${id} ${row} of ${item.id}`;
}

export const itemSchemas = {
  text: {
    draftSchema: () => textSchema,
    example: (item) => `Example answer to ${item.id}`,
  },
  date: {
    draftSchema: () => dateSchema,
    example: () => "2026-03-31",
  },
  choice: {
    draftSchema: (item) =>
      z
        .strictObject({
          option: z.enum(item.options.map((option) => option.id), "Choose one of the options listed."),
          other: textSchema.optional(),
        })
        .refine((value) => value.other === undefined || value.option === item.otherOptionId, {
          path: ["other"],
          error: "Words of your own go only with the “Other” option.",
        }),
    example: (item) =>
      item.otherOptionId
        ? { option: item.otherOptionId, other: `Example words for ${item.id}` }
        : { option: item.options[0]?.id ?? "" },
  },
  status: {
    draftSchema: () => z.enum(STATUS_VALUES, "Choose Yes, In Progress or No."),
    example: () => "in-progress",
  },
  rating: {
    draftSchema: () =>
      z.union([z.literal([...SCORE_VALUES]), z.enum(DONT_KNOW_VALUES)], "Choose 1 to 5, or D/K."),
    example: () => 4,
  },
  person: {
    draftSchema: () => personSchema,
    example: () => personToken(EXAMPLE_PERSON),
  },
  table: {
    draftSchema: (item) =>
      z
        .array(
          z.strictObject({
            id: boundedText(64).min(1),
            cells: z.strictObject(
              Object.fromEntries(
                item.columns.map((column) => [column.id, cellSchema(column).optional()]),
              ),
            ) as unknown as z.ZodType<Record<string, string>>,
          }),
        )
        .max(TABLE_MAX_ROWS, `A table holds at most ${TABLE_MAX_ROWS} rows.`)
        .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, "Two rows of this table have the same id."),
    example: (item) =>
      [1, 2].map((row) => ({
        id: `example-row-${row}`,
        cells: Object.fromEntries(
          item.columns.map((column) => [column.id, exampleCell(column, row, item)] as const).filter(([, cell]) => cell !== ""),
        ),
      })),
  },
} satisfies { [K in ItemKind]: ItemSchemas<K> };

function schemasOf<K extends ItemKind>(kind: K): ItemSchemas<K> {
  return itemSchemas[kind] as unknown as ItemSchemas<K>;
}

/** The schema an answer must pass to be saved. */
export function draftSchemaOf(item: Item): z.ZodType<Answer> {
  return schemasOf(item.kind).draftSchema(item as never);
}

/** An answer that passes the item's schema. */
export function exampleAnswer(item: Item): Answer {
  return schemasOf(item.kind).example(item as never);
}

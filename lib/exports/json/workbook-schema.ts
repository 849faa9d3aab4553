import { z } from "zod";
import { LINK_KINDS } from "@/lib/domain/plan/links";
import { STATUS_WORDS } from "@/lib/events/response-event";
import { answerSchema, answerValueSchema, eventOrNull, eventSchema, personId } from "./answer-schemas";
import type { DeepReadonly } from "./deep-readonly";
import { indicatorSchema } from "./indicator-schema";
import { readinessSchema } from "./readiness-schema";
import { toolNameSchema } from "./tool-in-file";

/** Names the kind of file to whoever opens one. */
export const FORMAT = "ps-cope-workbook";
/** Goes up when a field changes its meaning or goes away; a field that is only added doesn't need it. */
export const FORMAT_VERSION = 2;
/** Files of these versions can be brought in: the first names a tool by its number in the first toolkit. */
export const READABLE_VERSIONS: readonly number[] = [1, FORMAT_VERSION];
/** Where a team can stand with a whole tool. */
export const TOOL_STATUSES = ["not-started", "in-progress", "complete"] as const;

const count = (description: string) => z.int().min(0).describe(description);
const itemId = z.string().describe("The item’s permanent id.");
const by = eventSchema.shape.by;
const person = eventSchema.shape.person;
const at = eventSchema.shape.at;

const about = z
  .strictObject({
    agency: z.string().describe("The agency’s name."),
    team: z.string().describe("The team’s name."),
    at: z.iso.datetime().describe("When the file was made, in UTC."),
    timeZone: z.string().describe("The time zone of the person who made it (IANA name). Times in this file are in UTC all the same."),
    exportedBy: z.string().describe("The name, or the role, of whoever made it."),
    exportedByPerson: personId,
    toolkitVersion: z.string().describe("The version of the toolkit’s content."),
    rulesVersion: z.string().describe("The version of the rules behind scores and gaps."),
    completeness: z
      .strictObject({
        toolsComplete: count("Tools that are marked complete."),
        tools: count("Tools in the file."),
        answered: count("Items with an answer."),
        total: count("All items."),
      })
      .describe("How far the tools in the file are filled in."),
    milestone: z
      .strictObject({
        name: z.string().describe("What the team called it."),
        onDay: z.string().describe("The day it shows, on the team’s clock."),
        madeAfterwards: z.string().nullable().describe("When it was made, where that was later, out of the history; else null."),
        unknown: z.array(z.string()).describe("What could not be known of that day, in sentences."),
      })
      .nullable()
      .describe("The milestone that this file is of; null for the team’s work as it was when the file was made."),
  })
  .describe("What this file is.");

const options = z
  .strictObject({
    content: z.enum(["toolkit", "tools", "readiness", "plan", "forms"]).describe("What was asked for."),
    comments: z.boolean().describe("Whether comments were asked for."),
    history: z.boolean().describe("Whether the history was asked for."),
    evidence: z.boolean().describe("Whether the list of supporting files was asked for."),
    names: z.enum(["names", "roles"]).describe("Whether people are given by name or by role."),
  })
  .describe("What was chosen when the file was made.");

const keptAnswer = z
  .strictObject({
    item: z.string().describe("The id that its item had."),
    version: z.int().min(1).describe("The version of the tool it was given in."),
    question: z.string().describe("What was asked."),
    source: z.string().describe("Where the question stood."),
    value: answerValueSchema,
    text: z.string().describe("The answer in words, as a person reads it."),
  })
  .describe("One answer to an item that the tool no longer has.");

const tool = z
  .strictObject({
    ...toolNameSchema.shape,
    version: z.int().min(1).describe("The version of the tool’s items."),
    title: z.string().describe("The tool’s title."),
    status: z.enum(TOOL_STATUSES).describe("Where the team stands with it."),
    completed: eventOrNull("Who marked it complete, or null."),
    locked: eventOrNull("Who locked it, or null."),
    reviews: z.array(eventSchema).describe("Who has marked a tool without questions as read."),
    lastChange: eventOrNull("Its newest change, or null before the first."),
    progress: z
      .strictObject({ answered: count("Items with an answer."), total: count("All items.") })
      .describe("How far it is filled in."),
    answers: z.record(z.string(), answerSchema).describe("The answers by item id. A blank item has no entry."),
    kept: z.array(keptAnswer).describe("Answers to an earlier version of the tool that have no place in this one."),
  })
  .meta({ id: "tool", description: "One tool with the team’s answers." });

const comment = z
  .strictObject({
    by,
    person,
    at,
    edited: z.boolean().describe("Whether it was changed later."),
    text: z
      .string()
      .nullable()
      .describe("As it is read: people mentioned go by their name, or their role, as everywhere in the file. Null for a deleted comment that was answered."),
    mentions: z.array(z.string()).describe("The ids of those among the file’s people whom it mentions."),
  })
  .describe("One comment.");

const conversation = z
  .strictObject({
    tool: toolNameSchema,
    item: itemId,
    resolved: eventOrNull("Who resolved it, or null while it is open."),
    comments: z.array(comment).describe("Its comments, oldest first."),
  })
  .describe("One conversation about an item.");

const change = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("answer").describe("An answer was changed."),
      tool: toolNameSchema,
      item: itemId,
      before: answerValueSchema.nullable().describe("The answer before, or null when it was blank."),
      after: answerValueSchema.nullable().describe("The answer after, or null when it was cleared."),
      restored: z.boolean().describe("Whether an earlier answer was brought back."),
      by,
      person,
      at,
    }),
    z.strictObject({
      kind: z.literal("status").describe("The whole tool’s standing was changed."),
      tool: toolNameSchema,
      status: z
        .enum(STATUS_WORDS)
        .describe("What was done. “rebuilt”: an admin made room for more; the answers stayed as they were."),
      by,
      person,
      at,
    }),
  ])
  .describe(
    "One recorded change. What one person changes in one item within a minute, while nobody else changes it, is one entry: the answer before the first of these changes and after the last.",
  );

const evidenceFile = z
  .strictObject({
    tool: toolNameSchema,
    item: itemId,
    question: z.string().describe("What the item asks."),
    name: z.string().describe("The file’s name. The file itself is not included."),
    type: z.string().describe("Its kind and size, in words."),
    added: eventSchema.describe("Who added it, and when."),
  })
  .describe("One file that supports an answer.");

const assignment = z
  .strictObject({
    tool: toolNameSchema,
    target: z.string().describe("The id of the part or the item that is looked after, or an empty text for the whole tool."),
    assignee: z.string().describe("The name, or the role, of whoever looks after it."),
    assigneePerson: personId,
    assigned: eventSchema.describe("Who gave it to them, and when."),
    due: z.iso.date().nullable().describe("The day it is due, or null."),
    accepted: z.boolean().describe("Whether they said they have it."),
    handBackNote: z.string().nullable().describe("What they said when they gave it back, or null while they have it."),
  })
  .describe("Who looks after a tool, a part of it or an item.");

const linkEnd = z
  .strictObject({
    tool: toolNameSchema,
    target: z.string().describe("The id of the item or the section, or of a table and its row with a “/” in between."),
    words: z.string().describe("What stands there. Empty once it was removed."),
  })
  .describe("One end of a link.");

const link = z
  .strictObject({
    kind: z.enum(LINK_KINDS).describe("What became what: a gap a priority, a priority an idea, or an idea a goal."),
    from: linkEnd,
    to: linkEnd,
    made: eventSchema.describe("Who linked them, and when."),
    decided: eventOrNull("Who took the words over, or kept the team’s own, or null while nobody has."),
  })
  .describe("That one thing became another. Links are the workbook’s own, and not printed in the toolkit.");

/** The whole file. What is asked of a file that is brought back in is less: see import-schema.ts. */
export const workbookFileSchema = z
  .strictObject({
    $schema: z.string().describe("Where this schema is published."),
    format: z.literal(FORMAT).describe("Tells that this is a PS-COPE Workbook file."),
    version: z.literal(FORMAT_VERSION).describe("The version of this format. It goes up when a field changes its meaning or goes away."),
    about,
    options,
    people: z
      .array(
        z.strictObject({
          id: z.string().describe("Tells people apart; the same person has the same id in every file of the agency, until they set what they did before apart from their name."),
          name: z.string().describe("The name the person goes by in the agency."),
          role: z.string().nullable().describe("What they are in the team, in words, or null when it is not known."),
        }),
      )
      .describe("Everyone named in the file who is still in the agency. Empty when it shows roles only."),
    tools: z.array(tool).describe("The tools asked for, in toolkit order."),
    readiness: readinessSchema.nullable().describe("The readiness and gap report, or null when it was not asked for."),
    comments: z.array(conversation).nullable().describe("The conversations, or null when they were not asked for."),
    history: z
      .array(change)
      .nullable()
      .describe("All recorded changes, tool by tool, the latest change first, or null when it was not asked for. The answer before an entry of an item is the answer after the entry before it; entries recorded before December 2026 can overlap where two people wrote in the same minute."),
    assignments: z.array(assignment).describe("Who looks after what, soonest due first."),
    indicators: z.array(indicatorSchema).describe("What the rows of the evaluation’s tables measure, with their values over time. Not brought in again with the answers."),
    links: z.array(link).describe("What became of gaps, priorities and ideas, as far as it stands in the tools of the file, the first linked first."),
    evidence: z
      .array(evidenceFile)
      .nullable()
      .describe("The list of supporting files, or null when it was not asked for. The files are not included."),
  })
  .describe("A PS-COPE Workbook: one team’s answers to the PS-COPE toolkit, with what stands beside them.");

export type WorkbookFile = DeepReadonly<z.infer<typeof workbookFileSchema>>;
export type ToolInFile = WorkbookFile["tools"][number];
export type AnswerInFile = ToolInFile["answers"][string];

import { z } from "zod";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { DONT_KNOW_VALUES, SCORE_VALUES } from "@/lib/domain/answer/answers";
import { GAP_KINDS } from "@/lib/domain/readiness/gaps";
import { BANDS } from "@/lib/domain/readiness/rules";
import { areaIdsOf } from "@/lib/domain/toolkit/toolkit";
import { eventOrNull } from "./answer-schemas";
import { toolNameSchema } from "./tool-in-file";

const count = (description: string) => z.int().min(0).describe(description);
const element = z.enum(MAIN_TOOLKIT.elements.map(({ id }) => id)).describe("The part of the PS-COPE framework it belongs to, such as IE1.");
const areaId = z.enum(areaIdsOf(MAIN_TOOLKIT));
const band = z.enum(BANDS);
const mean = z.number().min(1).max(5).describe("The average of the ratings from 1 to 5, not rounded.");
const sum = count("The sum of the ratings from 1 to 5. Divided by how many were rated, it is the exact average.");
const lastAnswered = eventOrNull("The newest answer in it, or null when there is none.");

const ratingCounts = {
  rated: count("Items rated 1 to 5."),
  total: count("All items."),
  dontKnow: z
    .strictObject({
      total: count("All D/K answers."),
      unspecified: count("D/K without saying what it means."),
      unclear: count("Not sure what the item means."),
      unknown: count("Not known yet."),
      notApplicable: count("Does not apply."),
    })
    .describe("D/K answers, by what they mean. They never count as 0."),
  blank: count("Items without an answer."),
  byScore: z
    .strictObject({
      1: count("Items rated 1."),
      2: count("Items rated 2."),
      3: count("Items rated 3."),
      4: count("Items rated 4."),
      5: count("Items rated 5."),
    })
    .describe("How many items have each rating."),
};

const scored = z.literal("scored").describe("There are enough answers for a score.");
const insufficient = z.literal("insufficient").describe("There are not enough answers for a score.");

const areaScore = z
  .discriminatedUnion("status", [
    z.strictObject({
      status: scored,
      mean,
      sum,
      lowest: z.literal([...SCORE_VALUES]).describe("The lowest rating."),
      band: band.describe("priority, discuss or strength."),
      reasons: z
        .array(z.enum(["low-mean", "low-item", "middle-mean", "many-dont-know", "views-differ", "strong"]))
        .describe("Every reason for the band."),
      viewsDiffer: count("Items on which views differ far in a rating round, without a decision. Left out where there are none.").optional(),
      ...ratingCounts,
    }),
    z.strictObject({ status: insufficient, ...ratingCounts }),
  ])
  .describe("The score of an area of Tool 9.");

const sectionScore = z
  .discriminatedUnion("status", [
    z.strictObject({ status: scored, mean, sum, ...ratingCounts }),
    z.strictObject({ status: insufficient, ...ratingCounts }),
  ])
  .describe("The score of a section of Tool 9. Sections have no band.");

const checklistCounts = {
  yes: count("Statements answered Yes."),
  inProgress: count("Statements answered In Progress."),
  no: count("Statements answered No."),
  blank: count("Statements without an answer."),
  answered: count("Statements with an answer."),
  total: count("All statements."),
};

const checklistScore = z
  .discriminatedUnion("status", [
    z.strictObject({
      status: scored,
      inPlace: z.number().min(0).max(1).describe("0 to 1: Yes counts as one and In Progress as one half, divided by the statements answered."),
      ...checklistCounts,
    }),
    z.strictObject({ status: insufficient, ...checklistCounts }),
  ])
  .describe("The counts of a checklist and, with enough answers, its share in place.");

const area = z
  .strictObject({
    id: areaId.describe("The area’s id: i1 to i5 for infrastructure, c1 to c5 for components."),
    element,
    title: z.string().describe("As printed in Tool 9."),
    score: areaScore,
    lastAnswered,
  })
  .meta({ id: "area", description: "One of Tool 9’s ten areas." });

const checklist = z
  .strictObject({
    tool: toolNameSchema,
    title: z.string().describe("The tool’s title."),
    element,
    score: checklistScore,
    lastAnswered,
  })
  .meta({ id: "checklist", description: "One of the checklists, Tools 2 to 5." });

const contradiction = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("checklist-yes-rating-low").describe("Every answered statement is Yes, but items of the same element are rated 1 or 2."),
      answered: count("Statements answered."),
      lowItems: z
        .array(
          z.strictObject({
            itemId: z.string().describe("The item’s id."),
            prompt: z.string().describe("What the item says."),
            rating: z.number().describe("Its rating."),
          }),
        )
        .describe("The items rated 1 or 2."),
    }),
    z.strictObject({
      kind: z.literal("checklist-no-ratings-high").describe("More than half of the answered statements are No, but the area’s score is 4 or above."),
      no: count("Statements answered No."),
      answered: count("Statements answered."),
      mean,
      sum,
      rated: ratingCounts.rated,
    }),
  ])
  .describe("Where a checklist and the ratings of the same element say different things.");

const elementReport = z
  .strictObject({
    id: element,
    title: z.string().describe("The element’s title."),
    tools: z.array(toolNameSchema).describe("The tools made for it."),
    area,
    checklist: checklist.nullable().describe("Its checklist, or null when the toolkit has none."),
    contradictions: z.array(contradiction).describe("Where its checklist and its ratings disagree."),
  })
  .describe("One element with its area of Tool 9 and its checklist.");

const gap = z
  .strictObject({
    itemId: z.string().describe("The item’s id."),
    tool: toolNameSchema,
    toolTitle: z.string().describe("The tool’s title."),
    element,
    areaId: areaId.nullable().describe("The area of Tool 9, or null for a checklist statement."),
    band: band.nullable().describe("The band of the element’s area, or null without enough ratings."),
    kind: z.enum(GAP_KINDS).describe("gap, partly-there, unknown (D/K) or not-yet-rated (blank)."),
    severity: z.int().min(1).max(6).describe("1 is the most severe."),
    lead: z.string().nullable().describe("The words that the statement completes, or null."),
    number: z.string().nullable().describe("The printed number before the statement, or null."),
    prompt: z.string().describe("The statement."),
    bullets: z.array(z.string()).describe("What is printed under it."),
    source: z.string().describe("Where it stands in the toolkit."),
    answerText: z.string().describe("The answer in words; empty when blank."),
    dontKnow: z.enum(DONT_KNOW_VALUES).nullable().describe("The meaning of a D/K answer, or null for any other."),
    lastAnswered: eventOrNull("Who answered it last, or null when it is blank."),
  })
  .meta({ id: "gap", description: "A rating or checklist statement that is not fully in place." });

/** The readiness and gap report, field for field as lib/domain/readiness/readiness.ts builds it. */
export const readinessSchema = z
  .strictObject({
    rulesVersion: z.int().describe("The version of the rules behind its scores and gaps."),
    assessment: toolNameSchema.describe("The tool whose ratings the areas are."),
    headline: z
      .strictObject({
        inPlace: count("Areas that are a Strength."),
        scored: count("Areas with enough ratings for a score."),
        total: count("All areas."),
      })
      .describe("How many areas are in place. There is no overall grade."),
    areas: z.array(area).describe("Tool 9’s areas, in printed order."),
    sections: z
      .array(
        z.strictObject({
          id: z.string().describe("The section’s id."),
          title: z.string().describe("The section’s title."),
          score: sectionScore,
        }),
      )
      .describe("Tool 9’s sections, in printed order."),
    checklists: z.array(checklist).describe("The checklists, in printed order."),
    elements: z.array(elementReport).describe("The elements that Tool 9 rates."),
    gaps: z.array(gap).describe("What is not fully in place, in the order to work through it."),
    sharedItems: z
      .array(
        z.strictObject({
          prompt: z.string().describe("What the item says."),
          copies: z
            .array(
              z.strictObject({
                itemId: z.string().describe("The item’s id."),
                areaTitle: z.string().describe("The area it stands in."),
                answerText: z.string().describe("Its answer in words; empty when blank."),
              }),
            )
            .describe("Where it stands."),
          isAnsweredDifferently: z.boolean().describe("Whether every copy is answered, and not alike."),
        }),
      )
      .describe("Items that the toolkit prints in two areas."),
    answered: count("Ratings and statements with an answer."),
    total: count("All ratings and statements."),
    lastAnswered,
  })
  .describe("The team’s readiness and gaps: a summary of its own ratings, not a validated score, a grade or an audit.");

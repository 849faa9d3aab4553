import type { GuideSection } from "@/lib/domain/toolkit/guide";

/**
 * The rules by which a team's own ratings are summed up. Ours, not the toolkit's, which prints no scoring rule.
 * A change to any number or rule here is a new version, because reports name the version they were made with.
 */
export const RULES_VERSION = 1;

export const BANDS = ["priority", "discuss", "strength"] as const;
export type Band = (typeof BANDS)[number];

export const BAND_LABELS: Record<Band, string> = {
  priority: "Priority",
  discuss: "Discuss",
  strength: "Strength",
};

export const BAND_MEANINGS: Record<Band, string> = {
  priority: "The score is below 3.0, or at least one item is rated 1 or 2.",
  discuss: "The score is from 3.0 to below 4.0, more than a third of the items are D/K, or views differ far on an item and the team has not decided yet.",
  strength: "The score is 4.0 or above, no item is rated 1 or 2, no more than a third of the items are D/K, and the team has decided wherever views differ far.",
};

export const NOT_ENOUGH_RATINGS = "Not enough ratings";
export const NOT_ENOUGH_ANSWERS = "Not enough answers";

/** Below this mean an area is a Priority. */
export const PRIORITY_BELOW = 3;
/** From this mean on an area can be a Strength. */
export const STRENGTH_FROM = 4;
/** A rating of this or less makes its area a Priority, and the item a gap. */
export const LOW_RATING = 2;
/** The rating between a gap and something in place. */
export const MIDDLE_RATING = 3;
/** Fewer ratings than this are never summed up, however small the area. */
export const MINIMUM_RATED = 2;

export const SELF_RATING_STATEMENT =
  "This is a summary of your team’s own ratings. It is not a validated score, a grade or an audit, and it is not meant for comparing agencies.";

/** For readers who see the scores alone, as on the one-page brief. */
export const HOW_TO_READ =
  "How to read it: each number is the average of the team’s own ratings in one area, from 1 (Strongly Disagree) to 5 (Strongly Agree). " +
  "Strength: 4.0 or above, and nothing rated 1 or 2. Priority: below 3.0, or something rated 1 or 2. " +
  "Discuss: in between, many answers are “don’t know”, or views differ. In place means Strength.";

export const IN_PLACE_STATEMENT = "An area counts as in place when it is a Strength.";

/** "How this is worked out": every rule in plain language, for the screen and for the PDF. */
export const ruleExplanations: readonly GuideSection[] = [
  {
    id: "what-this-is",
    title: "What this is",
    paragraphs: [
      SELF_RATING_STATEMENT,
      "The PS-COPE toolkit does not print a scoring rule. These rules belong to this workbook. They have a version number, so you can always tell how a report was made.",
    ],
  },
  {
    id: "area-scores",
    title: "Area scores (Tool 9)",
    paragraphs: [
      "Tool 9 has 42 ratings in ten areas. The score of an area is the average of its ratings from 1 to 5.",
      "D/K answers and blanks are left out of the average. They never count as 0. Next to each score you see how many items were rated and how many are D/K, such as “4 of 5 rated, 1 D/K”. Missing ratings are never filled in.",
      "An area gets no score when fewer than half of its items are rated, or fewer than two. It then says “Not enough ratings”.",
    ],
  },
  {
    id: "bands",
    title: "Priority, Discuss and Strength",
    paragraphs: [
      "Each area with a score is in one of three bands. The first band that fits is used, in this order:",
    ],
    points: [
      { term: BAND_LABELS.priority, text: BAND_MEANINGS.priority },
      { term: BAND_LABELS.discuss, text: BAND_MEANINGS.discuss },
      { term: BAND_LABELS.strength, text: BAND_MEANINGS.strength },
    ],
  },
  {
    id: "views-differ",
    title: "When views differ",
    paragraphs: [
      "In a rating round, or in a vote at a meeting, everyone rates alone. Views differ far on an item when the ratings are on average more than 0.8 steps away from their mean, or when at least a third of the people rate it 1 or 2 and at least a third rate it 4 or 5. The newest round or vote that shows an item counts. Below three ratings nothing is shown, and nothing counts.",
      "Once the team records what it decides on the item, the difference no longer holds back its area. Leaving it open decides nothing.",
    ],
  },
  {
    id: "rounding",
    title: "Rounding",
    paragraphs: [
      "Scores are shown with one decimal and percentages as whole numbers. A half is rounded up: 3.25 is shown as 3.3, and 57.5% as 58%.",
      "Bands use the score before it is rounded. So a score of 2.95 is shown as 3.0 but is still a Priority.",
    ],
  },
  {
    id: "headline",
    title: "Areas in place",
    paragraphs: [
      `The headline says how many of the ten areas are in place. ${IN_PLACE_STATEMENT}`,
      "There is no overall grade. One weak area can hold back a program, and a single number would hide it.",
    ],
  },
  {
    id: "section-scores",
    title: "Section scores (Tool 9)",
    paragraphs: [
      "Infrastructure Elements and Core Components each get a score too. It is the average of all rated items in the section, so a large area counts for more than a small one. A section gets no score when fewer than half of its items are rated, or fewer than two. Sections have no band.",
    ],
  },
  {
    id: "dont-know",
    title: "What D/K means",
    paragraphs: [
      "D/K is never scored. Whatever it means, it counts as D/K when we look at whether half of the items are rated and whether more than a third are D/K.",
      "It is a useful answer in its own right, and the team can say which of three things it means:",
    ],
    points: [
      { term: "Not sure we understand this", text: "Ask what the item means before rating it." },
      { term: "We do not know yet", text: "Find the information. It is data to collect." },
      { term: "Does not apply to us", text: "Check that the team agrees, and note why." },
    ],
  },
  {
    id: "same-item",
    title: "One item stands in two areas",
    paragraphs: [
      "The toolkit prints the item about policies and procedures for appropriate services and timely follow-up in Infrastructure 3 and again in Infrastructure 4. Each is rated on its own and counts in its own area. The report says so, and points out when the two ratings differ.",
    ],
  },
  {
    id: "checklists",
    title: "Checklists (Tools 2 to 5)",
    paragraphs: [
      "Counts come first: how many statements are Yes, In Progress, No or blank.",
      "The percentage in place counts each Yes as one and each In Progress as one half, divided by the statements that were answered. The number answered is always shown next to it. There is no percentage when fewer than half of the statements are answered, or fewer than two.",
    ],
  },
  {
    id: "gap-list",
    title: "The gap list",
    paragraphs: ["The list holds every rating and checklist statement that is not fully in place:"],
    points: [
      { term: "Gap", text: "Rated 1 or 2, or answered No." },
      { term: "Partly there", text: "Rated 3, or answered In Progress." },
      { term: "Unknown", text: "Answered D/K." },
      { term: "Not yet rated", text: "Left blank." },
    ],
  },
  {
    id: "gap-order",
    title: "The order of the gap list",
    paragraphs: [
      "Items of Priority areas come first, then Discuss, then areas without enough ratings, then Strength. Within a band come No and ratings of 1, then 2, then what is partly there, then D/K, then D/K that does not apply, then blanks. Ties keep the order of the toolkit.",
    ],
  },
  {
    id: "start-with",
    title: "What to start with",
    paragraphs: [
      "From each area with a score, its lowest item rated 3 or less can be picked. They are put in order by the lower rating, then by how far the area would rise with this item at 3, then areas whose checklist says Yes throughout, then the lower score. The first three are shown.",
      "A team that only begins gets one first step instead: the area that needs the fewest ratings for a score, or, while more than half of the areas are a Priority and none is a Strength, the first item alone.",
      "One item rated 1 or 2 makes its area a Priority, however high the others are. An average would hide the one thing that is missing.",
    ],
  },
  {
    id: "contradictions",
    title: "When a checklist and a rating disagree",
    paragraphs: [
      "Tools 2, 3, 4 and 5 ask about the same elements as Tool 9. The report points out two cases, once at least half of the checklist is answered. Neither answer is called wrong. It is worth a talk.",
    ],
    points: [
      { text: "Every answered statement of the checklist is Yes, but an item of the same element is rated 1 or 2." },
      { text: "More than half of the answered statements are No, but the area of the same element scores 4.0 or above." },
    ],
  },
];

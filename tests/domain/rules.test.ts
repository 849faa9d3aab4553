import { expect, it } from "vitest";
import { BAND_MEANINGS, ruleExplanations } from "@/lib/domain/readiness/rules";

const wordsOf = (id: string) => {
  const section = ruleExplanations.find((one) => one.id === id);
  return [...(section?.paragraphs ?? []), ...(section?.points ?? []).map(({ text }) => text)].join(" ");
};

it.each([
  ["rounding", "A half is rounded up: 3.25 is shown as 3.3, and 57.5% as 58%."],
  ["rounding", "Bands use the score before it is rounded."],
  ["bands", "The score is from 3.0 to below 4.0, more than a third of the items are D/K, or views differ far on an item and the team has not decided yet."],
  ["views-differ", "on average more than 0.8 steps away from their mean, or when at least a third of the people rate it 1 or 2 and at least a third rate it 4 or 5"],
  ["views-differ", "Leaving it open decides nothing."],
  ["section-scores", "fewer than half of its items are rated, or fewer than two"],
  ["dont-know", "Whatever it means, it counts as D/K"],
  ["gap-order", "No and ratings of 1, then 2, then what is partly there, then D/K, then D/K that does not apply, then blanks"],
  ["gap-order", "Priority areas come first, then Discuss, then areas without enough ratings, then Strength"],
  ["same-item", "counts in its own area"],
  ["contradictions", "once at least half of the checklist is answered"],
])("how it is worked out says of %s: %s", (id, words) => {
  expect(wordsOf(id)).toContain(words);
});

it("no band's meaning leaves out the scores between 3.9 and 4.0", () => {
  expect(Object.values(BAND_MEANINGS).join(" ")).not.toContain("3.9");
});

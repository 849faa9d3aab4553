import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DONT_KNOW_VALUES, type RatingValue, SCORE_VALUES, type StatusValue } from "@/lib/domain/answer/answers";
import {
  bandOf,
  countAreasInPlace,
  formatAnswered,
  formatDontKnow,
  formatHeadline,
  formatRated,
  formatInPlace,
  formatScore,
  formatUnscored,
  scoreArea,
  scoreChecklist,
  scoreSection,
} from "@/lib/domain/readiness/scoring";

type Ratings = readonly (RatingValue | null)[];

describe("hand-worked area scores", () => {
  const scored: readonly [ratings: Ratings, mean: number, lowest: number, band: string][] = [
    [[4, 5, 3], 4, 3, "strength"],
    [[4, 5, 2, 5], 4, 2, "priority"],
    [[3, "dk", 4], 3.5, 3, "discuss"],
    [[5, "dk", "dk", 5], 5, 5, "discuss"],
  ];
  it.each(scored)("%j has mean %d, lowest %d: %s", (ratings, mean, lowest, band) => {
    expect(scoreArea(ratings)).toMatchObject({ status: "scored", mean, lowest, band });
  });

  it("1 of 5 rated is not enough ratings, and carries its counts but no mean", () => {
    const score = scoreArea([5, "dk", "dk", null, null]);
    expect(score).toMatchObject({ status: "insufficient", rated: 1, total: 5, blank: 2 });
    expect(score.dontKnow.total).toBe(2);
    expect(score).not.toHaveProperty("mean");
    expect(score).not.toHaveProperty("band");
  });

  it("a mean of 2.95 is shown as 3.0 and is a Priority all the same", () => {
    const score = scoreArea([...Array<RatingValue>(19).fill(3), 2]);
    if (score.status !== "scored") throw new Error("There is a score");
    expect([score.sum, score.rated, formatScore(score)]).toEqual([59, 20, "3.0"]);
    expect(bandOf({ sum: 59, rated: 20, lowest: 3, dontKnow: 0, total: 20 })).toEqual({
      band: "priority",
      reasons: ["low-mean"],
    });
  });
});

describe("area scores", () => {
  it("D/K and blanks leave numerator and denominator, whatever D/K means", () => {
    for (const dontKnow of DONT_KNOW_VALUES) {
      expect(scoreArea([4, 5, dontKnow, null])).toMatchObject({ mean: 4.5, rated: 2, total: 4, blank: 1 });
    }
  });

  it("D/K is counted by what the team says it means", () => {
    const { dontKnow } = scoreArea(["dk", "dk-unclear", "dk-unclear", "dk-unknown", "dk-not-applicable", 5]);
    expect(dontKnow).toEqual({ total: 5, unspecified: 1, unclear: 2, unknown: 1, notApplicable: 1 });
    expect(formatDontKnow(dontKnow)).toBe("1 not known yet, 2 not clear, 1 does not apply, 1 not explained");
    expect(formatDontKnow(scoreArea([4, 4]).dontKnow)).toBe("");
  });

  it.each<[Ratings, string]>([
    [[4, 4, null], "scored"],
    [[4, null, null], "insufficient"],
    [[4, 4, null, null], "scored"],
    [[4, null, null, null], "insufficient"],
    [[4, 4, null, null, null], "insufficient"],
    [[4, 4, 4, null, null], "scored"],
    [[4, null], "insufficient"],
    [[4], "insufficient"],
    [[], "insufficient"],
  ])("at least half and at least two of the items must be rated: %j is %s", (ratings, status) => {
    expect(scoreArea(ratings).status).toBe(status);
  });

  it("all D/K is not enough ratings", () => {
    expect(scoreArea(["dk", "dk-unknown", "dk"]).status).toBe("insufficient");
  });
});

describe("bands", () => {
  const strong = { sum: 45, rated: 10, lowest: 4, dontKnow: 0, total: 5 };

  it("4.0 is a Strength and anything below is not, even when it is shown as 4.0", () => {
    expect(bandOf({ ...strong, sum: 80, rated: 20 }).band).toBe("strength");
    expect(formatScore({ sum: 79, rated: 20 })).toBe("4.0");
    expect(bandOf({ ...strong, sum: 79, rated: 20 }).band).toBe("discuss");
  });

  it("3.0 is no longer a Priority", () => {
    expect(bandOf({ ...strong, sum: 63, rated: 21, lowest: 3 }).band).toBe("discuss");
  });

  it("one item rated 2 makes a Priority of any mean; an item rated 3 does not", () => {
    expect(bandOf({ ...strong, lowest: 2 })).toEqual({ band: "priority", reasons: ["low-item"] });
    expect(bandOf({ ...strong, lowest: 3 }).band).toBe("strength");
  });

  it("exactly a third D/K is not more than a third", () => {
    expect(bandOf({ ...strong, dontKnow: 1, total: 3 }).band).toBe("strength");
    expect(bandOf({ ...strong, dontKnow: 2, total: 5 })).toEqual({ band: "discuss", reasons: ["many-dont-know"] });
  });

  it("an item on which views differ makes a Discuss of a Strength, and saves no Priority from being one", () => {
    expect(bandOf({ ...strong, viewsDiffer: 1 })).toEqual({ band: "discuss", reasons: ["views-differ"] });
    expect(bandOf({ ...strong, lowest: 2, viewsDiffer: 1 })).toEqual({ band: "priority", reasons: ["low-item"] });
    expect(bandOf({ ...strong, sum: 63, rated: 21, lowest: 3, viewsDiffer: 2 }).reasons).toEqual(["middle-mean", "views-differ"]);
    // 4, 5, 3 is a Strength by itself.
    expect(scoreArea([4, 5, 3])).toMatchObject({ band: "strength" });
    expect(scoreArea([4, 5, 3], 1)).toMatchObject({ band: "discuss", reasons: ["views-differ"], viewsDiffer: 1 });
  });

  it("every reason for the band is given", () => {
    expect(bandOf({ sum: 5, rated: 2, lowest: 1, dontKnow: 3, total: 5 }).reasons).toEqual(["low-mean", "low-item"]);
    expect(bandOf({ sum: 7, rated: 2, lowest: 3, dontKnow: 2, total: 4 }).reasons).toEqual(["middle-mean", "many-dont-know"]);
  });
});

describe("D/K that does not apply", () => {
  it("counts like any D/K towards the half and the third", () => {
    const na = "dk-not-applicable" as const;
    expect(scoreArea([5, 5, na, na, na]).status).toBe("insufficient");
    expect(scoreArea([5, 5, 5, na, na])).toMatchObject({ status: "scored", band: "discuss", reasons: ["many-dont-know"] });
    expect(scoreSection([5, 5, na, na, na]).status).toBe("insufficient");
  });
});

describe("sections", () => {
  it("the score is the mean over the rated items, not a mean of area means", () => {
    expect(scoreSection([5, 5, 5, 5, 1, "dk"])).toMatchObject({ status: "scored", mean: 4.2, rated: 5, total: 6 });
  });

  it("fewer than half rated is not enough ratings", () => {
    expect(scoreSection([5, 5, null, null, null])).not.toHaveProperty("mean");
  });
});

describe("headline", () => {
  it("only a Strength is in place; areas without enough ratings stay in the ten", () => {
    const areas = [scoreArea([5, 5]), scoreArea([4, 3, 4]), scoreArea([5, 1]), scoreArea([5, null, null])];
    expect(countAreasInPlace(areas)).toEqual({ inPlace: 1, scored: 3, total: 4 });
  });
});

describe("headline in words", () => {
  it("gives no number while no area has a score", () => {
    expect(formatHeadline({ inPlace: 0, scored: 0, total: 10 })).toBe("No area has enough ratings yet");
  });

  it("counts areas out of all ten, and says how many have no score", () => {
    const headline = { inPlace: 0, scored: 8, total: 10 };
    expect(formatHeadline(headline)).toBe("0 of 10 areas in place");
    expect(formatUnscored(headline)).toBe("2 areas do not have enough ratings for a score yet.");
    expect(formatUnscored({ ...headline, scored: 10 })).toBe("");
  });
});

describe("checklists", () => {
  const of = (yes: number, inProgress: number, no: number, blank: number): (StatusValue | null)[] => [
    ...Array<StatusValue>(yes).fill("yes"),
    ...Array<StatusValue>(inProgress).fill("in-progress"),
    ...Array<StatusValue>(no).fill("no"),
    ...Array<null>(blank).fill(null),
  ];

  it("in place is Yes and half of In Progress, divided by what was answered", () => {
    const score = scoreChecklist(of(9, 3, 2, 6));
    expect(score).toMatchObject({ yes: 9, inProgress: 3, no: 2, blank: 6, answered: 14, total: 20, inPlace: 0.75 });
    expect(formatAnswered(score)).toBe("14 of 20 answered");
  });

  it("7 Yes, 9 In Progress and 4 No are 11.5 of 20: 58%", () => {
    const score = scoreChecklist(of(7, 9, 4, 0));
    expect(score.status).toBe("scored");
    expect(formatInPlace(score)).toBe("58%");
  });

  it("fewer than half answered gives counts and no percentage", () => {
    expect(scoreChecklist(of(9, 0, 0, 11))).not.toHaveProperty("inPlace");
    expect(scoreChecklist(of(10, 0, 0, 10))).toMatchObject({ status: "scored", inPlace: 1 });
    expect(scoreChecklist(of(0, 0, 0, 20))).toMatchObject({ status: "insufficient", blank: 20, answered: 0 });
  });
});

describe("what is shown", () => {
  it.each([
    [13, 4, "3.3"],
    [73, 20, "3.7"],
    [1, 1, "1.0"],
    [14, 3, "4.7"],
  ])("a sum of %d over %d ratings is shown as %s", (sum, rated, shown) => {
    expect(formatScore({ sum, rated })).toBe(shown);
  });

  it("a share is shown in whole percent", () => {
    expect(formatInPlace({ yes: 1, inProgress: 0, answered: 8 })).toBe("13%");
  });

  it("the count beside a score names rated items and D/K", () => {
    expect(formatRated(scoreArea([4, 4, 4, "dk", 4]))).toBe("4 of 5 rated, 1 D/K");
  });
});

describe("for any ratings", () => {
  const anyRating = fc.constantFrom<(RatingValue | null)[]>(...SCORE_VALUES, ...DONT_KNOW_VALUES, null);

  it("every item is counted once, and a score lies between the lowest and 5", () => {
    fc.assert(
      fc.property(fc.array(anyRating, { maxLength: 12 }), (ratings) => {
        const score = scoreArea(ratings);
        expect(score.rated + score.dontKnow.total + score.blank).toBe(ratings.length);
        if (score.status === "scored") {
          expect(score.mean).toBeGreaterThanOrEqual(score.lowest);
          expect(score.mean).toBeLessThanOrEqual(5);
        }
      }),
    );
  });
});

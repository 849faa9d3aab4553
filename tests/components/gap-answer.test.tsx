import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { GapAnswer } from "@/components/links/gap-answer";
import type { SeriesPoint } from "@/lib/domain/plan/answer-series";

const point = (day: string, score: number | null, text: string): SeriesPoint => ({ at: `2026-${day}T10:00:00.000Z`, score, text });
const LOW = point("05-29", 2, "2 Disagree");
const NOW = point("11-24", 3, "3 Neutral");
const draw = (points: readonly SeriesPoint[], isRating = true) => renderToStaticMarkup(<GapAnswer points={points} isRating={isRating} toolLabel="Tool 9" toolHref="/tools/9#t9-c4-2" />);

it("draws two ratings as a line on the scale from 1 to 5, in words and as a table", () => {
  const markup = draw([LOW, point("08-28", null, "D/K"), NOW]);
  expect(markup).toContain('aria-label="Rated 2 Disagree on May 29, 2026; D/K on Aug 28, 2026; 3 Neutral on Nov 24, 2026."');
  // D/K has no place on the scale: two points, and three rows.
  expect(markup.match(/<circle/g)).toHaveLength(2);
  expect(markup.match(/<tr>/g)).toHaveLength(4);
  for (const label of ["5 Strongly Agree", "1 Strongly Disagree", "May 29", "Nov 24"]) expect(markup).toContain(label);
});

it("draws no line of one rating, and says so", () => {
  const markup = draw([LOW]);
  expect(markup).not.toContain("<svg");
  expect(markup).toContain("A line needs two ratings.");
});

it("lists a checklist’s answers, and says when there is none", () => {
  expect(draw([point("05-29", null, "No"), point("11-24", null, "Yes")], false)).toMatch(/No, from.*Yes, from/s);
  expect(draw([], false)).toContain("No answer yet.");
});

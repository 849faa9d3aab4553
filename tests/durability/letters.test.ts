import { expect, test } from "vitest";
import { runLetters } from "./letters-run";

// `npm run proof -- letters` does the same with the built app, 50 kills, and a mail scanner.

test("kill -9 of whatever sends letters loses none, and tells nobody twice", async () => {
  const figures = await runLetters({ app: "letters", kills: 3, people: 12 });
  expect(figures).toMatchObject({ kills: 3, lost: 0, toldTwice: 0, changed: 0, broken: 0 });
  expect(figures.notices).toBeGreaterThanOrEqual(36);
});

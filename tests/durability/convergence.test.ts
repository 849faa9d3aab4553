import { expect, test } from "vitest";
import { runConvergence } from "./convergence-run";

// `npm run proof` does the same with the built app, 10,000 edits and several seeds.

test.each([11, 12])("six people on a bad network, and a hostile seventh, end with the same answers, everywhere they lie (seed %i)", async (seed) => {
  const figures = await runConvergence({ app: "handlers", seed, operations: 1_000 });
  expect(figures).toMatchObject({ differences: [], appliedTwice: 0, hostile: { sent: 50, taken: 0 } });
  expect(Math.min(figures.lost, figures.unanswered, figures.doubled)).toBeGreaterThan(0);
});

import { describe, expect, test } from "vitest";
import { closeness } from "@/scripts/lib/check-change.mjs";
import { listSlowest, timesOfPlaywright, timesOfVitest } from "@/scripts/lib/test-reports.mjs";
import { runBeside } from "@/scripts/lib/test-runs.mjs";

describe("checks beside each other", () => {
  /** Runs the checks and tells when each begins and ends; each ends once something else has had a turn. */
  async function play(checks: readonly { title: string; after?: readonly string[] }[], places: number): Promise<{ events: string[]; results: string[] }> {
    const events: string[] = [];
    const results = await runBeside(checks, places, async ({ title }) => {
      events.push(`${title} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      events.push(`${title} ends`);
      return title;
    });
    return { events, results };
  }

  test("are as many at once as there are places", async () => {
    const { events } = await play([{ title: "a" }, { title: "b" }, { title: "c" }], 2);
    expect(events.slice(0, 3)).toEqual(["a begins", "b begins", "a ends"]);
    expect(events).toHaveLength(6);
  });

  test("begin when what they come after has ended, and meanwhile a later one takes the place", async () => {
    const { events, results } = await play([{ title: "build" }, { title: "browser", after: ["build"] }, { title: "lint" }], 2);
    expect(events.slice(0, 2)).toEqual(["build begins", "lint begins"]);
    expect(events.indexOf("browser begins")).toBeGreaterThan(events.indexOf("build ends"));
    expect(results).toEqual(["build", "browser", "lint"]);
  });

  test("don't wait for one that was not chosen", async () => {
    expect((await play([{ title: "types", after: ["build"] }], 2)).results).toEqual(["types"]);
  });
});

describe("the slowest tests", () => {
  const vitest = { testResults: [{ name: "/checkout/tests/tools/dates.test.ts", assertionResults: [{ fullName: "a leap day", duration: 1500 }, { fullName: "skipped" }] }] };
  const result = (...durations: number[]) => ({ results: durations.map((duration) => ({ duration })) });
  const playwright = {
    suites: [
      {
        file: "live.spec.ts",
        specs: [{ title: "two tabs", tests: [result(2000, 500)] }],
        suites: [{ file: "live.spec.ts", specs: [{ title: "offline", tests: [result(40)] }] }],
      },
    ],
  };

  test("are read from both runners, with what their tests are in", () => {
    expect(timesOfVitest(vitest)).toEqual([
      { name: "tools/dates.test.ts › a leap day", seconds: 1.5 },
      { name: "tools/dates.test.ts › skipped", seconds: 0 },
    ]);
    expect(timesOfPlaywright(playwright)).toEqual([
      { name: "e2e/live.spec.ts › two tabs", seconds: 2.5 },
      { name: "e2e/live.spec.ts › offline", seconds: 0.04 },
    ]);
  });

  test("are listed slowest first, and no more than asked for", () => {
    const lines = listSlowest([...timesOfVitest(vitest), ...timesOfPlaywright(playwright)], 2).split("\n");
    expect(lines).toEqual(["    2.5 s  e2e/live.spec.ts › two tabs", "    1.5 s  tools/dates.test.ts › a leap day"]);
  });
});

test("a test that was changed itself is closest to a change, then one beside what was changed", () => {
  const changed = ["lib/domain/text/dates.ts", "tests/domain/gaps.test.ts"];
  const tests = ["tests/content/guide.test.ts", "tests/domain/dates.test.ts", "tests/domain/gaps.test.ts"];
  expect(tests.map((file) => closeness(file, changed))).toEqual([0, 1, 2]);
});

import { describe, expect, test } from "vitest";
import { closeness } from "@/scripts/lib/check-change.mjs";
import { listFailures, listSlowest, testsOfPlaywright, testsOfVitest } from "@/scripts/lib/test-reports.mjs";
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

describe("the report of a run", () => {
  const vitest = {
    testResults: [
      {
        name: "/checkout/tests/tools/dates.test.ts",
        assertionResults: [
          { fullName: "a leap day", duration: 1500, status: "passed" },
          { fullName: "a wrong day", status: "failed", failureMessages: ["AssertionError: \u001b[31mexpected 1\u001b[39m\n\n    at dates.test.ts:1"] },
          { fullName: "a day left out", status: "skipped" },
        ],
      },
      { name: "/checkout/tests/tools/broken.test.ts", message: "Cannot find module", assertionResults: [] },
    ],
  };
  const result = (status: string, ...durations: number[]) => ({
    results: durations.map((duration) => ({ duration, status, ...(status === "failed" ? { error: { message: "Error: gone" } } : {}) })),
  });
  const playwright = {
    suites: [
      {
        file: "live.spec.ts",
        specs: [{ title: "two tabs", tests: [result("passed", 2000, 500)] }],
        suites: [{ file: "live.spec.ts", specs: [{ title: "offline", tests: [result("failed", 40)] }, { title: "slow", tests: [result("timedOut", 10)] }] }],
      },
    ],
    errors: [{ message: "no app" }],
  };
  const tests = [...testsOfVitest(vitest), ...testsOfPlaywright(playwright)];

  test("reads every test of both runners, with what their tests are in", () => {
    expect(tests.map(({ name, seconds }) => [name, seconds])).toEqual([
      ["tools/dates.test.ts › a leap day", 1.5],
      ["tools/dates.test.ts › a wrong day", 0],
      ["tools/dates.test.ts › a day left out", 0],
      ["tools/broken.test.ts", 0],
      ["e2e/live.spec.ts › two tabs", 2.5],
      ["e2e/live.spec.ts › offline", 0.04],
      ["e2e/live.spec.ts › slow", 0.01],
      ["e2e", 0],
    ]);
  });

  test("lists the slowest first, and no more than asked for", () => {
    expect(listSlowest(tests, 2).split("\n")).toEqual(["    2.5 s  e2e/live.spec.ts › two tabs", "    1.5 s  tools/dates.test.ts › a leap day"]);
  });

  test("names each test that failed, was skipped or could not begin, and says why", () => {
    expect(listFailures(tests).split("\n")).toEqual([
      "  tools/dates.test.ts › a wrong day",
      "      AssertionError: expected 1",
      "          at dates.test.ts:1",
      "  tools/dates.test.ts › a day left out",
      "      skipped",
      "  tools/broken.test.ts",
      "      Cannot find module",
      "  e2e/live.spec.ts › offline",
      "      Error: gone",
      "  e2e/live.spec.ts › slow",
      "      timedOut",
      "  e2e",
      "      no app",
    ]);
  });
});

test("a test that was changed itself is closest to a change, then one beside what was changed", () => {
  const changed = ["lib/domain/text/dates.ts", "tests/domain/gaps.test.ts"];
  const tests = ["tests/content/guide.test.ts", "tests/domain/dates.test.ts", "tests/domain/gaps.test.ts"];
  expect(tests.map((file) => closeness(file, changed))).toEqual([0, 1, 2]);
});

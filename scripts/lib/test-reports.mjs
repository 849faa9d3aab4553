/** What the reports of vitest and Playwright tell: how many tests passed, and how long each took. */

/** Tests that ran in a vitest report; skipped ones count as failed: none should be. */
export function countVitest(report) {
  return { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests };
}

/** The same for a Playwright report. */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + (errors?.length ?? 0) };
}

/** Every test of a vitest report: its name and its seconds, without what its file does before and after. */
export function timesOfVitest({ testResults }) {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({ name: `${inTests(name)} › ${fullName}`, seconds: (duration ?? 0) / 1000 })),
  );
}

/** The same for a Playwright report. */
export function timesOfPlaywright({ suites }) {
  return suites.flatMap(({ specs, suites: within = [], file }) => [
    ...specs.map(({ title, tests }) => {
      const durations = tests.flatMap(({ results }) => results.map(({ duration }) => duration));
      return { name: `e2e/${file} › ${title}`, seconds: durations.reduce((sum, duration) => sum + duration, 0) / 1000 };
    }),
    ...timesOfPlaywright({ suites: within }),
  ]);
}

/** The path of a test file from the folder of all tests. */
function inTests(file) {
  return file.split("/tests/").at(-1);
}

const SHOWN = 20;

/** The slowest tests, one a line. */
export function listSlowest(times, shown = SHOWN) {
  const slowest = times.toSorted((one, other) => other.seconds - one.seconds).slice(0, shown);
  return slowest.map(({ name, seconds }) => `  ${seconds.toFixed(1).padStart(5)} s  ${name}`).join("\n");
}

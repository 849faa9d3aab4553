import { stripVTControlCharacters } from "node:util";

/** What the reports of vitest and Playwright tell: how many tests passed, and how long each took. */

/** Tests that ran in a vitest report; skipped ones count as failed: none should be. */
export function countVitest(report) {
  return { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests };
}

/** The same for a Playwright report. */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + (errors?.length ?? 0) };
}

/** Every test of a vitest report: its name, its seconds without what its file does before and after, and why it failed or was skipped. */
export function testsOfVitest({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const tests = assertionResults.map(({ fullName, duration, status, failureMessages = [] }) => ({
      name: `${inTests(name)} › ${fullName}`,
      seconds: (duration ?? 0) / 1000,
      failure: status === "passed" ? null : (failureMessages[0] ?? status),
    }));
    // A file that could not be read, or failed outside of its tests.
    return message ? [...tests, { name: inTests(name), seconds: 0, failure: message }] : tests;
  });
}

/** The same for a Playwright report. */
export function testsOfPlaywright({ suites, errors }) {
  return [...testsOfSuites(suites), ...(errors ?? []).map(({ message }) => ({ name: "e2e", seconds: 0, failure: message }))];
}

function testsOfSuites(suites) {
  return suites.flatMap(({ specs, suites: within = [], file }) => [
    ...specs.map(({ title, tests }) => {
      const results = tests.flatMap((test) => test.results);
      const failed = results.find(({ status }) => status !== "passed");
      return {
        name: `e2e/${file} › ${title}`,
        seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
        failure: failed ? (failed.error?.message ?? failed.status) : null,
      };
    }),
    ...testsOfSuites(within),
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

const LINES_OF_A_FAILURE = 6;

/** Each test that failed, by name, with the first lines of why: the end of a long output is what is read first, or all that is kept. */
export function listFailures(tests) {
  return tests
    .filter(({ failure }) => failure !== null)
    .map(({ name, failure }) => [`  ${name}`, ...firstLines(failure).map((line) => `      ${line}`)].join("\n"))
    .join("\n");
}

function firstLines(failure) {
  return stripVTControlCharacters(failure).split("\n").filter((line) => line.trim() !== "").slice(0, LINES_OF_A_FAILURE);
}

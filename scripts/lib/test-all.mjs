import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { requireBrowser } from "./browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { requirePdfPrograms } from "./pdf-programs.mjs";
import { endChildren } from "./run.mjs";
import { ensureGenerated } from "./sources.mjs";
import { countPlaywright, countVitest, listFailures, listSlowest, testsOfPlaywright, testsOfVitest } from "./test-reports.mjs";
import { runBeside, runCheck, summarise } from "./test-runs.mjs";
import { explain } from "./words.mjs";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
/** Kept until the next run: how long each test took, as its runner tells it. */
const REPORTS = path.join(ROOT, "test-results", "reports");
/** What runs beside each other: one uses the processor while the other waits. */
const PLACES = 2;

const inModules = (...parts) => path.join(ROOT, "node_modules", ...parts);

/** @param {string[]} [words] More arguments of vitest. */
export function vitest(title, project, words = []) {
  const report = path.join(REPORTS, `${title.toLowerCase()}.json`);
  return {
    title,
    args: [inModules("vitest/vitest.mjs"), "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...words],
    report,
    count: countVitest,
    tests: testsOfVitest,
  };
}

/** @param {string[]} [words] More arguments of Playwright. */
export function playwright(title, words = []) {
  const report = path.join(REPORTS, `${title.toLowerCase()}.json`);
  return {
    title,
    args: [inModules("@playwright/test/cli.js"), "test", "--reporter=list,json", ...words],
    report,
    count: countPlaywright,
    tests: testsOfPlaywright,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_FORCE_TTY: "0" },
  };
}

export const CHECKS = {
  build: { title: "Build", args: [path.join(ROOT, "scripts/build.mjs")] },
  lint: { title: "Lint", args: [inModules("eslint/bin/eslint.js"), ".", "--max-warnings=0"] },
  // Types of the routes first: they are made, and the rest refers to them. A build makes them too, and clears them before.
  routeTypes: { title: "Route types", args: [inModules("next/dist/bin/next"), "typegen"], after: ["Build"] },
  types: { title: "Types", args: [inModules("typescript/bin/tsc"), "--noEmit"], after: ["Route types"] },
};

/**
 * First what the longest waits for, then the longest. The unit tests make the largest documents, in processes that give way
 * to all others: beside browsers these would get no time.
 */
const ALL = [
  CHECKS.build,
  CHECKS.lint,
  { ...playwright("End-to-end"), after: ["Build"] },
  CHECKS.routeTypes,
  CHECKS.types,
  // One file at a time: the browsers beside it leave it less than a processor.
  vitest("Database", "database", ["--maxWorkers=1"]),
  vitest("Durability", "durability"),
  { ...vitest("Unit", "unit"), after: ["End-to-end"] },
];

/** Without a browser or the PDF programs everything else is still worth knowing; what needs them fails. */
function sayAndGoOn(error) {
  console.error(explain(error));
  return "";
}

/**
 * Runs every check, whatever the others find, and exits with 1 when any failed.
 * Words choose some by their titles: npm test -- lint unit.
 */
export async function testAll(words) {
  const isChosen = ({ title }) => words.length === 0 || words.some((word) => title.toLowerCase().includes(word.toLowerCase()));
  await runChecks(() => ALL.filter(isChosen));
}

/** @param {() => readonly object[] | Promise<readonly object[]>} choose Asked once everything is installed. */
export async function runChecks(choose) {
  const begun = Date.now();
  let isEnding = false;
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      isEnding = true;
      endChildren();
    });
  }
  const results = [];
  try {
    await ensureInstalled(ROOT, { withDev: true });
    await ensureGenerated(ROOT);
    mkdirSync(REPORTS, { recursive: true });
    const chosen = await choose();
    const has = (part) => chosen.some(({ args }) => args.some((word) => word.includes(part)));
    const browser = has("@playwright") ? await requireBrowser(ROOT).catch(sayAndGoOn) : "";
    if (has("vitest")) await requirePdfPrograms(ROOT).catch(sayAndGoOn);
    const run = async (check) => {
      if (isEnding) return { title: check.title, passed: 0, failed: 1, seconds: 0, tests: [] };
      const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHROMIUM_PATH: browser, ...check.env };
      return runCheck({ ...check, command: process.execPath, cwd: ROOT, env });
    };
    results.push(...(await runBeside(chosen, PLACES, run)));
  } catch (error) {
    console.error(`\n${explain(error)}`);
    results.push({ title: "Preparing", passed: 0, failed: 1, seconds: 0, tests: [] });
  }
  if (results.length === 0) results.push({ title: "Nothing of that name", passed: 0, failed: 1, seconds: 0, tests: [] });
  const tests = results.flatMap((result) => result.tests);
  if (tests.length > 0) console.log(`\nThe slowest tests:\n${listSlowest(tests)}`);
  const failures = listFailures(tests);
  if (failures) console.log(`\nWhat failed:\n${failures}`);
  console.log(`\nAltogether ${Math.round((Date.now() - begun) / 1000)} s:\n${summarise(results)}`);
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
}

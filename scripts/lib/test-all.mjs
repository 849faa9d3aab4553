import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { requireBrowser } from "./browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { requirePdfPrograms } from "./pdf-programs.mjs";
import { endChildren } from "./run.mjs";
import { ensureGenerated } from "./sources.mjs";
import { countPlaywright, countVitest, runCheck, summarise } from "./test-runs.mjs";
import { explain } from "./words.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const inModules = (...parts) => path.join(ROOT, "node_modules", ...parts);

function checks(reports) {
  const vitest = (title, project) => ({
    title,
    args: [inModules("vitest/vitest.mjs"), "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${path.join(reports, project)}`],
    report: path.join(reports, project),
    count: countVitest,
  });
  return [
    // Types of the routes first: they are made, and the rest refers to them.
    { title: "Route types", args: [inModules("next/dist/bin/next"), "typegen"] },
    { title: "Types", args: [inModules("typescript/bin/tsc"), "--noEmit"] },
    { title: "Lint", args: [inModules("eslint/bin/eslint.js"), ".", "--max-warnings=0"] },
    vitest("Unit", "unit"),
    vitest("Database", "database"),
    vitest("Durability", "durability"),
    {
      title: "End-to-end",
      args: [inModules("@playwright/test/cli.js"), "test", "--reporter=list,json"],
      report: path.join(reports, "playwright"),
      count: countPlaywright,
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, "playwright"), PLAYWRIGHT_FORCE_TTY: "0" },
    },
  ];
}

/** Without a browser or the PDF programs everything else is still worth knowing; what needs them fails. */
function sayAndGoOn(error) {
  console.error(explain(error));
  return "";
}

/**
 * Runs every check, whatever the earlier ones found, and exits with 1 when any failed.
 * Words choose some by their titles: npm test -- lint unit.
 */
export async function testAll(words) {
  const isChosen = ({ title }) => words.length === 0 || words.some((word) => title.toLowerCase().includes(word.toLowerCase()));
  const reports = mkdtempSync(path.join(os.tmpdir(), "workbook-tests-"));
  process.once("exit", () => rmSync(reports, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      endChildren();
      process.exitCode = 1;
    });
  }
  const results = [];
  try {
    await ensureInstalled(ROOT, { withDev: true });
    await ensureGenerated(ROOT);
    const chosen = checks(reports).filter(isChosen);
    const needsBrowser = chosen.some(({ title }) => title === "End-to-end");
    const browser = needsBrowser ? await requireBrowser(ROOT).catch(sayAndGoOn) : "";
    if (chosen.some(({ title }) => title === "Unit")) await requirePdfPrograms(ROOT).catch(sayAndGoOn);
    for (const check of chosen) {
      const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHROMIUM_PATH: browser, ...check.env };
      results.push(await runCheck({ ...check, command: process.execPath, cwd: ROOT, env }));
    }
  } catch (error) {
    console.error(`\n${explain(error)}`);
    results.push({ title: "Preparing", passed: 0, failed: 1, seconds: 0 });
  }
  if (results.length === 0) results.push({ title: "Nothing of that name", passed: 0, failed: 1, seconds: 0 });
  console.log(`\n${summarise(results)}`);
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
}

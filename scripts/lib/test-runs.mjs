import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { endWithUs } from "./run.mjs";

/**
 * Runs one kind of check with its output shown. A runner that writes a report is counted by it, any other is one check.
 * @returns {Promise<{ title: string, passed: number, failed: number, seconds: number }>}
 */
export async function runCheck({ title, command, args, cwd, env, report, count }) {
  console.log(`\n— ${title} —`);
  const begun = Date.now();
  if (report) rmSync(report, { force: true });
  const status = await new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: "inherit" });
    const forget = endWithUs(child);
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("close", (code) => {
      forget();
      resolve(code ?? 1);
    });
  });
  const seconds = Math.round((Date.now() - begun) / 1000);
  const counted = report && existsSync(report) ? count(JSON.parse(readFileSync(report, "utf8"))) : null;
  return { title, seconds, ...settle(status, counted) };
}

/** A runner that failed has a failure, and one that counted no test did not test, whatever its report says. */
export function settle(status, counted) {
  const { passed, failed } = counted ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  const isSilentFailure = failed === 0 && (status !== 0 || passed === 0);
  return { passed, failed: isSilentFailure ? 1 : failed };
}

/** Tests that ran in a vitest report; skipped ones count as failed: none should be. */
export function countVitest(report) {
  return { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests };
}

/** The same for a Playwright report. */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + (errors?.length ?? 0) };
}

/** The table at the end, and its last line. */
export function summarise(results) {
  const width = Math.max(...results.map(({ title }) => title.length));
  const lines = results.map(
    ({ title, passed, failed, seconds }) =>
      `  ${title.padEnd(width)}  ${String(passed).padStart(5)} passed  ${String(failed).padStart(4)} failed  ${String(seconds).padStart(4)} s`,
  );
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  return [...lines, "", `${total("passed")} passed, ${total("failed")} failed`].join("\n");
}

import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { endWithUs } from "./run.mjs";

/**
 * Runs one kind of check; each line of its output is shown behind its title, because others run beside it. A runner that
 * writes a report is counted by it, any other is one check.
 * @returns {Promise<{ title: string, passed: number, failed: number, seconds: number, tests: readonly object[] }>}
 */
export async function runCheck({ title, command, args, cwd, env, report, count, tests }) {
  const show = (line) => console.log(`${title} │ ${line}`);
  show("begins");
  const begun = Date.now();
  if (report) rmSync(report, { force: true });
  const status = await new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const forget = endWithUs(child);
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", show);
    child.once("error", (error) => {
      show(error.message);
      resolve(1);
    });
    child.once("close", (code) => {
      forget();
      resolve(code ?? 1);
    });
  });
  const seconds = Math.round((Date.now() - begun) / 1000);
  const found = report && existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null;
  const result = { title, seconds, ...settle(status, found && count(found)), tests: found ? tests(found) : [] };
  show(`${result.failed === 0 ? "passed" : "FAILED"} after ${seconds} s`);
  return result;
}

/**
 * Runs checks beside each other, as many at once as there are places, each when those it comes after are done. A free
 * place goes to the first on the list that may begin.
 * @template {{ title: string, after?: readonly string[] }} Check
 * @template Result
 * @param {readonly Check[]} checks
 * @param {number} places
 * @param {(check: Check) => Promise<Result>} run
 * @returns {Promise<Result[]>} in the order of the list
 */
export async function runBeside(checks, places, run) {
  const waiting = new Set(checks);
  const running = new Map();
  const results = new Map();
  const mayBegin = ({ after = [] }) => ![...waiting, ...running.keys()].some(({ title }) => after.includes(title));
  while (waiting.size + running.size > 0) {
    for (const check of waiting) {
      if (running.size === places) break;
      if (!mayBegin(check)) continue;
      waiting.delete(check);
      running.set(check, run(check).then((result) => {
        results.set(check, result);
        running.delete(check);
      }));
    }
    await Promise.race(running.values());
  }
  return checks.map((check) => results.get(check));
}

/** A runner that failed has a failure, and one that counted no test did not test, whatever its report says. */
export function settle(status, counted) {
  const { passed, failed } = counted ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  const isSilentFailure = failed === 0 && (status !== 0 || passed === 0);
  return { passed, failed: isSilentFailure ? 1 : failed };
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

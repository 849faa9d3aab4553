import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { CHECKOUT, type Mutant } from "./mutant";

export type Outcome =
  | "killed"
  /** The tests ended because one of them never did: as good as a failure, and slower. */
  | "killed, by a test that timed out"
  | "SURVIVED"
  /** No test ran: the fault is none that anybody could ship. */
  | "BROKEN"
  /** The tests fail without it too, so that they show nothing. */
  | "NOT SHOWN";

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly failureMessages: readonly string[] }[];
  }[];
}

/** What a report of vitest says of the fault that was in the code. */
export function judge(report: Report | null): Outcome {
  const results = (report?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  const failed = results.filter(({ status }) => status === "failed");
  if (failed.length > 0) {
    const isTimeout = failed.every(({ failureMessages }) => failureMessages.every((message) => message.includes("timed out")));
    return isTimeout ? "killed, by a test that timed out" : "killed";
  }
  const isWhole = results.length > 0 && (report?.testResults ?? []).every(({ assertionResults }) => assertionResults.length > 0);
  return isWhole ? "SURVIVED" : "BROKEN";
}

/** The code with the fault in it. @throws when the place is not there, or there twice. */
export function mutate(code: string, { name, find, replace }: Pick<Mutant, "name" | "find" | "replace">): string {
  const [before, after, ...more] = code.split(find);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`“${name}” has no one place any more`);
  return before + replace + after;
}

/** None of the tests named for a fault takes as long without it, on a busy machine neither. */
const TEST_TIMEOUT_MS = 60_000;

const LEFT_OUT = new Set(["node_modules", ".git", ".data", ".ci", "test-results", "playwright-report"]);

/** Puts each fault by itself into a copy of the checkout and runs the tests that must notice. Yours stays as it is. */
export async function runMutants(mutants: readonly Mutant[], say: (line: string) => void): Promise<ReadonlyMap<Mutant, Outcome>> {
  const copy = await mkdtemp(path.join(os.tmpdir(), "workbook-mutants-"));
  const outcomes = new Map<Mutant, Outcome>();
  try {
    await cp(CHECKOUT, copy, {
      recursive: true,
      filter: (from) => !LEFT_OUT.has(path.relative(CHECKOUT, from)) && !path.relative(CHECKOUT, from).startsWith(".next"),
    });
    await symlink(path.join(CHECKOUT, "node_modules"), path.join(copy, "node_modules"));
    const pass = new Map<string, boolean>();
    for (const mutant of mutants) {
      const tests = JSON.stringify(mutant.killedBy);
      if (!pass.has(tests)) pass.set(tests, judge(await runTests(copy, mutant)) === "SURVIVED");
      const outcome = pass.get(tests) ? await tryOne(copy, mutant) : "NOT SHOWN";
      outcomes.set(mutant, outcome);
      say(`${outcome}: ${mutant.name}`);
    }
    return outcomes;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function tryOne(copy: string, mutant: Mutant): Promise<Outcome> {
  const file = path.join(copy, mutant.file);
  const code = readFileSync(file, "utf8");
  await writeFile(file, mutate(code, mutant));
  try {
    return judge(await runTests(copy, mutant));
  } finally {
    await writeFile(file, code);
  }
}

async function runTests(copy: string, { killedBy: { project, files } }: Mutant): Promise<Report | null> {
  const outputFile = path.join(copy, "mutant-report.json");
  rmSync(outputFile, { force: true });
  // One failed test is enough, and a test that a fault keeps waiting ends well before the suite's own limit.
  const enough = ["--bail=1", `--testTimeout=${TEST_TIMEOUT_MS}`];
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...enough, "--reporter=json", `--outputFile=${outputFile}`, ...files];
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: copy, stdio: "ignore", env: withoutConditions() });
    child.once("error", reject);
    child.once("close", () => resolve());
  });
  return existsSync(outputFile) ? (JSON.parse(readFileSync(outputFile, "utf8")) as Report) : null;
}

/** The proof itself runs as a server would; the tests do not. */
function withoutConditions(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  return env;
}

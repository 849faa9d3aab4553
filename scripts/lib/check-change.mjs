import { spawnSync } from "node:child_process";
import path from "node:path";
import { CHECKS, playwright, ROOT, runChecks, vitest } from "./test-all.mjs";

/** Of each project. More of them take longer than anybody waits after each change. */
const MOST_FILES = 16;
const SMOKE = "@smoke";

/**
 * What is worth knowing after each change, in little time: types, lint, the tests that read what was changed, and a
 * handful of journeys in the browser. `npm test` is what a change must pass.
 * @param {string} [since] The commit to compare with; what has not been committed is part of the change.
 */
export async function checkChange(since = "HEAD") {
  await runChecks(() => [
    CHECKS.build,
    { ...CHECKS.lint, args: [...CHECKS.lint.args, "--cache", "--cache-location=node_modules/.cache/eslint/"] },
    { ...playwright("Smoke", [`--grep=${SMOKE}`]), after: ["Build"] },
    CHECKS.routeTypes,
    { ...CHECKS.types, args: [...CHECKS.types.args, "--incremental"] },
    ...testsOf(since),
  ]);
}

/** The tests of vitest that the change reaches, those that stand closest to it first, and no more than fit in the time. */
function testsOf(since) {
  const changed = git(["diff", "--name-only", since]).concat(git(["ls-files", "--others", "--exclude-standard"]));
  return ["unit", "database"].flatMap((project) => {
    const reached = filesReached(project, since);
    const chosen = reached.toSorted((one, other) => closeness(other, changed) - closeness(one, changed)).slice(0, MOST_FILES);
    if (chosen.length < reached.length) {
      console.log(`The change reaches ${reached.length} files of ${project} tests; these are the ${chosen.length} closest. All: npm test -- ${project}`);
    }
    const title = project === "unit" ? "Unit" : "Database";
    return chosen.length === 0 ? [] : [vitest(title, project, chosen)];
  });
}

function git(words) {
  return spawnSync("git", words, { cwd: ROOT, encoding: "utf8" }).stdout.split("\n").filter(Boolean);
}

/** Test files that import something changed, however far away. */
function filesReached(project, since) {
  const words = ["node_modules/vitest/vitest.mjs", "list", "--filesOnly", "--json", "--project", project, "--changed", since, "--passWithNoTests"];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(`vitest did not say which tests the change reaches:\n${stderr}`);
  return JSON.parse(stdout.slice(stdout.indexOf("["))).map(({ file }) => path.relative(ROOT, file));
}

/** 2 for a test that was changed itself, 1 for one in the folder of something changed ("tests/domain" of "lib/domain"), else 0. */
export function closeness(test, changed) {
  if (changed.includes(test)) return 2;
  const [, folder] = test.split("/");
  return changed.some((file) => file.split("/").includes(folder)) ? 1 : 0;
}

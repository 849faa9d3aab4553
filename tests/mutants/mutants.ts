import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** One fault put into the code on purpose, and the tests that must notice it. */
export interface Mutant {
  /** What the code then does. */
  readonly name: string;
  /** Path in the checkout. */
  readonly file: string;
  /** Stands in the file exactly once (tests/scripts/mutants.test.ts). */
  readonly find: string;
  readonly replace: string;
  readonly killedBy: { readonly project: "unit" | "database"; readonly files: readonly string[] };
}

export const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url));

/** The migration that says what a function of the database does today: the newest that defines it. */
function migrationOf(functionName: string): string {
  const folder = "prisma/migrations";
  const defines = new RegExp(`create (or replace )?function ${functionName}\\(`, "i");
  const newest = readdirSync(path.join(CHECKOUT, folder))
    .sort()
    .map((name) => `${folder}/${name}/migration.sql`)
    .findLast((file) => {
      try {
        return defines.test(readFileSync(path.join(CHECKOUT, file), "utf8"));
      } catch {
        return false;
      }
    });
  if (!newest) throw new Error(`no migration defines ${functionName}`);
  return newest;
}

const database = (...files: string[]): Mutant["killedBy"] => ({ project: "database", files });
const unit = (...files: string[]): Mutant["killedBy"] => ({ project: "unit", files });

/** `npm run proof -- mutants` puts in each of them by itself and looks whether its tests fail. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: "a link to choose a new password can be used twice, by two requests at once",
    file: "lib/data/account-links.ts",
    find: "  const { count } = await authDb().accountToken.updateMany({\n    where: { tokenHash: row.tokenHash, usedAt: null,",
    replace: "  const { count } = await authDb().accountToken.updateMany({\n    where: { tokenHash: row.tokenHash,",
    killedBy: database("tests/data/account-links.test.ts"),
  },
  {
    name: "a response may grow beyond 2 MB",
    file: "lib/data/save-update.ts",
    find: "if (snapshot.byteLength > RESPONSE_MAX_BYTES) {",
    replace: "if (snapshot.byteLength > 100 * RESPONSE_MAX_BYTES) {",
    killedBy: database("tests/data/response-limits.test.ts"),
  },
  {
    name: "a save is written although the tool was marked complete meanwhile",
    file: migrationOf("save_response"),
    find: "and r.completed_at is null",
    replace: "",
    killedBy: database("tests/data/response-limits.test.ts"),
  },
  {
    name: "the running role may delete history",
    file: "prisma/migrations/20261130107000_history_is_kept/migration.sql",
    find: "grant update (after, changed_at) on answer_revision to app_rt;",
    replace: "grant update (after, changed_at), delete on answer_revision to app_rt;",
    killedBy: database("tests/data/grants.test.ts"),
  },
  {
    name: "the running role may rewrite what an answer was before",
    file: "prisma/migrations/20261130107000_history_is_kept/migration.sql",
    find: "grant update (after, changed_at) on answer_revision to app_rt;",
    replace: "grant update (before, after, changed_at) on answer_revision to app_rt;",
    killedBy: database("tests/data/grants.test.ts"),
  },
  {
    name: "history of earlier minutes can be changed",
    file: "prisma/migrations/20261130107000_history_is_kept/migration.sql",
    find: "  using (user_id = (select app_user_id())\n         and date_trunc('minute', minute) = date_trunc('minute', statement_timestamp()))",
    replace: "  using (user_id = (select app_user_id()))",
    killedBy: database("tests/data/grants.test.ts"),
  },
  {
    name: "a person writes as many comments as they like",
    file: "lib/data/comments.ts",
    find: "if (!(await countAttempt(COMMENTS_PER_PERSON, context.userId))) {",
    replace: "if (!(await countAttempt({ ...COMMENTS_PER_PERSON, limit: 1_000_000 }, context.userId))) {",
    killedBy: database("tests/data/comment-limit.test.ts"),
  },
  {
    name: "a removed person's stream is asked before the commit, and goes on",
    file: "lib/db/after-commit.ts",
    find: "  const commit = open.getStore();\n  if (commit) commit.add(work);",
    replace: "  const commit = null as PendingCommit | null;\n  if (commit) commit.add(work);",
    killedBy: database("tests/data/after-commit.test.ts"),
  },
  {
    name: "what was rolled back is told all the same",
    file: "lib/db/after-commit.ts",
    find: "    return open.run(this, work);",
    replace: "    return open.run(this, work).finally(() => this.done());",
    killedBy: database("tests/data/after-commit.test.ts"),
  },
  {
    name: "a form sent again makes a second record",
    file: "lib/auth/action.ts",
    find: "    if (made && before.isSame) return made;",
    replace: "",
    killedBy: database("tests/data/made-once.test.ts"),
  },
  {
    name: "a form sent again with other words is answered as if they had been taken",
    file: "lib/auth/action.ts",
    find: "    if (made && before.isSame) return made;",
    replace: "    if (made) return made;",
    killedBy: database("tests/data/made-once.test.ts"),
  },
  {
    name: "a form sent again sends its letter again",
    file: "lib/auth/action.ts",
    find: "  if (filling && once?.finishesOnce) {",
    replace: "  if (filling && once?.finishesOnce && !finish) {",
    killedBy: database("tests/data/made-once.test.ts"),
  },
  {
    name: "opening a text with “\\r\\n” edits it",
    file: "lib/collab/shared-text.ts",
    find: "this.#shown = plainLineBreaks(options.shown);",
    replace: "this.#shown = options.shown;",
    killedBy: unit("tests/collab/shared-text.test.ts"),
  },
  {
    name: "an entry that is no answer is passed over in silence",
    file: "lib/transfer/import-plan.ts",
    find: '  if (form === "no-answer") return NO_ANSWER;\n',
    replace: "",
    killedBy: unit("tests/transfer/hostile-import.test.ts"),
  },
  {
    name: "a number beyond numbers becomes a blank answer",
    file: "lib/transfer/worker/pick-answers.mjs",
    find: 'if (typeof value === "number") return Number.isFinite(value) ? value : {};',
    replace: 'if (typeof value === "number") return value;',
    killedBy: unit("tests/transfer/hostile-import.test.ts"),
  },
];

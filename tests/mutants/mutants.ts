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
    file: "lib/documents/document-work.ts",
    find: "return merged.byteLength > RESPONSE_MAX_BYTES ? null",
    replace: "return merged.byteLength > 100 * RESPONSE_MAX_BYTES ? null",
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
    name: "an action whose author was removed while it waited is done all the same",
    file: "lib/auth/action.ts",
    find: "    if (audit !== false) await stand(tx);\n",
    replace: "",
    killedBy: database("tests/data/ended-rights-actions.test.ts"),
  },
  {
    name: "rights that ended at the last moment are a failure of ours",
    file: "lib/db/ended-standing.ts",
    find: "meta?.driverAdapterError?.cause?.originalCode ?? code",
    replace: "code",
    killedBy: database("tests/data/ended-rights-actions.test.ts"),
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
  {
    name: "a colleague's numbers can be used up",
    file: migrationOf("save_response"),
    find: "and w.writer = any(writers) and w.user_id = actor)",
    replace: "and w.writer = any(writers))",
    killedBy: database("tests/data/hostile-updates.test.ts"),
  },
  {
    name: "what is known is decided by number alone",
    file: "lib/documents/document-work.ts",
    find: "if (differences.length > 0) return { kind: \"differs\", differences };",
    replace: "",
    killedBy: database("tests/data/hostile-updates.test.ts"),
  },
  {
    name: "letters far from their neighbours are taken",
    file: "lib/documents/neighbours.ts",
    find: "return [...doubtful.values()].every((items) => areInOrder(doc, items));",
    replace: "return doubtful.size >= 0;",
    killedBy: database("tests/data/hostile-updates.test.ts"),
  },
  {
    name: "writers of nothing but gaps are taken",
    file: "lib/documents/update-shape.ts",
    find: "if ([...ranges.values()].some(({ hasItem }) => !hasItem)) return null;",
    replace: "",
    killedBy: database("tests/data/hostile-updates.test.ts"),
  },
  {
    name: "nobody's processor time is counted",
    file: "lib/data/save-update.ts",
    find: "if (retryAfterSeconds > 0) throw refuse(\"too-many\", \"You sent very much",
    replace: "if (retryAfterSeconds < 0) throw refuse(\"too-many\", \"You sent very much",
    killedBy: database("tests/data/hostile-updates.test.ts"),
  },
  {
    name: "a change made to a document before it was built anew is merged into the new one",
    file: "lib/data/save-update.ts",
    find: "if (stored && editionOf(stored.seq) !== edition) throw",
    replace: "if (stored && edition < 0) throw",
    killedBy: database("tests/data/rebuild-document.test.ts"),
  },
  {
    name: "a removed author's save is stored",
    file: migrationOf("save_response"),
    find: "  perform require_standing(agency, actor, team, tool, array['admin', 'lead', 'member', 'partner'], session_hash);",
    replace: "",
    killedBy: database("tests/data/ended-rights.test.ts"),
  },
  {
    name: "a save is stored after its session ended",
    file: migrationOf("require_standing"),
    find: "and s.revoked_at is null",
    replace: "",
    killedBy: database("tests/data/ended-rights.test.ts"),
  },
  {
    name: "the outbox answers under a foreign name",
    file: "lib/auth/local-visit.ts",
    find: "isLoopbackHost(headers.get(\"host\") ?? unknownHost) &&",
    replace: "",
    killedBy: database("tests/auth/local-visit.test.ts"),
  },
  {
    name: "a body is held whatever its size",
    file: "scripts/lib/server/hold-body.mjs",
    find: "if (size > maxBytes) settle",
    replace: "if (false) settle",
    killedBy: unit("tests/http/held-bodies.test.ts"),
  },
  {
    name: "the bucket's answer is decoded",
    file: "lib/evidence/request-undecoded.ts",
    find: "if (encoding.toLowerCase() !== \"identity\")",
    replace: "if (false)",
    killedBy: unit("tests/evidence/request-undecoded.test.ts"),
  },
  {
    name: "comments of one person in a tool on a day have no limit",
    file: "lib/data/quotas.ts",
    find: "  await holdPerson(tx, userId);\n  const since",
    replace: "  const since",
    killedBy: database("tests/data/quotas.test.ts"),
  },
  {
    name: "an agency's files have no limit",
    file: "lib/data/evidence-changes.ts",
    find: "  await requireStorageRoom(tx, agencyId, file.sizeBytes);",
    replace: "",
    killedBy: database("tests/data/quotas.test.ts"),
  },
  {
    name: "made-up tabs are all present",
    file: "lib/live/presence.ts",
    find: "if (others.length < MOST_TABS_PER_PERSON) return null;",
    replace: "return null;",
    killedBy: database("tests/data/live-presence.test.ts"),
  },
  {
    name: "without a trusted proxy nobody has an address",
    file: "lib/auth/client-address.ts",
    find: "if (trusted === 0) return connection;",
    replace: "if (trusted === 0) return null;",
    killedBy: database("tests/auth/rates.test.ts"),
  },
  {
    name: "one agency may hold every connection",
    file: "lib/db/turns.ts",
    find: "atOnceOfGroup: Math.max(1, Math.ceil(atOnce * SHARE_OF_AGENCY))",
    replace: "atOnceOfGroup: atOnce",
    killedBy: database("tests/data/turns.test.ts"),
  },
  {
    name: "whoever is taken out of an agency keeps the invitations to it",
    file: "lib/data/open-invitations.ts",
    find: "OR: [{ teamId: null }, placeOf(reach)]",
    replace: "OR: [placeOf(reach)]",
    killedBy: database("tests/data/open-invitations.test.ts"),
  },
  {
    name: "whoever invites sees the link that is mailed",
    file: "lib/data/invitations.ts",
    find: "link: isLinkShown() ? link : null",
    replace: "link",
    killedBy: database("tests/mail/invitation-link.test.ts"),
  },
  {
    name: "two people take one name at once",
    file: "lib/data/agency-members.ts",
    find: "    await lockPeople(tx, agencyId);\n    await requireFreeName",
    replace: "    await requireFreeName",
    killedBy: database("tests/data/taken-names.test.ts"),
  },
  {
    name: "five foreign requests keep somebody's letters from them",
    file: "lib/data/letter-limits.ts",
    find: "return isSpaced && (",
    replace: "return false && (",
    killedBy: database("tests/data/letter-limits.test.ts"),
  },
  {
    name: "a locked address is told nothing",
    file: "lib/auth/sign-in.ts",
    find: "pause: parsed.success ? pause : null",
    replace: "pause: null",
    killedBy: database("tests/auth/lockout.test.ts"),
  },
  {
    name: "undo takes back what teammates wrote",
    file: "lib/collab/undo-history.ts",
    find: "new Set([\"here\"])",
    replace: "new Set([\"here\", \"server\"])",
    killedBy: unit("tests/collab/undo-history.test.ts"),
  },
  {
    name: "a text over the limit is not cut",
    file: "lib/collab/shared-text.ts",
    find: "if (over > 0) this.#cut(over);",
    replace: "",
    killedBy: unit("tests/collab/shared-text.test.ts"),
  },
  {
    name: "an entry of the history grows past a teammate's",
    file: migrationOf("save_response"),
    find: "and v.changed_at >= this_minute",
    replace: "and v.changed_at >= this_minute and v.user_id = actor",
    killedBy: database("tests/data/history-chain.test.ts"),
  },
  {
    name: "Excel shows halves as binary has them",
    file: "lib/sheets/worker/xlsx.mjs",
    find: "isHalf && !isExact",
    replace: "isHalf && false",
    killedBy: unit("tests/sheets/shown-numbers.test.ts"),
  },
  {
    name: "halves are rounded down",
    file: "lib/tools/rounding.ts",
    find: "2 * numerator * 10 ** decimals + denominator",
    replace: "2 * numerator * 10 ** decimals",
    killedBy: unit("tests/tools/rounding.test.ts"),
  },
  {
    name: "a year of two digits is taken",
    file: "lib/tools/dates.ts",
    find: "if (year.length !== 4) return { problem: YEAR_PROBLEM };",
    replace: "",
    killedBy: unit("tests/tools/dates.test.ts"),
  },
  {
    name: "long words are measured whole",
    file: "lib/docx/worker/page-numbers.mjs",
    find: "length > LONGEST_WORD",
    replace: "length > 1e9",
    killedBy: unit("tests/docx/page-numbers.test.ts"),
  },
];

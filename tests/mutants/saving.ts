import { database, migrationOf, type Mutant } from "./mutant";

/** Faults in what the server takes of a change to a response, and from whom. */
export const SAVING_MUTANTS: readonly Mutant[] = [
  {
    name: "a response may grow beyond 2 MB",
    file: "lib/documents/stored-sizes.ts",
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
    name: "a colleague's numbers can be used up",
    file: migrationOf("save_response"),
    find: "and w.writer = any(writers) and w.user_id = actor)",
    replace: "and w.writer = any(writers))",
    killedBy: database("tests/data/hostile-updates.test.ts"),
  },
  {
    name: "what is known is decided by number alone",
    file: "lib/documents/apply-change.ts",
    find: "if (differences.length > 0) return { kind: \"differs\", differences };",
    replace: "",
    killedBy: database("tests/data/hostile-updates.test.ts"),
  },
  {
    name: "letters far from their neighbours are taken",
    file: "lib/documents/neighbours.ts",
    find: "isInOrder: found.every(({ isInOrder }) => isInOrder),",
    replace: "isInOrder: true,",
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
    name: "letters that claim to have seen nothing of a long text cost nothing",
    file: "lib/documents/struct-check.ts",
    find: "untidiness + Math.ceil(distance / OLD_PARTS_PER_LEFTOVER)",
    replace: "untidiness",
    killedBy: database("tests/data/hostile-updates.test.ts"),
  },
  {
    name: "a teammate's row can be deleted with the words in it",
    file: "lib/documents/apply-change.ts",
    find: "report.isForeign || isTakingOut",
    replace: "report.isForeign",
    killedBy: database("tests/data/hostile-updates.test.ts"),
  },
];

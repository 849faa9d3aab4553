import { database, type Mutant } from "./mutant";

/** Faults in how much one person or agency may do, keep or hold up. */
export const QUOTAS_MUTANTS: readonly Mutant[] = [
  {
    name: "a person writes as many comments as they like",
    file: "lib/comments/change-comments.ts",
    find: "if (!(await countAttempt(COMMENTS_PER_PERSON, context.userId))) {",
    replace: "if (!(await countAttempt({ ...COMMENTS_PER_PERSON, limit: 1_000_000 }, context.userId))) {",
    killedBy: database("tests/comments/comment-limit.db.test.ts"),
  },
  {
    name: "comments of one person in a tool on a day have no limit",
    file: "lib/agencies/quotas.ts",
    find: "  await holdPerson(tx, userId);\n  const since",
    replace: "  const since",
    killedBy: database("tests/agencies/quotas.db.test.ts"),
  },
  {
    name: "an agency's files have no limit",
    file: "lib/evidence/change-evidence.ts",
    find: "  await requireStorageRoom(tx, agencyId, file.sizeBytes);",
    replace: "",
    killedBy: database("tests/agencies/quotas.db.test.ts"),
  },
  {
    name: "made-up tabs are all present",
    file: "lib/sync/server/presence.ts",
    find: "if (others.length < MOST_TABS_PER_PERSON) return null;",
    replace: "return null;",
    killedBy: database("tests/sync/server/live-presence.db.test.ts"),
  },
  {
    name: "without a trusted proxy nobody has an address",
    file: "lib/platform/http/client-address.ts",
    find: "if (trusted === 0) return connection;",
    replace: "if (trusted === 0) return null;",
    killedBy: database("tests/platform/rates/rates.db.test.ts"),
  },
  {
    name: "one agency may hold every connection",
    file: "lib/platform/db/connection-turns.ts",
    find: "atOnceOfGroup: Math.max(1, Math.ceil(atOnce * SHARE_OF_AGENCY))",
    replace: "atOnceOfGroup: atOnce",
    killedBy: database("tests/platform/db/turns.db.test.ts"),
  },
];

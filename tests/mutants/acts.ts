import { database, type Mutant } from "./mutant";

/** Faults in what happens around a server action: one filling of a form, and what follows the commit. */
export const ACTS_MUTANTS: readonly Mutant[] = [
  {
    name: "a removed person's stream is asked before the commit, and goes on",
    file: "lib/platform/db/after-commit.ts",
    find: "  const commit = open.getStore();\n  if (commit) commit.add(work);",
    replace: "  const commit = null as PendingCommit | null;\n  if (commit) commit.add(work);",
    killedBy: database("tests/platform/db/after-commit.db.test.ts"),
  },
  {
    name: "what was rolled back is told all the same",
    file: "lib/platform/db/after-commit.ts",
    find: "    return open.run(this, work);",
    replace: "    return open.run(this, work).finally(() => this.done());",
    killedBy: database("tests/platform/db/after-commit.db.test.ts"),
  },
  {
    name: "a form sent again makes a second record",
    file: "lib/platform/entry/perform-action.ts",
    find: "    if (made && before.isSame) return made;",
    replace: "",
    killedBy: database("tests/platform/entry/made-once.db.test.ts"),
  },
  {
    name: "a form sent again with other words is answered as if they had been taken",
    file: "lib/platform/entry/perform-action.ts",
    find: "    if (made && before.isSame) return made;",
    replace: "    if (made) return made;",
    killedBy: database("tests/platform/entry/made-once.db.test.ts"),
  },
  {
    name: "a form sent again sends its letter again",
    file: "lib/platform/entry/perform-action.ts",
    find: "  if (filling && once?.finishesOnce) {",
    replace: "  if (filling && once?.finishesOnce && !finish) {",
    killedBy: database("tests/platform/entry/made-once.db.test.ts"),
  },
  {
    name: "an action whose author was removed while it waited is done all the same",
    file: "lib/platform/entry/perform-action.ts",
    find: "      if (audit !== false) await stand(tx);\n",
    replace: "",
    killedBy: database("tests/platform/entry/ended-rights-actions.db.test.ts"),
  },
  {
    name: "an action whose author was removed while it waited for a colleague's is done all the same",
    file: "lib/platform/entry/perform-action.ts",
    find: "    if (!endsOwnRights?.(context, input)) await requireRights();\n",
    replace: "",
    killedBy: database("tests/platform/entry/ended-rights-actions.db.test.ts"),
  },
  {
    name: "rights that ended at the last moment are a failure of ours",
    file: "lib/platform/db/ended-standing.ts",
    find: "meta?.driverAdapterError?.cause?.originalCode ?? code",
    replace: "code",
    killedBy: database("tests/platform/entry/ended-rights-actions.db.test.ts"),
  },
];

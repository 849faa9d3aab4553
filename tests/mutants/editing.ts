import { type Mutant, unit } from "./mutant";

/** Faults in how a page takes in what somebody types, pastes and takes back. */
export const EDITING_MUTANTS: readonly Mutant[] = [
  {
    name: "opening a text with “\\r\\n” edits it",
    file: "lib/sync/editing/shared-text.ts",
    find: "this.#shown = plainLineBreaks(options.shown);",
    replace: "this.#shown = options.shown;",
    killedBy: unit("tests/sync/editing/shared-text.test.ts"),
  },
  {
    name: "undo takes back what teammates wrote",
    file: "lib/sync/editing/undo-history.ts",
    find: "new Set([\"here\"])",
    replace: "new Set([\"here\", \"server\"])",
    killedBy: unit("tests/sync/editing/undo-history.test.ts"),
  },
  {
    name: "a text over the limit is not cut",
    file: "lib/sync/editing/shared-text.ts",
    find: "if (over > 0) this.#cut(over);",
    replace: "",
    killedBy: unit("tests/sync/editing/shared-text.test.ts"),
  },
];

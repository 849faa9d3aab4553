import { defineTool, type Item, type ToolDefinition } from "@/lib/domain/tool/definition";

/** A made-up toolkit's one tool, in its first version and as it was changed since. */
const named = {
  ref: { toolkitId: "test-kit", toolId: "changed" },
  number: 1,
  label: "Test 1",
  slug: "test-1",
  title: "Changed tool",
  kind: "worksheet",
  element: "IE1",
  purpose: [],
  completion: "",
  directions: [],
} as const;

const text = (id: string, prompt: string): Item => ({ kind: "text", id, length: "long", prompt, source: `Test, ${id}` });
const stays = text("x-stays", "What stays");
const moves = text("x-notes", "Notes");
const removed = text("x-removed", "What nobody asks any more");
const choice: Item = {
  kind: "choice",
  id: "x-choice",
  prompt: "How often",
  source: "Test, x-choice",
  options: [{ id: "weekly", label: "Weekly" }, { id: "monthly", label: "Monthly" }],
};
const unknownOption: Item = { ...choice, id: "x-other", prompt: "How else", source: "Test, x-other" };
const toolOf = (version: number, items: readonly Item[], more: Partial<ToolDefinition> = {}): ToolDefinition =>
  defineTool({ ...named, version, sections: [{ id: "x", nodes: items }], ...more });

export const firstVersion = toolOf(1, [stays, moves, removed, choice, unknownOption]);

/** Notes moved to another item, an option got another name, an item and an option are gone. */
export const secondVersion = toolOf(
  2,
  [
    stays,
    text("x-comments", "Comments"),
    { ...choice, options: [{ id: "each-week", label: "Each week" }, { id: "monthly", label: "Monthly" }] },
    { ...unknownOption, options: [{ id: "monthly", label: "Monthly" }] },
  ],
  {
    upgrades: [
      {
        was: [moves, removed, choice, unknownOption],
        moved: { "x-notes": "x-comments" },
        options: { "x-choice": { weekly: "each-week" } },
      },
    ],
  },
);

/** What a team answered in the first version. */
export const OLD_ANSWERS = {
  "x-stays": "Stays as it is.",
  "x-notes": "Written under Notes.",
  "x-removed": "An answer without a question.",
  "x-choice": { option: "weekly" },
  "x-other": { option: "weekly" },
} as const;

/** The same in the second. */
export const NEW_ANSWERS = {
  "x-stays": "Stays as it is.",
  "x-comments": "Written under Notes.",
  "x-choice": { option: "each-week" },
} as const;

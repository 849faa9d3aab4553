import { describe, expect, it } from "vitest";
import { TOOLKITS } from "@/content/toolkits";
import type { Answers } from "@/lib/domain/answer/answers";
import { itemsById } from "@/lib/domain/tool/items";
import { findMovedItems, formerItems, upgradeAnswers } from "@/lib/domain/item/upgrades";
import { firstVersion, NEW_ANSWERS, OLD_ANSWERS, secondVersion } from "@/tests/support/changed-tool";

/** The answers of a response after what upgrading says about them. */
function brought(answers: Answers): Record<string, unknown> {
  const after: Record<string, unknown> = { ...answers };
  for (const { itemId, answer } of upgradeAnswers(secondVersion, 1, answers).moves) {
    if (answer === null) delete after[itemId];
    else after[itemId] = answer;
  }
  return after;
}

describe("answers to an older version of a tool", () => {
  it("move to the items and options that took the place of theirs; the others stay", () => {
    expect(brought(OLD_ANSWERS)).toEqual(NEW_ANSWERS);
  });

  it("are kept with what was asked, in words, where nothing took their place", () => {
    expect(upgradeAnswers(secondVersion, 1, OLD_ANSWERS).kept).toEqual([
      {
        itemId: "x-removed",
        version: 1,
        question: "What nobody asks any more",
        source: "Test, x-removed",
        answer: "An answer without a question.",
        text: "An answer without a question.",
      },
      { itemId: "x-other", version: 1, question: "How else", source: "Test, x-other", answer: { option: "weekly" }, text: "Weekly" },
    ]);
  });

  it("each find an item or are kept: none is dropped", () => {
    const after = brought(OLD_ANSWERS);
    const { kept } = upgradeAnswers(secondVersion, 1, OLD_ANSWERS);
    expect(Object.keys(after).length + kept.length).toBe(Object.keys(OLD_ANSWERS).length);
  });

  it("do not replace what stands in the item they would move to", () => {
    const answers = { ...OLD_ANSWERS, "x-comments": "There before." };
    expect(brought(answers)).toEqual({ ...NEW_ANSWERS, "x-comments": "There before." });
    expect(upgradeAnswers(secondVersion, 1, answers).kept.map(({ text }) => text)).toContain("Written under Notes.");
  });

  it("that are blank have nothing to bring along", () => {
    expect(upgradeAnswers(secondVersion, 1, { "x-notes": "  ", "x-removed": "" })).toEqual({ moves: [], kept: [] });
  });

  it("to the newest version stay as they are", () => {
    expect(upgradeAnswers(secondVersion, 2, NEW_ANSWERS)).toEqual({ moves: [], kept: [] });
  });
});

it("what stands beside an item goes where its answer goes, through every version between", () => {
  expect(findMovedItems(secondVersion, 1)).toEqual({ "x-notes": "x-comments" });
  const third = { ...secondVersion, version: 3, upgrades: [...(secondVersion.upgrades ?? []), { was: [], moved: { "x-comments": "x-remarks" } }] };
  expect(findMovedItems(third, 1)).toEqual({ "x-notes": "x-remarks", "x-comments": "x-remarks" });
  expect(findMovedItems(third, 2)).toEqual({ "x-comments": "x-remarks" });
});

it("every item that is gone can still be read, and none comes back under its id", () => {
  expect([...formerItems(secondVersion).keys()]).toEqual(["x-notes", "x-removed"]);
  for (const id of itemsById(firstVersion).keys()) {
    expect(itemsById(secondVersion).has(id) || formerItems(secondVersion).has(id)).toBe(true);
  }
});

describe("every tool of every toolkit", () => {
  it.each([...TOOLKITS.flatMap(({ tools }) => tools), secondVersion].map((tool) => [tool.slug, tool] as const))(
    "says how each of its versions became the next: %s",
    (_slug, { version, upgrades = [] }) => {
      expect(upgrades.length).toBe(version - 1);
    },
  );

  it.each([...TOOLKITS.flatMap(({ tools }) => tools), secondVersion].map((tool) => [tool.slug, tool] as const))(
    "moves answers only from items it had to items it has or had: %s",
    (_slug, tool) => {
      const known = new Set([...itemsById(tool).keys(), ...formerItems(tool).keys()]);
      for (const { was, moved = {}, options = {} } of tool.upgrades ?? []) {
        const before = new Set(was.map(({ id }) => id));
        for (const [from, to] of Object.entries(moved)) expect([before.has(from), known.has(to)]).toEqual([true, true]);
        for (const id of Object.keys(options)) expect(before.has(id)).toBe(true);
      }
    },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareTexts, shortenParts, type TextPart } from "@/lib/history/text-difference";

const without = (parts: readonly TextPart[], kind: TextPart["kind"]) =>
  parts.filter((part) => part.kind !== kind).map(({ text }) => text).join("");

/** "a [-b-] [+c+]" */
const print = (parts: readonly TextPart[]) =>
  parts
    .map(({ kind, text }) => (kind === "added" ? `[+${text}+]` : kind === "removed" ? `[-${text}-]` : kind === "left-out" ? "…" : text))
    .join("");

describe("two texts laid over each other", () => {
  test.each([
    ["words added at the end", "We carry naloxone", "We carry naloxone in every car", "We carry naloxone[+ in every car+]"],
    ["words added at the start", "carry naloxone", "We carry naloxone", "[+We +]carry naloxone"],
    ["one word replaced", "Ask the chief today", "Ask the sheriff today", "Ask the [-chief-][+sheriff+] today"],
    ["a word grown letter by letter", "We meet week", "We meet weekly", "We meet [-week-][+weekly+]"],
    ["a mark added", "First. Second", "First. Second.", "First. Second[+.+]"],
    ["a text cleared", "All of it", "", "[-All of it-]"],
    ["a text begun", "", "All of it", "[+All of it+]"],
    ["a line break added", "One Two", "One\nTwo", "One[- -][+\n+]Two"],
    ["two changes with a small word between", "the old a plan", "the new a goal", "the [-old a plan-][+new a goal+]"],
  ])("%s", (_what, before, after, expected) => {
    expect(print(compareTexts(before, after))).toBe(expected);
  });

  test("give back either of them, whatever they are", () => {
    const word = fc.constantFrom("we", "meet", " ", "  ", "\n", ".", "naloxone", "👩‍🚒", "日本語", "é", "e\u0301");
    const text = fc.array(word, { maxLength: 30 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = compareTexts(before, after);
        expect(without(parts, "added")).toBe(before);
        expect(without(parts, "removed")).toBe(after);
      }),
    );
  });

  test("that have nothing in common are shown one after the other, quickly", () => {
    const long = (seed: string) => Array.from({ length: 3_000 }, (_, index) => `${seed}${index}`).join(" ").slice(0, 20_000);
    const started = performance.now();
    const parts = compareTexts(long("a"), long("b"));
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(parts.map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });

  test("are compared word by word until their allowance is used up; a small change in a long text takes little of it", () => {
    const allowance = { characters: 80 };
    const long = "word ".repeat(2_000);
    for (let change = 0; change < 9; change++) {
      expect(compareTexts(`${long}old ${long}`, `${long}new ${long}`, allowance).map(({ kind }) => kind)).toEqual(["same", "removed", "added", "same"]);
    }
    const [before, after] = ["One fine day in May", "Two fine days in March"];
    expect(compareTexts(before, after, { characters: 100 }).length).toBeGreaterThan(2);
    expect(compareTexts(before, after, allowance)).toEqual(compareTexts(before, after, { characters: 0 }));
  });
});

describe("a long text is shortened", () => {
  const long = "word ".repeat(200).trim();

  test("to the change and the words beside it", () => {
    const shown = shortenParts(compareTexts(`${long} old ${long}`, `${long} new ${long}`));
    expect(shown.map(({ kind }) => kind)).toEqual(["left-out", "same", "removed", "added", "same", "left-out"]);
    expect(without(shown, "added").length).toBe(`${long} old ${long}`.length);
    expect(print(shown)).toMatch(/^… (word ){10,20}\[-old-\]\[\+new\+\]( word){10,20} …$/);
  });

  test("to its beginning when all of it is new", () => {
    const shown = shortenParts(compareTexts("", long));
    expect(shown.map(({ kind }) => kind)).toEqual(["added", "left-out"]);
    expect(shown[0]?.text).toHaveLength(400);
  });

  test("not at all when hardly anything would be left out", () => {
    expect(print(shortenParts(compareTexts("One two three.", "One two four.")))).toBe("One two [-three-][+four+].");
  });
});

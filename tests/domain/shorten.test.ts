import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shorten } from "@/lib/domain/text/shorten";

describe("a text that is too long", () => {
  test("ends between words, the last of them whole", () => {
    expect(shorten("Leave naloxone at every door", 20)).toBe("Leave naloxone at…");
    expect(shorten("Leave naloxone at every door", 18)).toBe("Leave naloxone at…");
    expect(shorten("Leave naloxone at\nevery door", 20)).toBe("Leave naloxone at…");
  });

  test("is cut within a word that takes most of the room", () => {
    expect(shorten("A supercalifragilisticexpialidocious plan", 12)).toBe("A supercali…");
    expect(shorten("aaaa".repeat(10), 10)).toBe("aaaaaaaaa…");
  });

  test("keeps letters of two halves whole", () => {
    expect(shorten("😀😀😀😀", 4)).toBe("😀…");
  });

  test("stays as it is where it has room", () => {
    expect(shorten("Every door", 10)).toBe("Every door");
  });

  test("never takes more room than it was given, and begins as the text does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (text, most) => {
        const short = shorten(text, most);
        expect(short.length).toBeLessThanOrEqual(Math.max(most, 1));
        expect(short === text || text.startsWith(short.slice(0, -1))).toBe(true);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });
});

import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { FOLLOW_CODE_MAX, FOLLOW_WORDS, followCodeOf, readFollowCode } from "@/lib/domain/feedback/follow-code";

describe("a follow code", () => {
  test("is two of 256 different plain words and a number", () => {
    expect(new Set(FOLLOW_WORDS).size).toBe(256);
    for (const word of FOLLOW_WORDS) expect(word).toMatch(/^[A-Z]{3,7}$/);
    for (let time = 0; time < 500; time += 1) {
      const code = followCodeOf(randomBytes(32));
      expect(code).toMatch(/^[A-Z]{3,7} [1-9]\d [A-Z]{3,7}$/);
      expect(readFollowCode(code)).toBe(code);
      expect(code.length).toBeLessThanOrEqual(FOLLOW_CODE_MAX);
    }
  });

  test.each(["river 47 oak", "RIVER-47-OAK", " River47Oak. ", "r i v e r 4 7 o a k"])("is read however it is typed: %s", (typed) => {
    expect(readFollowCode(typed)).toBe("RIVER 47 OAK");
  });

  test.each(["", "RIVER OAK", "RIVER 7 OAK", "RIVER 47", "NOWORD 47 OAK", "RIVER 147 OAK", "RIVER 47 OAK 12", "\u0000", "RIVER 47 OAK".repeat(20), "Ｒiver 47 oak"])("is nothing else: %j", (typed) => {
    expect(readFollowCode(typed)).toBeNull();
  });
});

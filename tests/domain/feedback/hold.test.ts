import { describe, expect, test } from "vitest";
import { type Arrival, comparedText, findHeldReasons, HOLD_LIMITS } from "@/lib/domain/feedback/hold";

const fine: Arrival = { hasProof: true, trap: "", afterMs: 60_000, texts: ["More people at night."], sameText: 1, fromOne: 1 };

describe("what looks wrong with an answer", () => {
  test("is nothing where a person wrote it, also at each limit", () => {
    expect(findHeldReasons(fine)).toEqual([]);
    expect(findHeldReasons({ ...fine, afterMs: HOLD_LIMITS.quickestMs, sameText: HOLD_LIMITS.sameText, fromOne: HOLD_LIMITS.fromOne, texts: ["https://a.example", "www.b.example"] })).toEqual([]);
  });

  test.each([
    ["no-script", { hasProof: false }],
    ["trap", { trap: " " }],
    ["too-quick", { afterMs: HOLD_LIMITS.quickestMs - 1 }],
    ["too-quick", { afterMs: -1_000 }],
    ["many-links", { texts: ["http://a.example HTTPS://b.example", "www.c.example"] }],
    ["same-text", { sameText: HOLD_LIMITS.sameText + 1 }],
    ["many-from-one", { fromOne: HOLD_LIMITS.fromOne + 1 }],
  ] as const)("is %s beyond it", (reason, change) => {
    expect(findHeldReasons({ ...fine, ...change })).toEqual([reason]);
  });

  test("is not the word of a site without a link, and a text of very many letters is looked at in no time", () => {
    expect(findHeldReasons({ ...fine, texts: ["see the www and http pages, http: www. https"] })).toEqual([]);
    const began = performance.now();
    findHeldReasons({ ...fine, texts: ["www.".repeat(500), "a ".repeat(1_000), "http".repeat(500)] });
    expect(performance.now() - began).toBeLessThan(100);
  });

  test("texts are compared without case, signs and blanks; short ones are not compared", () => {
    expect(comparedText("  NOBODY comes — on weekends, here, at all! ")).toBe("nobody comes on weekends here at all");
    expect(comparedText("I do not know.")).toBeNull();
    expect(comparedText("夜間も支援してくれる人が必要です、週末も同じです、お願いします。電話も")).not.toBeNull();
  });
});

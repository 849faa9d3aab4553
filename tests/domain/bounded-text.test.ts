import { describe, expect, test } from "vitest";
import { instantText, writtenText } from "@/lib/domain/text/bounded-text";

describe("words that somebody wrote", () => {
  test("are kept without what neither database nor JSON has a place for, and with line ends as the workbook keeps them", () => {
    expect(writtenText(100).parse("a\u0000b\r\nc\rd \ud83d e")).toBe("ab\nc\nd \ufffd e");
    expect(writtenText(100).parse("🌊")).toBe("🌊");
  });

  test("are measured as they are kept, and before anything else is done with them", () => {
    const text = writtenText(4, "Too long.", (words) => words.trim());
    expect(text.parse("  ab\r\n")).toBe("ab");
    expect(text.safeParse("abcde").error?.issues[0]?.message).toBe("Too long.");
    expect(text.safeParse(" ".repeat(9)).success).toBe(false);
  });
});

test("a moment is one that the database has: a year 0 is none", () => {
  expect(instantText().safeParse("2026-03-31T10:00:00.000Z").success).toBe(true);
  for (const moment of ["0000-01-01T00:00:00.000Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-02-30T10:00:00Z", "2026-03-31", "now"]) {
    expect(instantText().safeParse(moment).success, moment).toBe(false);
  }
});

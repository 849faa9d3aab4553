import { describe, expect, test } from "vitest";
import { noteVisit } from "@/lib/platform/http/seen-tools";

const PAGE = "/teams/0197/tools/9";

describe("the tools that a browser has opened", () => {
  test("the first visit of a tool is told, and remembered for the next", () => {
    const first = noteVisit(PAGE, undefined, false);
    expect(first?.isFirst).toBe(true);
    expect(first?.cookie).toMatch(/^seen-tools=9; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    expect(noteVisit(PAGE, "9", false)).toEqual({ isFirst: false, cookie: null });
    expect(noteVisit("/teams/0197/tools/12", "9", true)?.cookie).toMatch(/^seen-tools=9\.12; .*; Secure$/);
  });

  test("pages that are no tool change nothing", () => {
    for (const path of ["/teams/0197", "/teams/0197/tools/9/history", "/guide/tools/9", "/api/teams/0197/tools/9"]) {
      expect(noteVisit(path, undefined, false)).toBeNull();
    }
  });

  test("of a cookie that somebody made up only names of tools are kept, and not without end", () => {
    const cookie = noteVisit(PAGE, `x; Domain=evil.example.${Array.from({ length: 500 }, (_, index) => `t${index}`).join(".")}`, false)?.cookie ?? "";
    expect(cookie).not.toContain("evil.example; ");
    expect(cookie).not.toContain("Domain=");
    expect(cookie.split(";")[0]?.split(".").length).toBeLessThanOrEqual(61);
  });
});

import { describe, expect, it } from "vitest";
import { buildSinceData, listPeopleInNews, nextOf } from "@/components/tool/since/since-data";
import { personToken, readPersonToken } from "@/lib/domain/people/person";
import { describeNews, type ItemNews } from "@/lib/since/since";
import { getTool, refTo } from "@/tests/support/tools";

const AT = "2026-11-30T10:00:00.000Z";
const news = (itemId: string, more: Partial<ItemNews> = {}): ItemNews => ({ itemId, answer: null, comments: 0, files: 0, at: AT, ...more });
const noName = () => "Somebody";

describe("the marks of a tool's page", () => {
  it("name an owner of before as the page names people", () => {
    const before = personToken({ personId: "7d3f0a52-1111-4222-8333-944445555666" });
    const items = [news("t12-sheet-1-step-1-owner", { answer: { wasBlank: false, isBlank: false, before } })];
    const since = { news: { toolRef: refTo(12), items, events: [], at: AT }, at: AT, lastItem: null, lookedAt: null };
    expect(listPeopleInNews(getTool(12), since)).toEqual([readPersonToken(before)]);
    expect(buildSinceData(getTool(12), since, () => "Avery Brooks").changes[0]?.was).toBe("Avery Brooks");
  });

  it("come in the order of the page, with what the answer was in words", () => {
    const items = [
      news("t9-c1-1", { comments: 2 }),
      news("t9-i1-2", { answer: { wasBlank: false, isBlank: false, before: 4 } }),
      news("t9-i1-1", { answer: { wasBlank: true, isBlank: false, before: null } }),
      news("gone", { comments: 1 }),
    ];
    const { changes, events } = buildSinceData(getTool(9), { news: { toolRef: refTo(9), items, events: ["completed"], at: AT }, at: AT, lastItem: null, lookedAt: null }, noName);
    expect(changes).toEqual([
      { itemId: "t9-i1-1", words: "Answered", was: null },
      { itemId: "t9-i1-2", words: "Changed", was: "4 Agree" },
      { itemId: "t9-c1-1", words: "2 new comments", was: null },
    ]);
    expect(events).toEqual(["Marked complete"]);
  });

  it("a long answer of before is shortened, and a table's is left to its history", () => {
    const before = "word ".repeat(60);
    const of = (toolNumber: 6 | 11, itemId: string, value: ItemNews["answer"]) =>
      buildSinceData(getTool(toolNumber), { news: { toolRef: refTo(toolNumber), items: [news(itemId, { answer: value })], events: [], at: AT }, at: AT, lastItem: null, lookedAt: null }, noName).changes[0]?.was;
    expect(of(11, "t11-vision", { wasBlank: false, isBlank: true, before })?.length).toBeLessThan(100);
    expect(of(6, "t6-partners", { wasBlank: false, isBlank: false, before: [] })).toBeNull();
  });

  it("one who was last at the beginning is not led there", () => {
    expect(buildSinceData(getTool(9), { news: null, at: AT, lastItem: "t9-i1-1", lookedAt: null }, noName).lastItem).toBeNull();
    expect(buildSinceData(getTool(9), { news: null, at: AT, lastItem: "t9-c1-1", lookedAt: null }, noName).lastItem).toBe("t9-c1-1");
  });
});

describe("the next changed item", () => {
  const order = ["a", "b", "c", "d"];
  it("is the one after where one is, and from the end the first", () => {
    expect(nextOf(["b", "d"], order, null)).toBe("b");
    expect(nextOf(["b", "d"], order, "b")).toBe("d");
    expect(nextOf(["b", "d"], order, "c")).toBe("d");
    expect(nextOf(["b", "d"], order, "d")).toBe("b");
    expect(nextOf([], order, "a")).toBeNull();
  });
});

it("news are said in a few words", () => {
  expect(describeNews(news("x", { answer: { wasBlank: false, isBlank: true, before: null }, comments: 1, files: 2 }))).toBe("Cleared, 1 new comment, 2 new files");
  expect(describeNews(news("x", { comments: 1 }))).toBe("New comment");
});

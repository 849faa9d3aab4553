import { expect, test } from "vitest";
import { getTool } from "@/tests/support/tools";
import type { TimelineEntry } from "@/lib/history/history-timeline";
import { personOf } from "@/lib/domain/people/person";
import { buildTimeline } from "@/lib/history/timeline";
import { nameTimeZone, timeZoneOf } from "@/lib/history/time-zones";
import { itemsById, toolItems } from "@/lib/domain/tool/items";

const items = itemsById(getTool(8));
const [one, two] = toolItems(getTool(8)).filter((item) => item.kind === "text").map((item) => item.id) as [string, string];

const change = (by: string, at: string, itemId: string, before: string | null, after: string | null): TimelineEntry => ({
  kind: "answer", itemId, by: personOf(by), at, before, after, isRestore: false, key: { mark: by, minute: at },
});

test("days begin where the agency is, and changes of one item in a row are one", () => {
  const days = buildTimeline(
    [
      change("Dana", "2026-11-22T01:20:00.000Z", one, "A b", "A b c"),
      change("Dana", "2026-11-22T01:10:00.000Z", one, "A", "A b"),
      change("Dana", "2026-11-22T01:00:00.000Z", two, null, "B"),
      { kind: "status", status: "reopened", by: personOf("Lee"), at: "2026-11-21T20:00:00.000Z" },
      change("Dana", "2026-11-21T19:00:00.000Z", one, null, "A"),
    ],
    items,
    { timeZone: timeZoneOf("OH") },
  );
  expect(days).toMatchObject([
    {
      date: "2026-11-21",
      title: "Saturday, November 21, 2026",
      blocks: [
        { kind: "person", by: personOf("Dana"), summary: "answered 1 item and changed 1", changes: [{ itemId: one, change: { before: "A", after: "A b c" } }, { itemId: two }] },
        { kind: "status", status: "reopened", by: personOf("Lee") },
        { kind: "person", by: personOf("Dana"), summary: "answered 1 item" },
      ],
    },
  ]);
});

test("every zone has a name people use", () => {
  expect(nameTimeZone(timeZoneOf("OH"))).toBe("Eastern Time");
  expect(nameTimeZone(timeZoneOf("CA"))).toBe("Pacific Time");
});

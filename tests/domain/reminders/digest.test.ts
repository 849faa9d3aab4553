import { describe, expect, test } from "vitest";
import { buildDigest } from "@/lib/domain/reminders/digest";
import { DEFAULT_REMINDERS, type ReminderChoice } from "@/lib/domain/reminders/reminder-choice";

const TODAY = "2026-12-07";
const LONG_OVERDUE = { key: "long overdue", dueOn: "2026-11-01" };
const YESTERDAY = { key: "yesterday", dueOn: "2026-12-06" };
const OF_TODAY = { key: "today", dueOn: TODAY };
const IN_SIX_DAYS = { key: "in six days", dueOn: "2026-12-13" };
const IN_SEVEN_DAYS = { key: "in seven days", dueOn: "2026-12-14" };
const ALL = [IN_SEVEN_DAYS, OF_TODAY, YESTERDAY, IN_SIX_DAYS, LONG_OVERDUE];

interface Situation {
  readonly things?: readonly { key: string; dueOn: string }[];
  readonly choice?: Partial<ReminderChoice>;
  readonly isChosenDay?: boolean;
  readonly told?: readonly string[];
}

/** The keys of each list, as one line; null for no letter. */
function letter({ things = ALL, choice = {}, isChosenDay = true, told = [] }: Situation): string | null {
  const digest = buildDigest({ things, today: TODAY, isChosenDay, choice: { ...DEFAULT_REMINDERS, ...choice }, told: new Set(told) });
  const list = (part: "overdue" | "today" | "week") => `${part}: ${digest?.[part].map(({ key }) => key).join(", ")}`;
  return digest && [list("overdue"), list("today"), list("week")].join("; ");
}

const WHOLE = "overdue: long overdue, yesterday; today: today; week: in six days";

describe("once a week", () => {
  test("names what is overdue, due that day and due in the six days after, by day", () => {
    expect(letter({})).toBe(WHOLE);
  });

  test("has no letter when nothing is due", () => {
    expect(letter({ things: [] })).toBeNull();
    expect(letter({ things: [IN_SEVEN_DAYS] })).toBeNull();
  });

  test("repeats what was told is overdue within the week's letter", () => {
    expect(letter({ told: ["long overdue", "yesterday"] })).toBe(WHOLE);
    expect(letter({ things: [LONG_OVERDUE], told: ["long overdue"] })).toBe("overdue: long overdue; today: ; week: ");
  });

  test("tells on other days only what has become overdue, once", () => {
    expect(letter({ isChosenDay: false, told: ["long overdue"] })).toBe("overdue: yesterday; today: ; week: ");
    expect(letter({ isChosenDay: false, told: ["long overdue", "yesterday"] })).toBeNull();
  });
});

describe("every day", () => {
  const choice = { pace: "daily" as const };

  test("names the same, on each day that has something", () => {
    expect(letter({ choice, isChosenDay: false })).toBe(WHOLE);
    expect(letter({ choice, isChosenDay: false, things: [IN_SEVEN_DAYS] })).toBeNull();
  });

  test("what was told is overdue makes no letter by itself, but for one a week", () => {
    const things = [LONG_OVERDUE];
    const told = ["long overdue"];
    expect(letter({ choice, isChosenDay: false, things, told })).toBeNull();
    expect(letter({ choice, isChosenDay: true, things, told })).toBe("overdue: long overdue; today: ; week: ");
    expect(letter({ choice, isChosenDay: false, things: [LONG_OVERDUE, OF_TODAY], told })).toBe("overdue: long overdue; today: today; week: ");
  });
});

describe("people choose", () => {
  test.each([
    ["what is due that day alone", { week: false, overdue: false }, "overdue: ; today: today; week: "],
    ["the days after with that day", { today: false, overdue: false }, "overdue: ; today: today; week: in six days"],
    ["what is overdue alone", { today: false, week: false }, "overdue: long overdue, yesterday; today: ; week: "],
    ["nothing of it", { today: false, week: false, overdue: false }, null],
    ["no letters", { pace: "never" as const }, null],
  ])("%s", (_what, choice, expected) => {
    expect(letter({ choice })).toBe(expected);
    expect(letter({ choice, isChosenDay: false })).toBe(expected?.startsWith("overdue: long") ? expected : null);
  });
});

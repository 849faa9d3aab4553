import { beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "@/lib/domain/answer/answers";
import { addDays, instantOf, localDay } from "@/lib/domain/reminders/local-time";
import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import { findSnapshot, listMilestones } from "@/lib/milestones/read-milestones";
import { loadAskedDocument } from "@/lib/milestones/load-kept-export";
import { makeMilestone } from "@/lib/milestones/make-milestone";
import type { TeamContext } from "@/lib/platform/auth/context";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { completeTool, reopenTool } from "@/lib/responses/tool-status";
import { seededRandom } from "@/tests/support/seeded-random";
import { keyOf, refTo } from "@/tests/support/tools";
import { query } from "../support/database";
import { addToTeam, createAgencyFixture, teamContext } from "../support/people";

const OWNER = process.env.DATABASE_OWNER_URL as string;
const ZONE = "America/New_York";
const DAYS_BACK = 40;
const EDITS = 60;

/** One edit as it was made, and when. */
interface Edit {
  readonly at: Date;
  readonly tool: 2 | 9;
  readonly itemId: string;
  readonly answer: Answer | null;
  readonly by: string;
}

let lead: TeamContext;
let today: string;
const edits: Edit[] = [];
const statuses: { readonly at: Date; readonly isComplete: boolean }[] = [];

const ITEMS = { 2: ["t2-1", "t2-2", "t2-3"], 9: ["t9-i1-1", "t9-i1-2", "t9-c4-2"] } as const;

/** Moves what was done last to the moment when it is said to have been. */
async function moveLast(at: Date): Promise<void> {
  await query(OWNER, "update answer_revision set minute = $1, changed_at = $1 where changed_at > now() - interval '1 hour'", [at]);
}

beforeAll(async () => {
  const fixture = await createAgencyFixture();
  lead = await teamContext(await addToTeam(fixture, "lead"), fixture.teamId);
  const member = await teamContext(await addToTeam(fixture, "member"), fixture.teamId);
  today = localDay(new Date(), ZONE);
  const random = seededRandom(17);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const begins = instantOf(addDays(today, -DAYS_BACK), 0, ZONE).getTime();
  const span = instantOf(today, 0, ZONE).getTime() - begins - 7_200_000;
  // Some at the very edges of days.
  const moments = Array.from({ length: EDITS }, (_, index) =>
    index % 5 === 0 ? instantOf(addDays(today, -1 - Math.floor(random() * (DAYS_BACK - 2))), 0, ZONE).getTime() + pick([-1, 0, 1]) : begins + Math.floor(random() * span),
  ).sort((a, b) => a - b);
  for (const moment of [...new Set(moments)]) {
    const tool = pick([2, 9] as const);
    const itemId = pick(ITEMS[tool]);
    const answer: Answer | null = random() < 0.15 ? null : tool === 2 ? pick<Answer>(["yes", "no", "in-progress"]) : pick<Answer>([1, 2, 3, 4, 5, "dk-unknown"]);
    const by = pick([lead, member]);
    const standing = edits.findLast((edit) => edit.itemId === itemId)?.answer ?? null;
    if (standing === answer) continue;
    expect(await updateAnswersAsServer(by, refTo(tool), { [itemId]: answer } as never)).toMatchObject({ ok: true });
    await moveLast(new Date(moment));
    edits.push({ at: new Date(moment), tool, itemId, answer, by: by.userId });
  }
  for (const [index, daysAgo] of [20, 10].entries()) {
    await (index === 0 ? completeTool : reopenTool)(lead, refTo(2));
    const at = instantOf(addDays(today, -daysAgo), 12, ZONE);
    await query(OWNER, "update response_event set at = $1 where kind in ('completed', 'reopened') and at > now() - interval '1 hour'", [at]);
    statuses.push({ at, isComplete: index === 0 });
  }
}, 240_000);

/** What the edits say, one after another. */
function standingAt(end: Date): Record<string, { answer: Answer; by: string; at: string }> {
  const standing: Record<string, { answer: Answer; by: string; at: string }> = {};
  for (const { at, itemId, answer, by } of edits.filter((edit) => edit.at <= end)) {
    if (answer === null) delete standing[itemId];
    else standing[itemId] = { answer, by, at: at.toISOString() };
  }
  return standing;
}

describe("a past day that is made a milestone", () => {
  test("holds the answers as the history says they were at its end, on the team's clock, on any day", async () => {
    const random = seededRandom(5);
    const first = localDay(edits[0]!.at, ZONE);
    const days = [first, addDays(today, -1), ...Array.from({ length: 12 }, () => addDays(first, Math.floor(random() * (DAYS_BACK - 1))))].filter((day) => day < today);
    for (const day of new Set(days)) {
      const { milestoneId } = await makeMilestone(lead, { name: day, day, keepsNames: true });
      const snapshot = await findSnapshot(lead, milestoneId);
      const end = new Date(instantOf(addDays(day, 1), 0, ZONE).getTime() - 1);
      const expected = standingAt(end);
      const found = Object.fromEntries(Object.entries(snapshot?.reading.records ?? {}).map(([id, { answer, by, at }]) => [id, { answer, by: by.personId, at }]));
      expect(found, day).toEqual(expected);
      const isComplete = statuses.findLast(({ at }) => at <= end)?.isComplete ?? false;
      expect(snapshot?.reading.metas.get(keyOf(2))?.status ?? "not-started", day).toBe(isComplete ? "complete" : edits.some(({ at, tool }) => tool === 2 && at <= end) ? "in-progress" : "not-started");
      expect(snapshot?.reading.about.at).toBe(end.toISOString());
    }
  });

  test("says what can't be known, wherever it is shown", async () => {
    const [made] = await listMilestones(lead);
    const document = await loadAskedDocument(lead, { ...DEFAULT_EXPORT, milestone: made?.id ?? "", timeZone: ZONE });
    expect(document.about.milestone?.madeAfterwards).not.toBeNull();
    expect(document.about.milestone?.unknown.length).toBeGreaterThan(3);
    expect(document.assignments).toEqual([]);
    expect(made?.isPast).toBe(true);
  });

  test("can't be a day to come, nor one before the history", async () => {
    const ask = (day: string) => makeMilestone(lead, { name: "No", day, keepsNames: false });
    await expect(ask(addDays(today, 1))).rejects.toMatchObject({ fieldErrors: { day: expect.stringContaining("today") } });
    await expect(ask(addDays(today, -DAYS_BACK - 30))).rejects.toMatchObject({ fieldErrors: { day: expect.stringContaining("begins on") } });
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { createThread } from "@/lib/comments/change-comments";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems } from "@/lib/domain/tool/items";
import { findExportRefusal } from "@/lib/exports/read/export-rights";
import type { TeamContext } from "@/lib/platform/auth/context";
import { loadReadiness } from "@/lib/readiness/load-readiness";
import { listOwnParts } from "@/lib/responses/own-part";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { completeTool } from "@/lib/responses/tool-status";
import { addToTeam, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";
import { getTool, refTo, type ToolNumber } from "../support/tools";

const CHECKLIST = 3;
const statements = toolItems(getTool(CHECKLIST)).filter(({ kind }) => kind === "status").map(({ id }) => id);
const ratings = toolItems(getTool(9)).filter(({ kind }) => kind === "rating");

let ours: AgencyFixture;
let admin: TeamContext;

beforeEach(async () => {
  ours = await createAgencyFixture();
  admin = await teamContext(ours.admin, ours.teamId);
  await updateAnswersAsServer(admin, refTo(9), Object.fromEntries(ratings.map((item) => [item.id, exampleAnswer(item)])));
  await updateAnswersAsServer(admin, refTo(CHECKLIST), { [statements[0]!]: "no" });
});

const partnerOf = async (...tools: ToolNumber[]) => teamContext(await addToTeam(ours, "partner", tools), ours.teamId, "report:view");

describe("a community partner's readiness", () => {
  test("is of the tools shared with them, and says nothing of the others", async () => {
    const report = await loadReadiness(await partnerOf(CHECKLIST));
    expect([report.areas, report.sections, report.elements]).toEqual([[], [], []]);
    expect(report.checklists.map(({ tool }) => tool.slug)).toEqual([getTool(CHECKLIST).slug]);
    expect(new Set(report.gaps.map(({ tool }) => tool.slug))).toEqual(new Set([getTool(CHECKLIST).slug]));
    expect(report.total).toBe(statements.length);
    expect(JSON.stringify(report)).not.toContain(ratings[0]!.id);
  });

  test("has the areas where the assessment is shared, scored as the team's are, and no checklist that isn't", async () => {
    const [whole, theirs] = [await loadReadiness(admin), await loadReadiness(await partnerOf(9))];
    expect(theirs.areas).toEqual(whole.areas);
    expect(theirs.checklists).toEqual([]);
    expect(theirs.elements.every(({ checklist, contradictions }) => checklist === null && contradictions.length === 0)).toBe(true);
    expect(theirs.elements.flatMap(({ tools }) => tools).every(({ toolId }) => toolId === refTo(9).toolId)).toBe(true);
    expect(theirs.total).toBe(ratings.length);
  });

  test("is to be read on screen: downloads stay those of their tools", async () => {
    const context = await partnerOf(9);
    expect(findExportRefusal(context, "everyone", "readiness")).toBe("role");
    expect(findExportRefusal(context, "everyone", "tools")).toBeNull();
  });
});

describe("what came of somebody's part", () => {
  test("counts their answers that stand, and those that others changed since, tool by tool", async () => {
    const context = await partnerOf(1, CHECKLIST);
    const [one, two, three] = statements as [string, string, string];
    await updateAnswersAsServer(context, refTo(CHECKLIST), { [one]: "yes", [two]: "no", [three]: "no" });
    await updateAnswersAsServer(admin, refTo(CHECKLIST), { [two]: "yes" });
    await createThread(context, { toolRef: refTo(CHECKLIST), itemId: one, body: "Is it so?" });
    await completeTool(admin, refTo(CHECKLIST));
    expect(await listOwnParts(context)).toMatchObject([
      { toolRef: refTo(1), standing: [], changedSince: 0, completedAt: null },
      { toolRef: refTo(CHECKLIST), standing: [one, three].sort(), changedSince: 1, completedAt: expect.any(String) },
    ]);
  });

  test("is nobody else's: who answered nothing has none", async () => {
    expect(await listOwnParts(await partnerOf(CHECKLIST))).toMatchObject([{ standing: [], changedSince: 0 }]);
  });
});

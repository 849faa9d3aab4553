import { describe, expect, test } from "vitest";
import { peerSupport } from "@/content/peer-support/peer-support-toolkit";
import { elements } from "@/content/ps-cope/guide/elements";
import { buildOverview } from "@/lib/domain/overview/build-overview";
import { openPlan } from "@/lib/domain/toolkit/overview-plan";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { askedItems } from "@/lib/domain/item/asked-items";
import { toolItems } from "@/lib/domain/tool/items";
import type { Answers } from "@/lib/domain/answer/answers";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { WORKBOOK_ID } from "@/lib/domain/people/person";

const plan = peerSupport.overview!;
const overviewOf = (answers: Answers) => buildOverview(plan, { tools: peerSupport.tools, answers });

describe("the overview of the peer support supplement", () => {
  test("counts every statement of Figure 2, of the steps and of supervision, and each names an item", () => {
    const { statements } = overviewOf({});
    expect(statements.map(({ parts }) => parts.map(({ total }) => total))).toEqual([[9, 7, 8], [1, 1, 1, 1, 1, 1, 5], [8]]);
    expect(statements.flatMap(({ parts }) => parts).every(({ blank, total }) => blank === total)).toBe(true);
  });

  test("tells Yes, In Progress and No apart, and names what is not in place", () => {
    const { statements } = overviewOf({ "p3-system-1-1": "yes", "p3-system-1-2": "in-progress", "p3-system-2-1": "no" });
    expect(statements[0]?.parts[2]).toMatchObject({
      yes: 1, inProgress: 1, no: 1, blank: 5,
      gaps: [{ itemId: "p3-system-1-2", answer: "In Progress" }, { itemId: "p3-system-2-1", answer: "No" }],
    });
  });

  test("shows 5 elements in 5 settings, one row ours, nothing of a setting that is not the team's, and which settings nobody spoke of", () => {
    const { matrix } = overviewOf({
      "p2-jails": { option: "work" },
      "p2-courts": { option: "not-us" },
      "p2-jails-risk-now": "Now.",
      "p2-jails-oend-now": "Now.",
      "p2-jails-oend-want": "More.",
      "p2-jails-connect-want": "Soon.",
      "p2-jails-link-now": "  ",
      "p2-courts-risk-now": "Written before.",
    });
    expect(matrix?.rows.map(({ isOurs }) => isOurs)).toEqual([false, false, false, false, true]);
    expect(matrix?.rows.map(({ cells }) => cells.map(({ state }) => state))).toEqual([
      ["not-said", "not-said", "not-ours", "in-place", "not-said"],
      ["not-said", "not-said", "not-ours", "growing", "not-said"],
      ["not-said", "not-said", "not-ours", "wanted", "not-said"],
      ["not-said", "not-said", "not-ours", "blank", "not-said"],
      ["not-said", "not-said", "not-ours", "blank", "not-said"],
    ]);
    expect(matrix?.rows[0]?.cells.map(({ askedAt }) => askedAt)).toEqual(["p2-community", "p2-diversion", "p2-courts", "p2-jails-risk-now", "p2-reentry"]);
    expect(JSON.stringify(matrix)).not.toContain("Written before.");
  });

  test.each([
    [["peer-support/key-questions"], null],
    [["peer-support/core-elements"], { statements: [], matrix: "Core elements in your settings" }],
    [["peer-support/supervision", "ps-cope/tool-5"], { statements: ["Supervision"], matrix: undefined }],
    [null, { statements: ["Influences and support", "Steps that prepare the setting", "Supervision"], matrix: "Core elements in your settings" }],
  ] as const)("draws for whoever may open %j only what is made from these", (toolKeys, shown) => {
    const own = openPlan(plan, toolKeys);
    expect(own && { statements: own.statements.map(({ title }) => title), matrix: own.matrix?.title }).toEqual(shown);
    if (!own) return;
    const built = buildOverview(own, { tools: peerSupport.tools, answers: {} });
    expect([built.statements.map(({ title }) => title), built.matrix?.title]).toEqual([shown?.statements, shown?.matrix]);
  });

  test("leads only to passages and elements that there are", () => {
    const leads = [...plan.statements.flatMap(({ columns }) => columns), ...(plan.matrix?.rows ?? [])];
    const passages = new Set(peerSupport.guide.chapters.flatMap(({ id, parts }) => parts.map((part) => `${id}#${part.id}`)));
    const known = new Set(elements.map(({ id }) => id));
    expect(leads.filter(({ chapter, part }) => !passages.has(`${chapter}#${part}`))).toEqual([]);
    expect(leads.flatMap(({ elements: ids }) => ids).filter((id) => !known.has(id))).toEqual([]);
    expect(leads.every(({ elements: ids }) => ids.length > 0)).toBe(true);
  });

  test("is kept out of the ten areas: readiness is the same with all of it answered", () => {
    const answers = Object.fromEntries(
      peerSupport.tools.flatMap(toolItems).filter(({ kind }) => kind === "status").map(({ id }) => [id, { answer: "no" as const, by: { personId: WORKBOOK_ID }, at: "2026-03-31T12:00:00.000Z" }]),
    );
    expect(buildReadiness({ ...MAIN_TOOLKIT, answers, flagged: new Set() })).toEqual(buildReadiness({ ...MAIN_TOOLKIT, answers: {}, flagged: new Set() }));
  });
});

describe("what a team is asked", () => {
  const [, settings] = peerSupport.tools;

  test("depends on the settings it chose", () => {
    expect(askedItems(settings!, {})).toHaveLength(5);
    expect(askedItems(settings!, { "p2-jails": { option: "work" } })).toHaveLength(15);
    expect(askedItems(settings!, { "p2-jails": { option: "not-us" } })).toHaveLength(5);
  });
});

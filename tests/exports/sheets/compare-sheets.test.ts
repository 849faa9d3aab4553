import { expect, test } from "vitest";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { compareDays } from "@/lib/domain/milestones/comparison";
import { buildDigest } from "@/lib/domain/milestones/milestone-digest";
import { personOf } from "@/lib/domain/people/person";
import type { AnswerRecords } from "@/lib/domain/readiness/assessed-items";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { renderExport } from "@/lib/exports/processes/render-export";
import { exportOf } from "../samples/export-samples";

const event = { by: personOf("Dana"), at: "2026-06-01T12:00:00Z" };

function digestOf(answers: Readonly<Record<string, AnswerRecords[string]["answer"]>>) {
  const records: AnswerRecords = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer, ...event }]));
  return buildDigest({ tools: MAIN_TOOLKIT.tools, nameElement: (id) => id, flow: MAIN_TOOLKIT.planFlow!, records, readiness: buildReadiness({ ...MAIN_TOOLKIT, answers: records, flagged: new Set() }), links: [] });
}

test.each(["xlsx", "csv"] as const)("what changed between two days is a %s file", async (format) => {
  const then = { id: "x", name: "Baseline", onDay: "2026-06-01", digest: digestOf({ "t9-i1-1": 2, "t9-i1-2": "dk", "t2-1": "no", "t12-sheet-1-step-1-action": "Call the clinic" }) };
  const now = { id: null, name: "Now", onDay: "2026-12-01", digest: digestOf({ "t9-i1-1": 4, "t9-i1-2": 3, "t2-1": "yes", "t12-sheet-1-step-1-action": "Call the clinic" }) };
  const comparison = compareDays({ then, now, series: [{ ...then, areas: then.digest.areas }, { ...now, areas: now.digest.areas }], rulesVersion: "1" });
  const { bytes } = await renderExport({ ...exportOf([], { options: { content: "compare", format } }), comparison });
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
});

import { beforeEach, expect, test } from "vitest";
import type { TeamContext } from "@/lib/platform/auth/context";
import { listOffers } from "@/lib/responses/offered-answers";
import { getResponseView, updateAnswersAsServer } from "@/lib/responses/responses";
import { completeTool } from "@/lib/responses/tool-status";
import { addToTeam, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";
import { getTool, refTo } from "../support/tools";

let ours: AgencyFixture;
let context: TeamContext;

beforeEach(async () => {
  ours = await createAgencyFixture();
  context = await teamContext(ours.admin, ours.teamId);
  await updateAnswersAsServer(context, refTo(5), { "t5-7": "yes", "t5-8": "in-progress", "t5-10": "no" });
  await updateAnswersAsServer(context, refTo(8), { "t8-s1-3": [{ id: "r1", cells: { name: "Jordan Lee", role: "Chief", contact: "not offered" } }] });
});

test("Tool 5's Yes, In Progress and No are offered as existing, promising and to cultivate, as targets and as stakeholders", async () => {
  const plan = await listOffers(context, getTool(12));
  const words = (id: string) => plan.get(id)?.words;
  expect(["existing", "promising", "cultivate"].map((part) => words(`t12-sheet-2-partners-${part}`))).toEqual([["Drug courts"], ["Prosecutors"], ["Recovery community organizations"]]);
  expect(plan.get("t12-sheet-2-partners-existing")?.isOurMapping).toBe(true);
  expect((await listOffers(context, getTool(6))).get("t6-partners")).toMatchObject({ into: "partner", words: ["Prosecutors", "Recovery community organizations"] });
  const commitment = await listOffers(context, getTool(10));
  expect(commitment.get("t10-messages")).toMatchObject({ into: "stakeholder", words: ["Drug courts", "Prosecutors", "Recovery community organizations"] });
  expect(commitment.get("t10-stakeholders")?.into).toBeUndefined();
});

test("Tool 8's roster is offered for who leads a step, Tool 9's completion for Section 2's date, and nothing is filled in", async () => {
  expect((await listOffers(context, getTool(12))).get("t12-sheet-1-step-2-lead")?.words).toEqual(["Jordan Lee, Chief"]);
  expect((await listOffers(context, getTool(8))).get("t8-s2-1")).toBeUndefined();
  await completeTool(context, refTo(9));
  const at = (await listOffers(context, getTool(8))).get("t8-s2-1")?.at;
  expect(Math.abs(Date.now() - Date.parse(at ?? ""))).toBeLessThan(120_000);
  for (const number of [6, 10, 12]) expect((await getResponseView(context, refTo(number))).seq).toBe(0);
});

test("nothing is offered from a tool that is not open to the person", async () => {
  const partner = await teamContext(await addToTeam(ours, "partner", [12]), ours.teamId);
  expect([...(await listOffers(partner, getTool(12)))]).toEqual([]);
});

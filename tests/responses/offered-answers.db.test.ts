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
  await updateAnswersAsServer(context, refTo(8), { "t8-s1-3": [{ id: "r1", cells: { name: "Jordan Lee", role: "Not offered beside a name", contact: "not offered" } }, { id: "r2", cells: { role: "Crime analyst" } }] });
});

test("Tool 5's Yes, In Progress and No are offered as existing, promising and to cultivate, as targets and as stakeholders", async () => {
  const plan = await listOffers(context, getTool(12));
  const words = (id: string) => plan.get(id)?.[0]?.words;
  expect(["existing", "promising", "cultivate"].map((part) => words(`t12-sheet-2-partners-${part}`))).toEqual([["Drug courts"], ["Prosecutors"], ["Recovery community organizations"]]);
  expect(plan.get("t12-sheet-2-partners-existing")?.[0]?.isOurMapping).toBe(true);
  expect((await listOffers(context, getTool(6))).get("t6-partners")).toMatchObject([{ into: "partner", words: ["Prosecutors", "Recovery community organizations"] }]);
  const commitment = await listOffers(context, getTool(10));
  const partners = { title: "Partners named in Tool 5", words: ["Drug courts", "Prosecutors", "Recovery community organizations"] };
  expect(commitment.get("t10-messages")).toMatchObject([{ ...partners, into: "stakeholder" }]);
  expect(commitment.get("t10-stakeholders")).toMatchObject([partners]);
  expect(commitment.get("t10-stakeholders")?.[0]?.into).toBeUndefined();
});

test("Tool 8's roster is offered wherever somebody is to do something: on printed lines, for each added line, for who delivers a message, who sees to an evaluation", async () => {
  const roster = { title: "Team members named in Tool 8", isOurMapping: true, words: ["Jordan Lee", "Crime analyst"] };
  const plan = await listOffers(context, getTool(12));
  for (const sheet of [1, 2, 3, 4]) {
    expect([plan.get(`t12-sheet-${sheet}-step-2-lead`), plan.get(`t12-sheet-${sheet}-more/lead`)]).toEqual([[roster], [roster]]);
  }
  expect((await listOffers(context, getTool(10))).get("t10-messages/people")).toEqual([roster]);
  expect((await listOffers(context, getTool(13))).get("t13-staff")).toEqual([roster]);
  expect((await listOffers(context, getTool(13))).get("t13-3-staff")).toEqual([roster]);
});

test("leaders and stakeholders of both of Tool 8's lists are offered as Tool 10's stakeholders and audience, each once", async () => {
  await updateAnswersAsServer(context, refTo(8), {
    "t8-s1-2": [{ id: "a", cells: { leadership: "County manager", date: "2026-12-01" } }],
    "t8-s2-4": [{ id: "b", cells: { stakeholder: "Sheriff" } }, { id: "c", cells: { stakeholder: "County manager" } }],
  });
  const commitment = await listOffers(context, getTool(10));
  const leaders = { title: "Leaders and stakeholders named in Tool 8", isOurMapping: true, words: ["County manager", "Sheriff"] };
  expect(commitment.get("t10-messages")?.[0]).toEqual({ ...leaders, into: "stakeholder" });
  expect([commitment.get("t10-stakeholders")?.[0], commitment.get("t10-audience")?.[0]]).toEqual([leaders, leaders]);
});

test("Tool 9's completion is offered for Section 2's date, and nothing is filled in", async () => {
  expect((await listOffers(context, getTool(8))).get("t8-s2-1")).toBeUndefined();
  await completeTool(context, refTo(9));
  const at = (await listOffers(context, getTool(8))).get("t8-s2-1")?.[0]?.at;
  expect(Math.abs(Date.now() - Date.parse(at ?? ""))).toBeLessThan(120_000);
  for (const number of [6, 10, 12]) expect((await getResponseView(context, refTo(number))).seq).toBe(0);
});

test("nothing is offered from a tool that is not open to the person", async () => {
  const partner = await teamContext(await addToTeam(ours, "partner", [12]), ours.teamId);
  expect([...(await listOffers(partner, getTool(12)))]).toEqual([]);
});

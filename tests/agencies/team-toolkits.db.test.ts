import { afterAll, beforeEach, expect, test } from "vitest";
import { PEER_SUPPORT, peerTool } from "@/content/peer-support/named";
import { addToolkit, putAwayToolkit } from "@/lib/agencies/team-toolkits";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import { loadExportDocument } from "@/lib/exports/read/load-export-document";
import { authorizeTeam } from "@/lib/platform/auth/authorize";
import { closeConnections } from "@/lib/platform/db/client";
import { listOffers } from "@/lib/responses/offered-answers";
import { getResponseView, listTeamProgress, updateAnswersAsServer } from "@/lib/responses/responses";
import { getTool } from "@/content/toolkits";
import { joinTeam } from "@/prisma/factories";
import { refTo, TOOLS } from "@/tests/support/tools";
import { addToTeam, type AgencyFixture, createAgencyFixture, createPerson, teamContext } from "../support/people";

const QUESTIONS = peerTool("key-questions");
const SETTINGS = peerTool("core-elements");

let fixture: AgencyFixture;
beforeEach(async () => {
  fixture = await createAgencyFixture();
});
afterAll(closeConnections);

const lead = () => teamContext(fixture.admin, fixture.teamId, "team:update");
const isThere = async (ref = QUESTIONS) => (await authorizeTeam(fixture.admin.userId, fixture.teamId, "response:edit", ref)).ok;
const openKeys = async () => (await listTeamProgress(await lead())).map(({ toolRef }) => toolKey(toolRef));

test("a team works with the main toolkit's tools alone until it adds another one", async () => {
  expect(await isThere()).toBe(false);
  expect(await openKeys()).toEqual(TOOLS.map(({ ref }) => toolKey(ref)));
  await addToolkit(await lead(), PEER_SUPPORT);
  expect(await isThere()).toBe(true);
  expect((await openKeys()).slice(13)).toHaveLength(7);
});

test("put away, its tools are not there for anybody, and what was answered is there again when it is added again", async () => {
  await addToolkit(await lead(), PEER_SUPPORT);
  await addToolkit(await lead(), PEER_SUPPORT);
  const saved = await updateAnswersAsServer(await lead(), QUESTIONS, { "p1-1": "With training." });
  expect(saved.ok).toBe(true);
  await putAwayToolkit(await lead(), PEER_SUPPORT);
  expect(await isThere()).toBe(false);
  expect(await openKeys()).toHaveLength(13);
  await expect(updateAnswersAsServer(await lead(), QUESTIONS, { "p1-1": "" })).rejects.toThrow(RangeError);
  expect(JSON.stringify(await loadExportDocument(await lead(), DEFAULT_EXPORT))).not.toContain("With training.");
  await addToolkit(await lead(), PEER_SUPPORT);
  expect((await getResponseView(await lead(), QUESTIONS)).answers).toEqual({ "p1-1": "With training." });
});

test("it is added for one team and no other", async () => {
  const other = await createAgencyFixture("Other");
  await addToolkit(await lead(), PEER_SUPPORT);
  expect((await authorizeTeam(other.admin.userId, other.teamId, "response:edit", QUESTIONS)).ok).toBe(false);
});

test("a partner opens those of its tools that are shared with them, while the team works with it", async () => {
  const person = await createPerson("Pat Partner");
  await joinTeam(fixture, person, "partner", [QUESTIONS, refTo(3)]);
  const opens = async (ref = QUESTIONS) => (await authorizeTeam(person.userId, fixture.teamId, "response:edit", ref)).ok;
  expect([await opens(), await opens(SETTINGS), await opens(refTo(3))]).toEqual([false, false, true]);
  await addToolkit(await lead(), PEER_SUPPORT);
  expect([await opens(), await opens(SETTINGS), await opens(refTo(3))]).toEqual([true, false, true]);
});

test("how complete the toolkit is never counts its tools", async () => {
  await addToolkit(await lead(), PEER_SUPPORT);
  const { about, tools } = await loadExportDocument(await lead(), DEFAULT_EXPORT);
  expect(tools).toHaveLength(20);
  expect(about.completeness.tools).toBe(13);
});

test("a part that is for some settings counts once the team says that a setting is theirs", async () => {
  await addToolkit(await lead(), PEER_SUPPORT);
  const progress = async () => (await listTeamProgress(await lead())).find(({ toolRef }) => toolRef.toolId === SETTINGS.toolId)?.progress;
  expect(await progress()).toEqual({ answered: 0, total: 5 });
  await updateAnswersAsServer(await lead(), SETTINGS, { "p2-jails": { option: "work" }, "p2-courts": { option: "not-us" }, "p2-courts-risk-now": "Not ours." });
  expect(await progress()).toEqual({ answered: 2, total: 15 });
});

test("partners of Tool 5 and the peers among the people of Tool 8 are offered, in the words of those who may read them, and nothing is filled in", async () => {
  await addToolkit(await lead(), PEER_SUPPORT);
  await updateAnswersAsServer(await lead(), refTo(5), { "t5-2": "yes", "t5-7": "in-progress", "t5-8": "no" });
  await updateAnswersAsServer(await lead(), refTo(8), {
    "t8-s1-3": [
      { id: "a", cells: { role: "Lived experience", name: "Sam", affiliation: "Open Door" } },
      { id: "b", cells: { role: "Data", name: "Captain Speer", affiliation: "Recovery court", contact: "peers@example.org" } },
      { id: "c", cells: { role: "Outreach", name: "Kim", affiliation: "Peers United" } },
    ],
  });
  const design = getTool(peerTool("design-program"));
  const supervision = getTool(peerTool("supervision"));
  expect((await listOffers(await lead(), design)).get("p5-partners-names")?.[0]?.words).toEqual(["Peer recovery specialists and peer programs", "Drug courts"]);
  expect((await listOffers(await lead(), supervision)).get("p7-supervisors")?.[0]?.words).toEqual(["Sam, Lived experience, Open Door", "Kim, Outreach, Peers United"]);
  expect((await getResponseView(await lead(), design.ref)).answers).toEqual({});
  const person = await addToTeam(fixture, "partner", [3]);
  expect([...(await listOffers(await teamContext(person, fixture.teamId), design)).keys()]).toEqual([]);
});

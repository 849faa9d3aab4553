import { unzipSync } from "fflate";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { GET as getExport } from "@/app/api/teams/[teamId]/export/route";
import { GET as getHistory } from "@/app/api/teams/[teamId]/tools/[number]/items/[itemId]/history/route";
import { updateHistoryNames } from "@/lib/agencies/agencies";
import { updateTeamHistoryNames } from "@/lib/agencies/teams";
import { NOT_NAMED_PERSON } from "@/lib/domain/people/person";
import { toolItems } from "@/lib/domain/tool/items";
import { EXPORT_FORMATS, exportHref } from "@/lib/exports/document/export-options";
import { listItemHistory } from "@/lib/history/history";
import { listRemovedRows, restoreAnswer } from "@/lib/history/history-restore";
import { listToolHistory } from "@/lib/history/history-timeline";
import type { TeamContext } from "@/lib/platform/auth/context";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { getResponseView, listTeamProgress, updateAnswersAsServer } from "@/lib/responses/responses";
import { completeTool } from "@/lib/responses/tool-status";
import { readPdf, squash } from "../exports/pdf/read-pdf";
import { endInstances, OpenStream, save } from "../support/live";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, type Person, signInCookie, teamContext } from "../support/people";
import { Client } from "../support/responses";
import { getTool, refTo } from "../support/tools";

const TOOL = 3;
const itemId = toolItems(getTool(TOOL)).find(({ kind }) => kind === "status" || kind === "choice")?.id as string;

let ours: AgencyFixture;
let lead: TeamContext;
let partner: Person;

beforeEach(async () => {
  ours = await createAgencyFixture();
  lead = await teamContext(await addToTeam(ours, "lead"), ours.teamId);
  partner = await addToTeam(ours, "partner", [TOOL]);
  await updateAnswersAsServer(lead, refTo(TOOL), { [itemId]: "yes" });
});
afterAll(() => endInstances());

const theirs = () => teamContext(partner, ours.teamId);
const hide = (isHidden = true) => updateTeamHistoryNames(lead, isHidden);

describe("who changed an answer", () => {
  test("is told on asking, unless the agency chose at once", async () => {
    expect((await theirs()).historyNames).toBe("on-asking");
    expect(lead.historyNames).toBe("on-asking");
    await updateHistoryNames(await agencyContext(ours.admin, ours.agencyId, "agency:update"), true);
    expect((await theirs()).historyNames).toBe("shown");
  });

  test("is kept from community partners, and from nobody else, where the team wants it so", async () => {
    await updateHistoryNames(await agencyContext(ours.admin, ours.agencyId, "agency:update"), true);
    await hide();
    expect((await theirs()).historyNames).toBe("hidden");
    for (const role of ["member", "viewer"] as const) expect((await teamContext(await addToTeam(ours, role), ours.teamId)).historyNames).toBe("shown");
    await hide(false);
    expect((await theirs()).historyNames).toBe("shown");
  });
});

describe("a partner who is not told", () => {
  beforeEach(async () => {
    await updateAnswersAsServer(await theirs(), refTo(TOOL), { [itemId]: "no" });
    await completeTool(lead, refTo(TOOL));
    await hide();
  });

  test("is handed nobody in histories, marks, statuses and reports, not even themselves", async () => {
    const context = await theirs();
    const data = [
      await listToolHistory(context, refTo(TOOL), { limit: 50 }),
      await listItemHistory(context, refTo(TOOL), itemId),
      await listRemovedRows(context, refTo(TOOL), itemId),
      await getResponseView(context, refTo(TOOL)),
      await listTeamProgress(context),
      await getTeamAnswers(context),
    ];
    const text = JSON.stringify(data);
    for (const id of [lead.userId, partner.userId]) expect(text).not.toContain(id);
    expect((await listToolHistory(context, refTo(TOOL), { limit: 50 }))?.entries).toHaveLength(3);
    expect((await listToolHistory(context, refTo(TOOL), { limit: 50 }))?.entries.every(({ by }) => by.personId === NOT_NAMED_PERSON.personId)).toBe(true);
  });

  test("can't ask for one person's changes", async () => {
    const context = await theirs();
    const all = await listToolHistory(context, refTo(TOOL), { limit: 50 });
    expect(all?.people).toEqual([]);
    expect((await listToolHistory(context, refTo(TOOL), { limit: 50, person: lead.userId }))?.entries).toEqual(all?.entries);
  });

  test("gets no name with the history of an item, and can bring an answer back all the same", async () => {
    const request = new Request(`http://localhost:3000/api/teams/${ours.teamId}/tools/${TOOL}/items/${itemId}/history`, { headers: { cookie: await signInCookie(partner) } });
    const text = await (await getHistory(request, { params: Promise.resolve({ teamId: ours.teamId, number: String(TOOL), itemId }) })).text();
    expect(text).toContain("revisions");
    for (const word of ["Robin", "Avery", lead.userId, partner.userId]) expect(text).not.toContain(word);
    const context = await theirs();
    const oldest = (await listItemHistory(context, refTo(TOOL), itemId))?.revisions.at(-1);
    await expect(restoreAnswer(context, refTo(TOOL), itemId, oldest!.key, "after")).rejects.toThrow(/complete/);
  });

  test.each(EXPORT_FORMATS)("downloads no name of the history as %s", async (format) => {
    const path = exportHref(ours.teamId, { format, content: "tools", tools: [String(TOOL)], hasHistory: true, names: "names" });
    const response = await getExport(new Request(`http://localhost:3000${path}`, { headers: { cookie: await signInCookie(partner) } }), { params: Promise.resolve({ teamId: ours.teamId }) });
    expect(response.status).toBe(200);
    const text = await readAll(format, new Uint8Array(await response.arrayBuffer()));
    expect(text).toContain("someone");
    expect(text).not.toContain("robinlead");
    expect(text).not.toContain(lead.userId);
  }, 120_000);
});

async function readAll(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return (await Promise.all(Object.entries(unzipSync(bytes)).map(([part, content]) => readAll(part, new Uint8Array(content))))).join("\n");
  }
  const text = name === "pdf" ? (await readPdf(bytes)).text : new TextDecoder().decode(bytes);
  return squash(`${text}\n${text.replace(/<[^>]*>/g, "")}`).toLowerCase();
}

describe("an open screen", () => {
  test("of such a partner gets a save without its writer, everybody else's with them", async () => {
    await hide();
    const member = await addToTeam(ours, "member");
    const screenOf = async (person: Person) => OpenStream.open({ teamId: ours.teamId, toolNumber: TOOL, after: 1, cookie: await signInCookie(person) });
    const [told, untold] = [await screenOf(member), await screenOf(partner)];
    try {
      for (const stream of [told, untold]) expect((await stream.until("hello")).seq).toBe(1);
      await told.until("presence");
      const writer = { teamId: ours.teamId, toolNumber: TOOL, cookie: await signInCookie(ours.admin) };
      await save(writer, (await Client.open(await teamContext(ours.admin, ours.teamId), TOOL)).answer(itemId, "no"));
      expect((await told.until("update")).by).toMatchObject({ name: "Avery Admin" });
      expect((await untold.until("update")).by).toBeNull();
    } finally {
      told.close();
      untold.close();
    }
  });

  test("hears at once that its team leaves names out from now on", async () => {
    const stream = await OpenStream.open({ teamId: ours.teamId, toolNumber: TOOL, cookie: await signInCookie(partner) });
    try {
      await stream.until("hello");
      await hide();
      expect(await stream.until("changed")).toEqual({ what: "status" });
    } finally {
      stream.close();
    }
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { GET as getExport } from "@/app/api/teams/[teamId]/export/route";
import { GET as getHistory } from "@/app/api/teams/[teamId]/tools/[number]/items/[itemId]/history/route";
import { planImport } from "@/lib/imports/import-plan";
import { listMemberIds } from "@/lib/imports/import-people";
import { pickAnswers } from "@/lib/imports/pick-answers.mjs";
import type { TableRow } from "@/lib/domain/answer/answers";
import { FORMER_MEMBER, FORMER_NAME, personToken } from "@/lib/domain/people/person";
import { exportHref } from "@/lib/exports/document/export-options";
import type { WorkbookFile } from "@/lib/exports/json/workbook-schema";
import { listItemHistory } from "@/lib/history/history";
import { restoreAnswer, restoreRemovedRow } from "@/lib/history/history-restore";
import { removeAgencyMember } from "@/lib/people/agency-members";
import { listChoosable, listPeople } from "@/lib/people/list-people";
import { nameAnswers } from "@/lib/people/name-answers";
import { updateDisplayName } from "@/lib/people/own-names";
import type { TeamContext } from "@/lib/platform/auth/context";
import { getResponseView, updateAnswersAsServer } from "@/lib/responses/responses";
import { saveUpdate } from "@/lib/responses/save-update";
import { toolItems } from "@/lib/domain/tool/items";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, type Person, signInCookie, teamContext } from "../support/people";
import { Client } from "../support/responses";
import { getTool, keyOf, refTo } from "../support/tools";

const PLAN = refTo(12);
const OWNER = "t12-sheet-1-step-1-owner";
const MORE = "t12-sheet-1-more";

let ours: AgencyFixture;
let member: Person;
let context: TeamContext;

const tokenOf = ({ userId }: Pick<Person, "userId">) => personToken({ personId: userId });
const save = (itemId: string, answer: string | readonly TableRow[] | null) => updateAnswersAsServer(context, PLAN, { [itemId]: answer });
/** As somebody reads it who opens the tool to read. */
const shown = async (itemId: string) => (await nameAnswers(context, toolItems(getTool(12)), (await getResponseView(context, PLAN)).answers))[itemId];

beforeEach(async () => {
  ours = await createAgencyFixture();
  member = await addToTeam(ours, "member");
  context = await teamContext(ours.admin, ours.teamId);
});

describe("somebody as an answer", () => {
  test("is of the team, and is shown by the name of now", async () => {
    expect((await save(OWNER, tokenOf(member))).ok).toBe(true);
    expect(await shown(OWNER)).toBe("Robin member");
    await updateDisplayName(await agencyContext(member, ours.agencyId), "Vodabekuri");
    expect(await shown(OWNER)).toBe("Vodabekuri");
    expect(listChoosable(await listPeople(context))).toEqual([ours.admin.userId, member.userId]);
  });

  test("is never somebody of another agency, nor an id that nobody has: the whole change is refused, by the answer's name", async () => {
    const theirs = await createAgencyFixture("Lakeside Fire Department");
    for (const stranger of [tokenOf(theirs.admin), personToken({ personId: "7d3f0a52-1111-4222-8333-944445555666" })]) {
      const client = await Client.open(context, 12);
      const saved = await saveUpdate(context, PLAN, client.answer(OWNER, stranger));
      expect(saved).toMatchObject({ ok: false, refusal: { reason: "invalid-answer", itemId: OWNER } });
      expect(await save(MORE, [{ id: "r1", cells: { owner: stranger } }])).toMatchObject({ ok: false });
    }
    expect((await getResponseView(context, PLAN)).seq).toBe(0);
  });

  test("stays where they have left: shown as a former member, brought back with a row and from the history, chosen no more", async () => {
    await save(OWNER, tokenOf(member));
    await save(MORE, [{ id: "r1", cells: { action: "Lend a car", owner: tokenOf(member) } }]);
    await save(OWNER, tokenOf(ours.admin));
    await removeAgencyMember(await agencyContext(ours.admin, ours.agencyId), member.userId);
    await save(MORE, []);
    await restoreRemovedRow(context, PLAN, MORE, "r1");
    const history = await listItemHistory(context, PLAN, OWNER);
    await restoreAnswer(context, PLAN, OWNER, history!.revisions[0]!.key, "before");
    expect(await shown(OWNER)).toBe(FORMER_MEMBER);
    expect(await shown(MORE)).toEqual([{ id: "r1", cells: { action: "Lend a car", owner: FORMER_MEMBER } }]);
    expect(listChoosable(await listPeople(context))).toEqual([ours.admin.userId]);
  });

  test("who set their name apart is a former name in what was chosen before, and in a file no id", async () => {
    await save(OWNER, tokenOf(member));
    await updateDisplayName(await agencyContext(member, ours.agencyId), "Mofitazuge", "apart");
    const now = (await teamContext(member, ours.teamId)).personId;
    await save("t12-sheet-1-step-2-owner", personToken({ personId: now }));
    expect([await shown(OWNER), await shown("t12-sheet-1-step-2-owner")]).toEqual([FORMER_NAME, "Mofitazuge"]);
    expect(listChoosable(await listPeople(context, [{ personId: member.userId }]))).toEqual([ours.admin.userId, now]);
    const cookie = await signInCookie(ours.admin);
    const ask = async (names: "names" | "roles") => {
      const request = new Request(`http://localhost:3000${exportHref(ours.teamId, { format: "json", content: "tools", tools: ["12"], hasHistory: true, names })}`, { headers: { cookie } });
      return (await (await getExport(request, { params: Promise.resolve({ teamId: ours.teamId }) })).json()) as WorkbookFile;
    };
    const file = await ask("names");
    expect(file.tools[0]?.answers[OWNER]).toMatchObject({ value: FORMER_NAME, text: FORMER_NAME });
    expect(JSON.stringify(file)).not.toContain(member.userId);
    expect(JSON.stringify(await ask("roles"))).not.toMatch(/Mofitazuge|@\[/);
  });

  test("the history tells of owners by name, and two of them are two", async () => {
    await save(OWNER, tokenOf(member));
    await save(OWNER, tokenOf(ours.admin));
    const cookie = await signInCookie(ours.admin);
    const request = new Request(`http://localhost:3000/api/teams/${ours.teamId}/tools/12/items/${OWNER}/history`, { headers: { cookie } });
    const history = (await (await getHistory(request, { params: Promise.resolve({ teamId: ours.teamId, number: "12", itemId: OWNER }) })).json()) as {
      current: string;
      revisions: { change: unknown }[];
    };
    expect(history.current).toBe("Avery Admin");
    expect(history.revisions[0]?.change).toEqual({ kind: "value", before: "Robin member", after: "Avery Admin" });
  });
});

test("a file brings in people of the team alone; the others are left out by name, and the rest of the answers come in", async () => {
  const answers = {
    [OWNER]: { kind: "person", value: tokenOf(member) },
    "t12-sheet-1-step-2-owner": { kind: "person", value: personToken({ personId: "7d3f0a52-1111-4222-8333-944445555666" }) },
    "t12-sheet-1-step-3-owner": { kind: "person", value: "Team member" },
    [MORE]: { kind: "table", value: [{ id: "r1", cells: { action: "Lend a car", owner: "A former member" } }, { id: "r2", cells: { owner: tokenOf(ours.admin) } }] },
  };
  const file = pickAnswers({ format: "ps-cope-workbook", version: 2, tools: [{ toolkit: "ps-cope", tool: "tool-12", number: 12, version: getTool(12).version, status: "in-progress", answers }] });
  const { report, answers: plan } = planImport(file, null, await listMemberIds(context));
  expect(report.problems).toEqual([]);
  expect(plan.get(keyOf(12))).toEqual({
    [OWNER]: tokenOf(member),
    [MORE]: [{ id: "r1", cells: { action: "Lend a car" } }, { id: "r2", cells: { owner: tokenOf(ours.admin) } }],
  });
  expect(report.leftOut).toEqual([
    "Tool 12, “2: Owner on the team”: It names somebody who is not on this team.",
    "Tool 12, “3: Owner on the team”: It names somebody who is not on this team.",
    "Tool 12, “More action steps”: Row 1, “Owner on the team”: it names somebody who is not on this team.",
  ]);
});

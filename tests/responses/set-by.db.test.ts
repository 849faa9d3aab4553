import { beforeEach, expect, test } from "vitest";
import { getTool, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { getResponseView, updateAnswersAsServer } from "@/lib/responses/responses";
import { personOf } from "@/lib/domain/people/person";
import { toolItems } from "@/lib/domain/tool/items";
import { addToTeam, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";

const STATUS_TOOL = 3;
const TEXT_TOOL = 8;
const [first, second] = toolItems(getTool(STATUS_TOOL)).map(({ id }) => id) as [string, string];

let fixture: AgencyFixture;
let admin: TeamContext;
let member: TeamContext;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  admin = await teamContext(fixture.admin, fixture.teamId, "response:edit");
  member = await teamContext(await addToTeam(fixture, "member"), fixture.teamId, "response:edit");
});

test("a choice carries who set it and when", async () => {
  await updateAnswersAsServer(admin, refTo(STATUS_TOOL), { [first]: "yes" });
  await updateAnswersAsServer(member, refTo(STATUS_TOOL), { [second]: "no" });
  const { setBy } = await getResponseView(member, refTo(STATUS_TOOL));
  expect(setBy).toEqual({
    [first]: { by: personOf(admin.userId), at: expect.stringMatching(/^\d{4}-.*Z$/) as string },
    [second]: { by: personOf(member.userId), at: expect.any(String) as string },
  });
});

test("whoever changes it last counts, and a cleared choice was set by nobody", async () => {
  await updateAnswersAsServer(admin, refTo(STATUS_TOOL), { [first]: "yes", [second]: "yes" });
  await updateAnswersAsServer(member, refTo(STATUS_TOOL), { [first]: "no", [second]: null });
  expect((await getResponseView(member, refTo(STATUS_TOOL))).setBy).toEqual({ [first]: { by: personOf(member.userId), at: expect.any(String) as string } });
});

test("text answers are nobody's alone", async () => {
  const text = toolItems(getTool(TEXT_TOOL)).find(({ kind }) => kind === "text")?.id as string;
  await updateAnswersAsServer(admin, refTo(TEXT_TOOL), { [text]: "Written together." });
  expect((await getResponseView(member, refTo(TEXT_TOOL))).setBy).toEqual({});
});

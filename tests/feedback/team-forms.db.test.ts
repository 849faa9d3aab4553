import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTeam } from "@/lib/agencies/teams";
import { findRefusal } from "@/lib/platform/auth/refused-error";
import { changeForm, createForm, deleteDraft, moveForm } from "@/lib/feedback/change-forms";
import { findToolWords, listOfferedQuestions, listToolQuestions } from "@/lib/feedback/offered-questions";
import { findForm, listForms, listWaitingForms } from "@/lib/feedback/team-forms";
import { addDays } from "@/lib/domain/reminders/local-time";
import { findTeamDay } from "@/lib/meetings/team-day";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgency } from "@/lib/platform/db/with-agency";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { refTo } from "@/tests/support/tools";
import { query } from "../support/database";
import { openTestForm, readTestForm, sendTestAnswer, TEST_FORM } from "../support/team-feedback";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, joinTeam, type Person, teamContext } from "../support/people";

let fixture: AgencyFixture;
let people: Record<"lead" | "member" | "partner" | "viewer", Person>;
let teamId: string;
let lead: TeamContext;

beforeAll(async () => {
  fixture = await createAgencyFixture();
  people = { lead: await addToTeam(fixture, "lead"), member: await addToTeam(fixture, "member"), partner: await addToTeam(fixture, "partner"), viewer: await addToTeam(fixture, "viewer") };
});

beforeEach(async () => {
  ({ teamId } = await createTeam(await agencyContext(fixture.admin, fixture.agencyId, "team:create"), crypto.randomUUID()));
  for (const role of ["lead", "member", "partner", "viewer"] as const) await joinTeam({ agencyId: fixture.agencyId, teamId }, people[role], role);
  lead = await teamContext(people.lead, teamId, "feedback:make");
});

const refusal = async (work: Promise<unknown>) => findRefusal(await work.then(() => null, (error: unknown) => error));
const as = (role: keyof typeof people) => teamContext(people[role], teamId, "feedback:view");

describe("a form", () => {
  test("is a draft that only leads and members see, until a lead publishes it", async () => {
    const { formId } = await createForm(lead, TEST_FORM);
    expect(await readTestForm(lead, formId)).toMatchObject({ ...TEST_FORM, state: "draft", taken: 0, waiting: 0 });
    expect(await findForm(await as("member"), formId)).not.toBeNull();
    for (const role of ["partner", "viewer"] as const) expect(await listForms(await as(role)), role).toEqual([]);
    await moveForm(lead, formId, "publish");
    for (const role of ["partner", "viewer"] as const) expect(await findForm(await as(role), formId), role).toMatchObject({ state: "open" });
  });

  test("has an address of its own, without letters that are taken for others", async () => {
    const codes = [];
    for (let count = 0; count < 5; count += 1) codes.push((await readTestForm(lead, (await openTestForm(lead)).formId)).code);
    expect(new Set(codes).size).toBe(5);
    for (const code of codes) expect(code).toMatch(/^[2-9CDFGHJKMNPQRTVWX]{10}$/);
  });

  test("closes, opens again and is withdrawn for good; what is so already stays so", async () => {
    const { formId } = await openTestForm(lead);
    const { code } = await readTestForm(lead, formId);
    await moveForm(lead, formId, "publish");
    await moveForm(lead, formId, "close");
    await moveForm(lead, formId, "close");
    expect(await readTestForm(lead, formId)).toMatchObject({ state: "closed", code });
    await moveForm(lead, formId, "reopen");
    expect(await readTestForm(lead, formId)).toMatchObject({ state: "open", code, closed: null });
    await moveForm(lead, formId, "withdraw");
    expect(await readTestForm(lead, formId)).toMatchObject({ state: "withdrawn", code });
    for (const act of ["publish", "close", "reopen", "withdraw"] as const) expect((await refusal(moveForm(lead, formId, act)))?.message, act).toMatch(/withdrawn/);
    expect((await refusal(changeForm(lead, formId, TEST_FORM)))?.message).toMatch(/withdrawn/);
  });

  test("is closed once its last day is over, and opens again with a later one", async () => {
    const today = await findTeamDay(lead, new Date());
    const { formId } = await openTestForm(lead, { closesOn: today });
    await query(process.env.DATABASE_OWNER_URL as string, "update feedback_form set closes_on = $2 where id = $1", [formId, addDays(today, -1)]);
    expect(await readTestForm(lead, formId)).toMatchObject({ state: "closed", closed: null });
    expect((await refusal(moveForm(lead, formId, "reopen")))?.message).toMatch(/last day is over/);
    await changeForm(lead, formId, { ...TEST_FORM, closesOn: addDays(today, 1) });
    expect(await readTestForm(lead, formId)).toMatchObject({ state: "open" });
    expect((await refusal(changeForm(lead, formId, { ...TEST_FORM, closesOn: addDays(today, -1) })))?.fieldErrors).toMatchObject({ closesOn: expect.stringContaining("today") as string });
  });

  test("keeps its questions once somebody has answered; title, words and days can still change", async () => {
    const { formId } = await openTestForm(lead);
    const other = [{ ...TEST_FORM.questions[0]!, words: "Is help there on weekends?" }];
    await changeForm(lead, formId, { ...TEST_FORM, questions: other });
    expect((await readTestForm(lead, formId)).questions).toEqual(other);
    await sendTestAnswer(lead, formId, { q1: "a" });
    expect((await refusal(changeForm(lead, formId, TEST_FORM)))?.fieldErrors).toHaveProperty("questions");
    await changeForm(lead, formId, { ...TEST_FORM, questions: other, title: "Nights", quota: 5 });
    expect(await readTestForm(lead, formId)).toMatchObject({ title: "Nights", quota: 5, questions: other, taken: 1 });
  });

  test("is not for members to make or change, whatever is asked of the database", async () => {
    const { formId } = await openTestForm(lead);
    const member = await as("member");
    await expect(createForm(member, TEST_FORM)).rejects.toThrow(/row-level security|42501/);
    await withAgency(member, async (tx) => {
      expect(await tx.$executeRaw`update feedback_form set title = 'Mine' where id = ${formId}::uuid`).toBe(0);
      expect(await tx.$executeRaw`delete from feedback_form where id = ${formId}::uuid`).toBe(0);
    });
  });

  test("of another team is not found", async () => {
    const { formId } = await openTestForm(lead);
    const other = await createTeam(await agencyContext(fixture.admin, fixture.agencyId, "team:create"), crypto.randomUUID());
    const admin = await teamContext(fixture.admin, other.teamId, "feedback:make");
    expect(await findForm(admin, formId)).toBeNull();
    expect((await refusal(moveForm(admin, formId, "close")))?.message).toMatch(/could not find/);
  });

  test("that was never published can be deleted, one that was can't", async () => {
    const draft = await createForm(lead, TEST_FORM);
    await deleteDraft(lead, draft.formId);
    expect(await findForm(lead, draft.formId)).toBeNull();
    const { formId } = await openTestForm(lead);
    expect((await refusal(deleteDraft(lead, formId)))?.message).toMatch(/published/);
  });
});

describe("what waits", () => {
  test("is told to who may look at answers, and to nobody else", async () => {
    const { formId } = await openTestForm(lead);
    await sendTestAnswer(lead, formId, { q1: "a" });
    await sendTestAnswer(lead, formId, { q2: "Weekends" }, ["no-script"]);
    for (const role of ["lead", "member"] as const) expect(await listWaitingForms(await as(role)), role).toEqual([{ formId, title: TEST_FORM.title, waiting: 2, held: 1 }]);
    for (const role of ["partner", "viewer"] as const) {
      expect(await listWaitingForms(await as(role)), role).toEqual([]);
      expect(await findForm(await as(role), formId), role).toMatchObject({ waiting: 0, held: 0, counted: 0 });
    }
  });
});

describe("questions of tools", () => {
  test("come with the tool's words, looked up again whatever a page sent", async () => {
    const [offered] = listOfferedQuestions(lead).flatMap(({ questions }) => questions);
    const { formId } = await createForm(lead, { ...TEST_FORM, questions: [{ id: "q1", ...offered!, source: { ...offered!.source, words: "Not what is printed" } }] });
    expect((await readTestForm(lead, formId)).questions[0]?.source).toEqual(offered!.source);
    const unknown = { ...offered!.source, itemId: "t8-none" };
    expect((await refusal(createForm(lead, { ...TEST_FORM, questions: [{ id: "q1", ...offered!, source: unknown }] })))?.fieldErrors).toHaveProperty("questions");
  });

  test("are of tools that are open to the person alone", async () => {
    const partner = await teamContext(people.partner, teamId, "feedback:view");
    const closed = { ...partner, toolKeys: [toolKey(refTo(3))] };
    expect(listToolQuestions(closed, refTo(8))).toEqual([]);
    expect(findToolWords(closed, { ...refTo(8), itemId: "t8-s4-2" })).toBeNull();
    expect(listToolQuestions(closed, refTo(3)).length).toBeGreaterThan(0);
  });
});

import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTeam } from "@/lib/agencies/teams";
import type { OutcomeWords } from "@/lib/domain/feedback/outcome";
import { addOutcome, changeOutcome, deleteOutcome, moveOutcome, type NewOutcome, setOutcomePublished } from "@/lib/feedback/change-outcomes";
import { setAnswerCounted } from "@/lib/feedback/look-at-answers";
import { listOutcomes } from "@/lib/feedback/team-outcomes";
import { addAction } from "@/lib/plan/change-plan";
import type { TeamContext } from "@/lib/platform/auth/context";
import { findRefusal } from "@/lib/platform/auth/refused-error";
import { openTestForm, sendTestAnswer } from "../support/team-feedback";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, joinTeam, type Person, teamContext } from "../support/people";

const WORDS: OutcomeWords = { said: "I did not know who to call.", did: "Every crew leaves a card.", standing: "done", standingWords: "Done in July", answerIds: [] };
const ENTRY: NewOutcome = { ...WORDS, actionId: null };

let fixture: AgencyFixture;
let people: Record<"lead" | "member" | "viewer", Person>;
let lead: TeamContext;
let member: TeamContext;
let formId: string;

beforeAll(async () => {
  fixture = await createAgencyFixture();
  people = { lead: await addToTeam(fixture, "lead"), member: await addToTeam(fixture, "member"), viewer: await addToTeam(fixture, "viewer") };
});

beforeEach(async () => {
  const { teamId } = await createTeam(await agencyContext(fixture.admin, fixture.agencyId, "team:create"), crypto.randomUUID());
  for (const role of ["lead", "member", "viewer"] as const) await joinTeam({ agencyId: fixture.agencyId, teamId }, people[role], role);
  lead = await teamContext(people.lead, teamId, "feedback:make");
  member = await teamContext(people.member, teamId, "feedback:look");
  ({ formId } = await openTestForm(lead));
});

const refusal = async (work: Promise<unknown>) => findRefusal(await work.then(() => null, (error: unknown) => error));
const said = async (context = member) => (await listOutcomes(context, formId)).map((outcome) => outcome.said);
const add = async (words: string) => (await addOutcome(member, formId, { ...ENTRY, said: words })).outcomeId;

describe("“You said, we did”", () => {
  test("is for who reads the team only once a lead published it, and no more when it is taken back", async () => {
    const viewer = await teamContext(people.viewer, lead.teamId, "feedback:view");
    const outcomeId = await add("Nobody comes on weekends.");
    expect([await said(), await said(viewer)]).toEqual([["Nobody comes on weekends."], []]);
    await setOutcomePublished(lead, { formId, outcomeId }, true);
    expect(await listOutcomes(viewer, formId)).toMatchObject([{ said: "Nobody comes on weekends.", did: WORDS.did, standing: "done", standingWords: "Done in July", isPublished: true }]);
    await setOutcomePublished(lead, { formId, outcomeId }, false);
    expect(await said(viewer)).toEqual([]);
  });

  test("keeps the order that the team gives it", async () => {
    const [, second = "", third = ""] = [await add("First"), await add("Second"), await add("Third")];
    await moveOutcome(member, { formId, outcomeId: third }, "up");
    expect(await said()).toEqual(["First", "Third", "Second"]);
    await moveOutcome(member, { formId, outcomeId: second }, "down");
    expect(await said()).toEqual(["First", "Third", "Second"]);
    await add("Fourth");
    expect(await said()).toEqual(["First", "Third", "Second", "Fourth"]);
  });

  test("once published is changed by leads alone, and deleted by nobody", async () => {
    const outcomeId = await add("Nights");
    await changeOutcome(member, { formId, outcomeId }, { ...ENTRY, said: "Nights and weekends" });
    await setOutcomePublished(lead, { formId, outcomeId }, true);
    expect((await refusal(changeOutcome(member, { formId, outcomeId }, ENTRY)))?.message).toMatch(/lead/);
    await changeOutcome(lead, { formId, outcomeId }, { ...ENTRY, said: "Weekends" });
    expect(await said()).toEqual(["Weekends"]);
    expect((await refusal(deleteOutcome(lead, { formId, outcomeId })))?.message).toMatch(/public/);
    await setOutcomePublished(lead, { formId, outcomeId }, false);
    await deleteOutcome(member, { formId, outcomeId });
    expect(await said()).toEqual([]);
  });

  test("is tied to answers of its own form that count, and to no others", async () => {
    const [counted, waiting] = [await sendTestAnswer(lead, formId, { q2: "Weekends" }), await sendTestAnswer(lead, formId, { q2: "Nights" })];
    const other = await openTestForm(lead);
    const foreign = await sendTestAnswer(lead, other.formId, { q2: "Days" });
    await setAnswerCounted(member, { formId, answerId: counted }, true);
    await setAnswerCounted(member, { formId: other.formId, answerId: foreign }, true);
    const { outcomeId } = await addOutcome(member, formId, { ...ENTRY, answerIds: [counted, waiting, foreign, crypto.randomUUID()] });
    expect((await listOutcomes(member, formId))[0]?.answerIds).toEqual([counted]);
    await changeOutcome(member, { formId, outcomeId }, ENTRY);
    expect((await listOutcomes(member, formId))[0]?.answerIds).toEqual([]);
  });

  test("is about an action of the plan, or about none", async () => {
    expect((await refusal(addOutcome(member, formId, { ...ENTRY, actionId: "t12-sheet-1-more/none" })))?.fieldErrors).toHaveProperty("actionId");
    const { actionId } = await addAction(lead, { key: crypto.randomUUID(), section: "t12-sheet-1", what: "Hire two peers", lead: "", owner: null, dueOn: null });
    await addOutcome(member, formId, { ...ENTRY, actionId });
    expect((await listOutcomes(member, formId))[0]?.actionId).toBe(actionId);
  });

  test("of a form that is gone is not found", async () => {
    const outcomeId = await add("Nights");
    const elsewhere = { formId: (await openTestForm(lead)).formId, outcomeId };
    const acts = [() => changeOutcome(lead, elsewhere, ENTRY), () => setOutcomePublished(lead, elsewhere, true), () => moveOutcome(lead, elsewhere, "up"), () => deleteOutcome(lead, elsewhere)];
    for (const act of acts) expect((await refusal(act()))?.message).toMatch(/could not find/);
  });
});

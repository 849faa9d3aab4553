import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTeam } from "@/lib/agencies/teams";
import type { TableRow } from "@/lib/domain/answer/answers";
import { TAKEN_OUT } from "@/lib/domain/feedback/answer";
import { emptyAnswer, setAnswerCounted, takeWordsOut } from "@/lib/feedback/look-at-answers";
import { listItemHistory } from "@/lib/history/history";
import { bringIntoTool, listQuoteTargets } from "@/lib/feedback/quotes";
import { countByQuestion, findAnswer, listAnswers } from "@/lib/feedback/looked-answers";
import type { TeamContext } from "@/lib/platform/auth/context";
import { findRefusal } from "@/lib/platform/auth/refused-error";
import { completeTool } from "@/lib/responses/tool-status";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { refTo } from "@/tests/support/tools";
import { query } from "../support/database";
import { openTestForm, readTestForm, sendTestAnswer } from "../support/team-feedback";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, joinTeam, type Person, teamContext } from "../support/people";

let fixture: AgencyFixture;
let people: Record<"lead" | "member" | "partner" | "viewer", Person>;
let lead: TeamContext;
let member: TeamContext;
let formId: string;

beforeAll(async () => {
  fixture = await createAgencyFixture();
  people = { lead: await addToTeam(fixture, "lead"), member: await addToTeam(fixture, "member"), partner: await addToTeam(fixture, "partner"), viewer: await addToTeam(fixture, "viewer") };
});

beforeEach(async () => {
  const { teamId } = await createTeam(await agencyContext(fixture.admin, fixture.agencyId, "team:create"), crypto.randomUUID());
  for (const role of ["lead", "member", "partner", "viewer"] as const) await joinTeam({ agencyId: fixture.agencyId, teamId }, people[role], role);
  lead = await teamContext(people.lead, teamId, "feedback:make");
  member = await teamContext(people.member, teamId, "feedback:look");
  ({ formId } = await openTestForm(lead));
});

const refusal = async (work: Promise<unknown>) => findRefusal(await work.then(() => null, (error: unknown) => error));
const read = async (answerId: string) => findAnswer(member, await readTestForm(member, formId), answerId);

describe("an answer", () => {
  test("counts only once somebody has looked at it, and can be set aside again", async () => {
    const answerId = await sendTestAnswer(lead, formId, { q1: "a", q2: "Nights" });
    const key = { formId, answerId };
    const counts = async () => countByQuestion(await readTestForm(member, formId), await listAnswers(member, await readTestForm(member, formId), ["new", "held", "counted", "set-aside"])).map(({ answered }) => answered);
    expect(await counts()).toEqual([0, 0]);
    await setAnswerCounted(member, key, true);
    expect(await counts()).toEqual([1, 1]);
    expect(await read(answerId)).toMatchObject({ state: "counted", answers: { q1: "a", q2: "Nights" } });
    await setAnswerCounted(member, key, false);
    expect(await counts()).toEqual([0, 0]);
    expect(await read(answerId)).toMatchObject({ state: "set-aside" });
  });

  test("that is held says why, also once it counts", async () => {
    const answerId = await sendTestAnswer(lead, formId, { q2: "See this" }, ["many-links", "too-quick"]);
    expect(await read(answerId)).toMatchObject({ state: "held", heldFor: ["too-quick", "many-links"] });
    await setAnswerCounted(member, { formId, answerId }, true);
    expect(await read(answerId)).toMatchObject({ state: "counted", heldFor: ["too-quick", "many-links"] });
  });

  test("loses the words that are taken out wherever they stand, and never gets others", async () => {
    const answerId = await sendTestAnswer(lead, formId, { q1: "b", q2: "Officer Lee came. Lee was kind." });
    await takeWordsOut(member, { formId, answerId }, { questionId: "q2", passage: "Lee" });
    expect((await read(answerId))?.answers).toEqual({ q1: "b", q2: `Officer ${TAKEN_OUT} came. ${TAKEN_OUT} was kind.` });
    expect((await refusal(takeWordsOut(member, { formId, answerId }, { questionId: "q2", passage: "unkind" })))?.fieldErrors).toHaveProperty("passage");
    expect((await refusal(takeWordsOut(member, { formId, answerId }, { questionId: "q2", passage: "  " })))?.fieldErrors).toHaveProperty("passage");
    const rows = await query<{ answers: string }>(process.env.DATABASE_OWNER_URL as string, "select answers::text from feedback_answer where id = $1", [answerId]);
    expect(rows[0]?.answers).not.toContain("Lee");
  });

  test("that is emptied is empty for good: nothing of it is left, and nothing can be done with it", async () => {
    const answerId = await sendTestAnswer(lead, formId, { q2: "My neighbor Kim" });
    await emptyAnswer(member, { formId, answerId });
    await emptyAnswer(member, { formId, answerId });
    expect(await read(answerId)).toMatchObject({ state: "removed", answers: {} });
    expect((await refusal(setAnswerCounted(member, { formId, answerId }, true)))?.message).toMatch(/emptied/);
    const rows = await query<{ kept: string }>(process.env.DATABASE_OWNER_URL as string, "select row_to_json(a)::text as kept from feedback_answer a where id = $1", [answerId]);
    expect(rows[0]?.kept).not.toContain("Kim");
  });

  test("is read by leads and members alone", async () => {
    const answerId = await sendTestAnswer(lead, formId, { q2: "Weekends" });
    await setAnswerCounted(member, { formId, answerId }, true);
    for (const role of ["partner", "viewer"] as const) {
      const context = await teamContext(people[role], lead.teamId, "feedback:view");
      expect(await listAnswers(context, await readTestForm(context, formId), ["new", "held", "counted", "set-aside", "removed"]), role).toEqual([]);
    }
  });

  test("is listed by its day and then by chance, not in the order in which it came", async () => {
    const ids: string[] = [];
    for (let count = 0; count < 6; count += 1) ids.push(await sendTestAnswer(lead, formId, { q1: "a" }));
    const listed = (await listAnswers(member, await readTestForm(member, formId), ["new"])).map(({ id }) => id);
    expect(listed).toEqual([...ids].sort());
  });
});

const RESOURCES = "t8-s4-2";
const tool8 = refTo(8);
const textPlace = { ...tool8, itemId: RESOURCES, columnId: null, rowId: null };
const answerOf = async (itemId: string, number: 6 | 8 = 8) => (await getTeamAnswers(member, [refTo(number)])).answers[itemId];

describe("words brought into a tool", () => {
  const counted = async () => {
    const answerId = await sendTestAnswer(lead, formId, { q1: "b", q2: "Nobody comes on weekends." });
    await setAnswerCounted(member, { formId, answerId }, true);
    return answerId;
  };

  test("stand after what stands there, with their source, in the name of whoever brought them", async () => {
    const answerId = await counted();
    await updateAnswersAsServer(lead, tool8, { [RESOURCES]: "A second van." });
    await bringIntoTool(member, { formId, answerId }, { questionId: "q2", words: "Nobody comes on weekends.", place: textPlace });
    expect(await answerOf(RESOURCES)).toBe("A second van.\n\nFrom community answers, Nov 2026: “Nobody comes on weekends.”");
    expect((await listItemHistory(member, tool8, RESOURCES))?.revisions[0]).toMatchObject({ by: { personId: people.member.userId } });
    expect((await read(answerId))?.quotes).toMatchObject([{ itemId: RESOURCES, tool: tool8, words: "Nobody comes on weekends." }]);
  });

  test("go into a new row of a table, or after what stands in a row's cell", async () => {
    const answerId = await counted();
    const place = { ...refTo(6), itemId: "t6-partners", columnId: "strategies" };
    await bringIntoTool(member, { formId, answerId }, { questionId: "q2", words: "Weekends", place: { ...place, rowId: null } });
    const [row] = (await answerOf("t6-partners", 6)) as readonly TableRow[];
    expect(row?.cells).toEqual({ strategies: "From community answers, Nov 2026: “Weekends”" });
    await bringIntoTool(member, { formId, answerId }, { questionId: "q2", words: "Nights", place: { ...place, rowId: row?.id ?? "" } });
    const [after] = (await answerOf("t6-partners", 6)) as readonly TableRow[];
    expect(after?.cells.strategies).toBe("From community answers, Nov 2026: “Weekends”\n\nFrom community answers, Nov 2026: “Nights”");
    expect((await refusal(bringIntoTool(member, { formId, answerId }, { questionId: "q2", words: "Days", place: { ...place, rowId: "gone" } })))?.fieldErrors).toHaveProperty("row");
    expect((await read(answerId))?.quotes).toHaveLength(2);
  });

  test("lose nothing that somebody else wrote at the same moment", async () => {
    const answerId = await counted();
    await updateAnswersAsServer(lead, tool8, { [RESOURCES]: "Start." });
    await Promise.all([1, 2, 3, 4].map((number) => bringIntoTool(member, { formId, answerId }, { questionId: "q2", words: `Words ${number}`, place: textPlace })));
    const words = (await answerOf(RESOURCES)) as string;
    for (const part of ["Start.", "Words 1", "Words 2", "Words 3", "Words 4"]) expect(words).toContain(part);
  });

  test("come from answers that count alone, go into what takes words alone, and not into a tool that is complete", async () => {
    const waiting = await sendTestAnswer(lead, formId, { q2: "Wait" });
    const bring = (answerId: string, place: Parameters<typeof bringIntoTool>[2]["place"]) => refusal(bringIntoTool(member, { formId, answerId }, { questionId: "q2", words: "Words", place }));
    expect((await bring(waiting, textPlace))?.message).toMatch(/count/);
    const answerId = await counted();
    expect((await bring(answerId, { ...textPlace, itemId: "t8-none" }))?.fieldErrors).toHaveProperty("item");
    expect((await bring(answerId, { ...refTo(3), itemId: "t3-1", columnId: null, rowId: null }))?.fieldErrors).toHaveProperty("item");
    await completeTool(lead, tool8);
    expect((await bring(answerId, textPlace))?.message).toMatch(/complete/);
    expect((await read(answerId))?.quotes).toEqual([]);
  });

  test("are forgotten with their answer when that is emptied; the tool keeps its words", async () => {
    const answerId = await counted();
    await bringIntoTool(member, { formId, answerId }, { questionId: "q2", words: "Weekends", place: textPlace });
    await emptyAnswer(member, { formId, answerId });
    expect(await read(answerId)).toMatchObject({ state: "removed", quotes: [] });
    expect(await answerOf(RESOURCES)).toContain("Weekends");
  });

  test("are offered every text and table of a tool, with the rows that are there", async () => {
    await updateAnswersAsServer(lead, refTo(6), { "t6-partners": [{ id: "r1", cells: { partner: "Recovery house" } }] });
    const targets = await listQuoteTargets(member, refTo(6));
    expect(targets).toMatchObject([{ kind: "table", itemId: "t6-partners", rows: [{ id: "r1", label: "1. Recovery house" }] }]);
    expect((await listQuoteTargets(member, tool8)).some(({ kind, itemId }) => kind === "text" && itemId === RESOURCES)).toBe(true);
  });
});

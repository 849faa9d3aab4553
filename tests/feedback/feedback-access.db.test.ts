import { randomUUID } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { nobodyAt } from "@/lib/feedback/find-form";
import { keyOfCode } from "@/lib/feedback/answer-code";
import { closeConnections, connections } from "@/lib/platform/db/client";
import { type Actor, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { query } from "../support/database";
import { CHOICE, codeIn, createTestForm, pageFields, post, setForm, type TestForm, WORDS } from "../support/feedback";
import { addToTeam, type AgencyFixture, createAgencyFixture } from "../support/people";

// Straight to the database, as the running role: what row level security itself lets through.

const OWNER = process.env.DATABASE_OWNER_URL as string;
const POLICY = "violates row-level security policy";
const DENIED = "permission denied";

let fixture: AgencyFixture;
let form: TestForm;
let codes: string[];
beforeEach(async () => {
  fixture = await createAgencyFixture();
  form = await createTestForm(fixture);
  codes = [];
  for (const words of ["One.", "Two."]) codes.push(codeIn((await post(form.code, { ...(await pageFields(form)), [CHOICE.id]: "a", [WORDS.id]: words })).text));
});
afterAll(closeConnections);

const run = (as: Actor, sql: string, values: unknown[] = [], key: string | null = null) =>
  withAgencyConnection(as, async (client: pg.PoolClient) => {
    if (key !== null) await client.query("select set_config('app.feedback_key', $1, true)", [key]);
    return client.query(sql, values);
  });
const count = async (as: Actor, table: string, key: string | null = null) => Number((await run(as, `select count(*) from ${table}`, [], key)).rows[0]?.count);
const actor = (person: { readonly userId: string }, at: Pick<AgencyFixture, "agencyId"> = fixture): Actor => ({ agencyId: at.agencyId, userId: person.userId });

describe("an answer is read", () => {
  test("by nobody without an account, but for the one whose code they have", async () => {
    const nobody = nobodyAt(form);
    expect(await count(nobody, "feedback_answer")).toBe(0);
    expect(await count(nobody, "feedback_answer", "")).toBe(0);
    expect(await count(nobody, "feedback_answer", codes[0])).toBe(0);
    const { rows } = await run(nobody, "select answers from feedback_answer", [], keyOfCode(form.formId, codes[0] as string));
    expect(rows).toEqual([{ answers: { [CHOICE.id]: "a", [WORDS.id]: "One." } }]);
  });

  test("by leads, members and admins of its team, and by no partner, viewer, other team or other agency", async () => {
    for (const role of ["lead", "member"] as const) expect(await count(actor(await addToTeam(fixture, role)), "feedback_answer")).toBe(2);
    expect(await count(actor(fixture.admin), "feedback_answer")).toBe(2);
    for (const role of ["partner", "viewer"] as const) expect(await count(actor(await addToTeam(fixture, role)), "feedback_answer")).toBe(0);
    const teamId = randomUUID();
    await query(OWNER, "insert into team (agency_id, id, name) values ($1, $2, 'Another team')", [fixture.agencyId, teamId]);
    expect(await count(actor(await addToTeam({ ...fixture, teamId }, "lead")), "feedback_answer")).toBe(0);
    const other = await createAgencyFixture("Hillcrest Fire District");
    for (const table of ["feedback_answer", "feedback_form", "feedback_day", "feedback_sender", "feedback_words", "feedback_used", "feedback_outcome", "feedback_quote"]) expect([table, await count(actor(other.admin, other), table)]).toEqual([table, 0]);
  });

  test("with its quotes and links alike: whoever may not read it does not see what was made of it", async () => {
    const lead = actor(await addToTeam(fixture, "lead"));
    const outcomeId = randomUUID();
    await run(lead, "insert into feedback_outcome (agency_id, team_id, form_id, id, said, did, standing, position, created_by) values ($1, $2, $3, $4, 'Said.', 'Did.', 'done', 1, $5)", [form.agencyId, form.teamId, form.formId, outcomeId, lead.userId]);
    await run(lead, "insert into feedback_outcome_answer select agency_id, team_id, form_id, $1::uuid, id from feedback_answer", [outcomeId]);
    await run(lead, "insert into feedback_quote (agency_id, team_id, form_id, answer_id, id, question_id, toolkit_id, tool_id, item_id, words, brought_by) select agency_id, team_id, form_id, id, gen_random_uuid(), 'q', 'ps-cope', 'tool-6', 't6', 'words', $1 from feedback_answer", [lead.userId]);
    const partner = actor(await addToTeam(fixture, "partner"));
    expect([await count(lead, "feedback_outcome_answer"), await count(lead, "feedback_quote")]).toEqual([2, 2]);
    expect([await count(partner, "feedback_outcome_answer"), await count(partner, "feedback_quote")]).toEqual([0, 0]);
    const key = keyOfCode(form.formId, codes[1] as string);
    expect([await count(nobodyAt(form), "feedback_outcome_answer", key), await count(nobodyAt(form), "feedback_quote", key), await count(nobodyAt(form), "feedback_outcome", key)]).toEqual([1, 1, 0]);
  });

  test("before its agency is known only as far as a form's code leads", async () => {
    const ask = (sql: string) => connections().authPool.query(sql);
    expect((await ask(`select agency_id, team_id, id, code from feedback_form where code = '${form.code}'`)).rowCount).toBe(1);
    for (const sql of ["select title from feedback_form", "select from feedback_answer", "select salt from feedback_day", "select from feedback_sender", "select from feedback_words", "select key from feedback_used", "delete from feedback_day"]) await expect(ask(sql)).rejects.toThrow(DENIED);
  });
});

describe("without an account", () => {
  test("nothing is changed, taken away or written in the team's name", async () => {
    const nobody = nobodyAt(form);
    const key = keyOfCode(form.formId, codes[0] as string);
    expect((await run(nobody, "update feedback_answer set state = 'counted'", [], key)).rowCount).toBe(0);
    expect((await run(nobody, "update feedback_form set title = 'Mine'")).rowCount).toBe(0);
    expect((await run(nobody, "delete from feedback_form")).rowCount).toBe(0);
    await expect(run(nobody, "delete from feedback_answer", [], key)).rejects.toThrow(DENIED);
    await expect(run(nobody, "update feedback_form set taken = 0")).rejects.toThrow(DENIED);
    await expect(run(nobody, "update feedback_day set taken = 0")).rejects.toThrow(DENIED);
    await expect(run(nobody, "insert into feedback_outcome (agency_id, team_id, form_id, id, said, did, standing, position, created_by) values ($1, $2, $3, gen_random_uuid(), 'x', 'x', 'done', 1, $3)", [form.agencyId, form.teamId, form.formId])).rejects.toThrow(POLICY);
    await expect(run(nobody, "insert into feedback_form (agency_id, team_id, id, code, title, questions, created_by) values ($1, $2, gen_random_uuid(), 'ABCDEFGHJK', 'x', '[]', $3)", [form.agencyId, form.teamId, form.formId])).rejects.toThrow(POLICY);
  });

  const insert = (state: string, id: string, key: string) =>
    run(nobodyAt(form), "insert into feedback_answer (agency_id, team_id, form_id, id, answered_on, answers, state, held_for, code_hash) values ($1, $2, $3, $4, current_date, '{}', $5, 'trap', sha256(convert_to($6, 'UTF8')))", [form.agencyId, form.teamId, form.formId, id, state, key], "own key");

  test("an answer comes with its own code, to be looked at, and with an id that tells no time", async () => {
    await expect(insert("new", randomUUID(), "another key")).rejects.toThrow(POLICY);
    await expect(insert("counted", randomUUID(), "own key")).rejects.toThrow(POLICY);
    await expect(insert("new", "01890a5d-ac96-774b-bcce-b302099a8057", "own key")).rejects.toThrow("feedback_answer_id");
    await insert("new", randomUUID(), "own key");
  });

  test.each([
    ["a draft", "published_at = null", "not open"],
    ["closed", "closed_at = now(), closed_by = created_by", "not open"],
    ["withdrawn", "withdrawn_at = now(), withdrawn_by = created_by", "not open"],
    ["over", "closes_on = (now() - interval '3 days')::date", "not open"],
    ["full", "quota = 2", "all its answers"],
    ["full for this hour", "hourly = 2", "of this hour"],
  ])("the database itself takes no answer for a form that is %s", async (_what, set, words) => {
    await setForm(form, set);
    await expect(insert("new", randomUUID(), "own key")).rejects.toThrow(words);
  });
});

describe("a form", () => {
  test("is made, changed, and deleted as a draft by leads and admins alone", async () => {
    const make = (as: Actor, createdBy = as.userId) => run(as, "insert into feedback_form (agency_id, team_id, id, code, title, questions, created_by) values ($1, $2, $3, $4, 'New', '[]', $5) returning id", [form.agencyId, form.teamId, randomUUID(), randomUUID().replaceAll("-", "").toUpperCase().slice(0, 12), createdBy]);
    const lead = actor(await addToTeam(fixture, "lead"));
    expect((await make(lead)).rowCount).toBe(1);
    expect((await make(actor(fixture.admin))).rowCount).toBe(1);
    await expect(make(lead, randomUUID())).rejects.toThrow(POLICY);
    for (const role of ["member", "partner", "viewer"] as const) {
      const other = actor(await addToTeam(fixture, role));
      await expect(make(other)).rejects.toThrow(POLICY);
      expect((await run(other, "update feedback_form set title = 'Mine'")).rowCount).toBe(0);
      expect((await run(other, "delete from feedback_form")).rowCount).toBe(0);
    }
    expect((await run(lead, "delete from feedback_form")).rowCount).toBe(2);
    expect((await run(lead, "select from feedback_form")).rowCount).toBe(1);
  });

  test("asks the same from its first answer on, and is withdrawn for good", async () => {
    const lead = actor(await addToTeam(fixture, "lead"));
    await expect(run(lead, "update feedback_form set questions = jsonb_set(questions, '{0,words}', '\"Other words?\"')")).rejects.toThrow("has answers");
    await expect(run(lead, "update feedback_form set published_at = null")).rejects.toThrow("has answers");
    await run(lead, "update feedback_form set title = 'Another title', closes_on = '2027-01-31'");
    await run(lead, "update feedback_form set withdrawn_at = now(), withdrawn_by = created_by");
    await expect(run(lead, "update feedback_form set withdrawn_at = null, withdrawn_by = null")).rejects.toThrow("was withdrawn");
    await expect(run(lead, "update feedback_form set code = 'ABCDEFGHJK'")).rejects.toThrow(DENIED);
  });

  test("an answer that was removed is empty, and stays so", async () => {
    const member = actor(await addToTeam(fixture, "member"));
    await expect(run(member, "update feedback_answer set state = 'removed'")).rejects.toThrow("feedback_answer_state");
    expect((await run(member, "update feedback_answer set state = 'removed', answers = '{}', looked_at = now(), looked_by = $1", [member.userId])).rowCount).toBe(2);
    await expect(run(member, "update feedback_answer set state = 'counted'")).rejects.toThrow("was removed");
    await expect(run(member, "update feedback_answer set answered_on = current_date")).rejects.toThrow(DENIED);
  });
});

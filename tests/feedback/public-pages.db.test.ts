import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { closeConnections } from "@/lib/platform/db/client";
import { RATES } from "@/lib/platform/rates/rates";
import { query } from "../support/database";
import { CHOICE, codeIn, createTestForm, look, newAddress, openForm, pageFields, post, setForm, storedAnswers, type TestForm, WORDS } from "../support/feedback";
import { type AgencyFixture, createAgencyFixture } from "../support/people";

const OWNER = process.env.DATABASE_OWNER_URL as string;
const MOST_BYTES = 20 * 1024;

let fixture: AgencyFixture;
let form: TestForm;
beforeEach(async () => {
  fixture = await createAgencyFixture();
  form = await createTestForm(fixture);
});
afterAll(closeConnections);

async function publishOutcome({ agencyId, teamId, formId }: TestForm, { said = "Nobody comes on weekends.", isPublished = true } = {}): Promise<string> {
  const id = randomUUID();
  await query(
    OWNER,
    `insert into feedback_outcome (agency_id, team_id, form_id, id, said, did, standing, standing_words, position, published_at, created_by)
     values ($1, $2, $3, $4, $5, 'Two people will be hired.', 'late', 'Late. It should have been September.', 1, $6, $7)`,
    [agencyId, teamId, formId, id, said, isPublished ? new Date() : null, fixture.admin.userId],
  );
  return id;
}

async function answerOnce(words = "Nobody comes."): Promise<{ readonly id: string; readonly code: string }> {
  const page = await pageFields(form);
  const sent = await post(form.code, { ...page, [CHOICE.id]: "a", [WORDS.id]: words });
  return { id: page.key.split(".")[0] ?? "", code: codeIn(sent.text) };
}

describe("a form's address", () => {
  test("shows the questions, the promises and where to find help, in one small page that sets no cookie and asks nothing of anybody else", async () => {
    const { status, text, headers } = await openForm(form.code);
    expect(status).toBe(200);
    for (const words of [CHOICE.words, WORDS.words, "We do not ask who you are.", "No name, no account, no tracking. We do not keep the address of your phone.", "We delete it if you do.", 'href="tel:911"', 'href="tel:988"', "Riverbend Police Department"]) expect(text).toContain(words);
    expect(Buffer.byteLength(text)).toBeLessThan(MOST_BYTES);
    expect(headers.getSetCookie()).toEqual([]);
    expect(Object.fromEntries(["referrer-policy", "cache-control", "x-robots-tag", "x-frame-options"].map((name) => [name, headers.get(name)]))).toEqual({
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "x-robots-tag": "noindex, nofollow",
      "x-frame-options": "DENY",
    });
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; script-src 'self'; worker-src 'self'; img-src 'self'; form-action 'self'/);
    // Everything that the page names is ours.
    for (const [, address = ""] of text.matchAll(/(?:src|href|action)="([^"]*)"/g)) expect(address).toMatch(/^(?:\/|#|tel:)/);
    expect(text).toContain('<html lang="en">');
    expect(text).not.toMatch(/style="|onclick=|localStorage|serviceWorker/);
  });

  test("stays small with twelve questions of the greatest length and thirty entries of what was done", async () => {
    const big = await createTestForm(fixture, { questions: Array.from({ length: 12 }, (_, index) => ({ ...WORDS, id: `q${index}`, words: `Question ${index} ${"word ".repeat(20)}` })) });
    for (let entry = 0; entry < 15; entry += 1) await publishOutcome(big);
    expect(Buffer.byteLength((await openForm(big.code)).text)).toBeLessThan(MOST_BYTES);
  });

  test("writes whatever a team wrote as text", async () => {
    const evil = `"><script>alert(1)</script>`;
    await setForm(form, "title = $2, intro = $2", [evil]);
    await publishOutcome(form, { said: evil });
    const { text } = await openForm(form.code);
    expect(text).not.toContain("<script>alert");
    expect(text.match(/&lt;script&gt;alert/g)?.length).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ["a draft", async () => setForm(form, "published_at = null")],
    ["a code that was never given", async () => setForm(form, "code = 'ZZZZZZZZZZ'")],
  ])("of %s is no form, like one that never was", async (_what, change) => {
    await change();
    const { status, text } = await openForm(form.code);
    expect([status, text]).toEqual([404, (await openForm("K7Q4MD29XW")).text]);
    expect(text).not.toContain("Help after an overdose");
    const page = await pageFields(form);
    expect((await post(form.code, { ...page, [CHOICE.id]: "a" })).status).toBe(404);
    expect((await look(form.code, "RIVER 47 OAK")).status).toBe(404);
  });

  test.each(["", "%00", "../../etc", "\u202E", "x".repeat(5_000), "__proto__"])("with something else in it is no form: %j", async (code) => {
    expect((await openForm(code)).status).toBe(404);
  });

  test("of a closed form says what it was, when it closed and what became of it; it takes a code and no answer", async () => {
    await setForm(form, "closed_at = '2026-11-30T17:00:00Z', closed_by = created_by");
    await publishOutcome(form);
    const { status, text } = await openForm(form.code);
    expect(status).toBe(200);
    for (const words of ["Help after an overdose", "This form is closed", "November 30", "You said, we did", "Nobody comes on weekends.", "Have a code?"]) expect(text).toContain(words);
    expect(text).not.toContain(">Send<");
  });

  test("of a form whose last day is over is closed by itself, at the day's end where the agency is", async () => {
    await setForm(form, "closes_on = (now() - interval '3 days')::date");
    expect((await openForm(form.code)).text).toContain("This form is closed");
    await setForm(form, "closes_on = (now() + interval '2 days')::date");
    expect((await openForm(form.code)).text).toContain("This form closes");
  });

  test("of a withdrawn form says so, shows none of it any more, and takes no answer", async () => {
    const page = await pageFields(form);
    await publishOutcome(form);
    await setForm(form, "withdrawn_at = now(), withdrawn_by = created_by");
    for (const { status, text } of [await openForm(form.code), await post(form.code, { ...page, [CHOICE.id]: "a" })]) {
      expect(status).toBe(410);
      expect(text).toContain("This form was taken back");
      expect(text).not.toContain("You said, we did");
    }
    expect(await storedAnswers(form)).toEqual([]);
  });

  test("shows what is published of what was done, and nothing else", async () => {
    await publishOutcome(form, { said: "We need a place at night." });
    await publishOutcome(form, { said: "Still being written.", isPublished: false });
    const { text } = await openForm(form.code);
    expect(text).toContain("We need a place at night.");
    expect(text).toContain("Late. It should have been September.");
    expect(text).not.toContain("Still being written.");
  });
});

describe("a code", () => {
  test("shows what became of the answer as it goes on, and nothing of what was written", async () => {
    const { id, code } = await answerOnce("Only I know this.");
    const seen = async () => {
      const { status, text } = await look(form.code, code.toLowerCase());
      expect([status, text.includes("Only I know this.")]).toEqual([200, false]);
      return text;
    };
    expect(await seen()).toContain("Nobody from the team has read it yet");
    await query(OWNER, "update feedback_answer set state = 'counted', looked_at = now(), looked_by = $2 where id = $1", [id, fixture.admin.userId]);
    expect(await seen()).toContain("It counts.");
    const outcomeId = await publishOutcome(form);
    await query(OWNER, "insert into feedback_outcome_answer (agency_id, team_id, form_id, outcome_id, answer_id) select agency_id, team_id, form_id, $2, id from feedback_answer where id = $1", [id, outcomeId]);
    expect(await seen()).toContain("What your answer led to");
    await query(OWNER, "insert into feedback_quote (agency_id, team_id, form_id, answer_id, id, question_id, toolkit_id, tool_id, item_id, words, brought_by) select agency_id, team_id, form_id, id, $2, 'q', 'ps-cope', 'tool-6', 't6', 'words', $3 from feedback_answer where id = $1", [id, randomUUID(), fixture.admin.userId]);
    expect(await seen()).toContain("Words of it are part of the team’s work");
    await query(OWNER, "update feedback_answer set state = 'set-aside' where id = $1", [id]);
    expect(await seen()).toContain("set it aside");
    await query(OWNER, "update feedback_answer set state = 'removed', answers = '{}' where id = $1", [id]);
    expect(await seen()).toContain("they deleted what you wrote");
  });

  test("of a held answer says the same as of a new one", async () => {
    const held = codeIn((await post(form.code, { ...(await pageFields(form)), proof: "", [CHOICE.id]: "a" })).text);
    const { code } = await answerOnce();
    const plain = (text: string, of: string) => text.replaceAll(of, "");
    expect(plain((await look(form.code, held)).text, held)).toBe(plain((await look(form.code, code)).text, code));
  });

  test("that leads nowhere says so alike: never given, no code at all, another form's, another agency's", async () => {
    const { code } = await answerOnce();
    const other = await createTestForm(fixture);
    const elsewhere = await createTestForm(await createAgencyFixture("Hillcrest Fire District"));
    const answers = [await look(form.code, "hello"), await look(form.code, "ACORN 10 ACORN"), await look(form.code, "'; drop table feedback_answer --")];
    for (const { status, text } of [...answers, await look(other.code, code), await look(elsewhere.code, code)]) expect([status, text.includes("We have nothing under this code.")]).toEqual([404, true]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  test("can be tried so often from one network, and in an agency so often from all; then a right one finds nothing either", async () => {
    const { code } = await answerOnce();
    const from = newAddress();
    const statuses: number[] = [];
    for (let time = 0; time <= RATES.feedbackCode.person.limit; time += 1) statuses.push((await look(form.code, "ACORN 10 ACORN", from)).status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(RATES.feedbackCode.person.limit);
    expect((await look(form.code, code, from)).status).toBe(429);
    expect((await look(form.code, code)).status).toBe(200);
    const all = RATES.feedbackCode.agency?.limit ?? 0;
    for (let time = 0; time < all; time += 1) await look(form.code, "ACORN 10 ACORN");
    expect((await look(form.code, code)).status).toBe(429);
  });

  test("stands in no address: the page that gives it and the one that shows it were posted for", async () => {
    const { code } = await answerOnce();
    const { text, headers } = await look(form.code, code);
    for (const [, address = ""] of text.matchAll(/(?:href|action)="([^"]*)"/g)) expect(address.toUpperCase()).not.toContain(code.split(" ")[0]);
    expect([headers.get("location"), headers.getSetCookie()]).toEqual([null, []]);
  });
});

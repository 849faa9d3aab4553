import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { ANSWER_LIMITS } from "@/lib/domain/feedback/answer";
import { HOLD_LIMITS } from "@/lib/domain/feedback/hold";
import { findFormByCode, nobodyAt } from "@/lib/feedback/find-form";
import { writeFormKey } from "@/lib/feedback/page-key";
import { FEEDBACK_BODY_MAX_BYTES, readSentAnswer } from "@/lib/feedback/sent-answer";
import { takeAnswer } from "@/lib/feedback/take-answer";
import { closeConnections } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { RATES } from "@/lib/platform/rates/rates";
import { query } from "../support/database";
import { CHOICE, codeIn, createTestForm, hiddenFields, newAddress, openForm, pageFields, post, setForm, solve, storedAnswers, takenOf, type TestForm, WORDS } from "../support/feedback";
import { type AgencyFixture, createAgencyFixture } from "../support/people";

const DAY = 24 * 60 * 60_000;
let fixture: AgencyFixture;
let form: TestForm;
beforeEach(async () => {
  fixture = await createAgencyFixture();
  form = await createTestForm(fixture);
});
afterAll(closeConnections);

const said = (words: string) => ({ [CHOICE.id]: "c", [WORDS.id]: words });

describe("an answer", () => {
  test("from a page with its work done is new, and thanked for with a code", async () => {
    const page = await pageFields(form);
    const sent = await post(form.code, { ...page, ...said("More people at night.") });
    expect(sent.status).toBe(200);
    expect(codeIn(sent.text)).toMatch(/^[A-Z]+ \d\d [A-Z]+$/);
    expect(await storedAnswers(form)).toEqual([{ id: page.key.split(".")[0], answers: said("More people at night."), state: "new", held_for: null }]);
    expect(await takenOf(form)).toBe(1);
  });

  test("goes in at whatever spelling of the address people type", async () => {
    for (const code of [form.code.toLowerCase(), `${form.code.slice(0, 5)}-${form.code.slice(5)}`]) {
      expect((await openForm(code)).status).toBe(200);
      expect((await post(code, { ...(await pageFields(form)), ...said("") })).status).toBe(200);
    }
    expect(await takenOf(form)).toBe(2);
  });

  test("sent again, by a double press, a reload or after a lost reply, is one answer with one code; what came first stands", async () => {
    const page = await pageFields(form);
    const first = codeIn((await post(form.code, { ...page, ...said("First.") })).text);
    const again = await Promise.all(["First.", "Second.", "Third."].map((words) => post(form.code, { ...page, ...said(words) })));
    expect(again.map(({ text }) => codeIn(text))).toEqual([first, first, first]);
    expect((await storedAnswers(form)).map(({ answers }) => answers[WORDS.id])).toEqual(["First."]);
    expect(await takenOf(form)).toBe(1);
  });

  test("sent twenty times at the same moment is one", async () => {
    const page = await pageFields(form);
    const codes = (await Promise.all(Array.from({ length: 20 }, () => post(form.code, { ...page, ...said("Once.") })))).map(({ text }) => codeIn(text));
    expect(new Set(codes).size).toBe(1);
    expect([(await storedAnswers(form)).length, await takenOf(form)]).toEqual([1, 1]);
  });

  test("of a page a day old is not taken, with the words kept; its new page sends them. One that came in time is found again", async () => {
    const inTime = await pageFields(form);
    const code = codeIn((await post(form.code, { ...inTime, ...said("In time.") })).text);
    const old = await pageFields(form, DAY + 60_000);
    const refused = await post(form.code, { ...old, ...said("Came <b>late</b> & “so”.") });
    expect([refused.status, refused.text.includes("This page is old"), refused.text.includes("Came &lt;b&gt;late&lt;/b&gt; &amp; “so”.")]).toEqual([422, true, true]);
    expect(refused.text).toContain('value="c" checked');
    expect(await takenOf(form)).toBe(1);
    const renewed = hiddenFields(refused.text);
    const sent = await post(form.code, { ...renewed, proof: await solve(renewed.challenge), ...said("Came late.") });
    expect(sent.status).toBe(200);
    expect((await storedAnswers(form)).map(({ state }) => state)).toEqual(["new", "new"]);
    expect(codeIn((await post(form.code, { ...inTime, ...said("In time.") })).text)).toBe(code);
  });

  test.each([
    ["no key", async () => ""],
    ["a made-up key", async () => `${randomUUID()}.${Date.now().toString(36)}.${"A".repeat(43)}`],
    ["a key with another id", async ({ key }: { key: string }) => key.replace(/^[^.]+/, randomUUID())],
    ["a key made younger", async ({ key }: { key: string }) => key.replace(/\.[^.]+\./, `.${Date.now().toString(36)}.`)],
    ["an endless key", async () => "x.".repeat(5_000)],
    ["the key of another form", async () => writeFormKey(randomUUID(), { answerId: randomUUID(), madeAt: Date.now() - 10_000 })],
  ])("with %s is not taken, with the words kept", async (_what, keyOf) => {
    const page = await pageFields(form);
    const { status, text } = await post(form.code, { ...page, key: await keyOf(page), ...said("Still here.") });
    expect([status, text.includes("This page is old"), text.includes("Still here.")]).toEqual([422, true, true]);
    expect(await takenOf(form)).toBe(0);
  });

  test("in which all was skipped is asked for once more, in words", async () => {
    const { status, text } = await post(form.code, { ...(await pageFields(form)), [WORDS.id]: "  \n  " });
    expect([status, text.includes("Nothing is answered yet")]).toEqual([422, true]);
    expect(await takenOf(form)).toBe(0);
  });

  test("too long for one question, or in all, stays on the page and says so; a choice nobody offered is refused", async () => {
    const long = await post(form.code, { ...(await pageFields(form)), ...said("x".repeat(ANSWER_LIMITS.text + 1)) });
    expect([long.status, long.text.includes("2,000 characters or fewer"), long.text.includes("x".repeat(ANSWER_LIMITS.text + 1))]).toEqual([422, true, true]);
    const many = await createTestForm(fixture, { questions: Array.from({ length: 12 }, (_, index) => ({ ...WORDS, id: `q${index}` })) });
    const all = await post(many.code, { ...(await pageFields(many)), ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`q${index}`, "y".repeat(1_500)])) });
    expect([all.status, all.text.includes("This is too long")]).toEqual([422, true]);
    const choice = await post(form.code, { ...(await pageFields(form)), [CHOICE.id]: "z" });
    expect([choice.status, choice.text.includes("Choose one of the answers listed")]).toEqual([422, true]);
    expect([await takenOf(form), await takenOf(many)]).toEqual([0, 0]);
  });

  test("bigger than any page sends is refused before it is read", async () => {
    const { status, text } = await post(form.code, { ...(await pageFields(form)), ...said("z".repeat(FEEDBACK_BODY_MAX_BYTES)) });
    expect([status, text.includes("This is too long")]).toEqual([413, true]);
  });

  test("of odd texts is kept as text: NUL and halves of letters go, markup and directions are words", async () => {
    const odd = "a\u0000b \ud83d <script>alert(1)</script> \u202Eevil\u202C 👩‍👩‍👧 שלום';drop table--";
    const body = (await pageFields(form).then((page) => new URLSearchParams({ ...page, [CHOICE.id]: "a" }))).toString();
    const sent = await post(form.code, `${body}&${WORDS.id}=${encodeURIComponent(odd.replace("\ud83d", "")).replace("b%20", "b%20%ED%A0%BD")}&__proto__=polluted&constructor=x&${WORDS.id}extra=stuffed`);
    expect(sent.status).toBe(200);
    const [stored] = await storedAnswers(form);
    expect(Object.keys(stored?.answers ?? {}).sort()).toEqual([WORDS.id, CHOICE.id].sort());
    const words = stored?.answers[WORDS.id] ?? "";
    expect(words).toContain("ab ");
    expect(words).toContain("<script>alert(1)</script>");
    expect(words.isWellFormed()).toBe(true);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  test("as JSON with values of other kinds is read like any other, and nothing breaks", async () => {
    for (const body of ["null", "[]", "5", "{", JSON.stringify({ key: { a: 1 }, [WORDS.id]: ["x"] }), JSON.stringify({ ...(await pageFields(form)), [WORDS.id]: 5 })]) {
      expect((await post(form.code, body, { headers: { "content-type": "application/json", origin: "null" } })).status).toBe(422);
    }
    expect(await takenOf(form)).toBe(0);
  });

  test("from another site's page is refused; from an old browser that names no origin it is taken", async () => {
    const plain = { "content-type": "application/x-www-form-urlencoded" };
    const elsewhere: readonly Readonly<Record<string, string>>[] = [{ origin: "https://elsewhere.example" }, { origin: "null", "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }];
    for (const headers of elsewhere) expect((await post(form.code, { ...(await pageFields(form)), ...said("") }, { headers: { ...plain, ...headers } })).status).toBe(403);
    expect(await takenOf(form)).toBe(0);
    const ours: readonly Readonly<Record<string, string>>[] = [{}, { origin: "null" }, { origin: "null", "sec-fetch-site": "same-origin" }, { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }];
    for (const headers of ours) expect((await post(form.code, { ...(await pageFields(form)), ...said("") }, { headers: { ...plain, ...headers } })).status).toBe(200);
    expect(await takenOf(form)).toBe(ours.length);
  });
});

describe("an answer is held, and its sender thanked like any other,", () => {
  const holdOf = async (fields: Readonly<Record<string, string>>, from = newAddress()) => {
    const { status, text } = await post(form.code, fields, { from });
    expect([status, codeIn(text)]).toEqual([200, expect.any(String)]);
    const id = fields.key?.split(".")[0];
    return (await storedAnswers(form)).find((stored) => stored.id === id);
  };

  test("without a proof of work: no scripts, or none that is right", async () => {
    const { proof: of, challenge } = await pageFields(form);
    const forged = JSON.stringify({ ...JSON.parse(challenge), parameters: { ...JSON.parse(challenge).parameters, cost: 1 } });
    const unsigned = JSON.stringify({ ...JSON.parse(challenge), signature: "0".repeat(64) });
    for (const given of [{ challenge: "", proof: "" }, { proof: "" }, { proof: "{}" }, { proof: JSON.stringify({ counter: 1, derivedKey: "00" }) }, { challenge, proof: of }, { challenge: forged }, { challenge: unsigned }, { challenge: "x".repeat(3_000) }]) {
      const page = await pageFields(form);
      expect(await holdOf({ ...page, ...given, ...said("Words.") })).toMatchObject({ state: "held", held_for: "no-script" });
    }
  });

  test("with a proof that is noted as used", async () => {
    const page = await pageFields(form);
    const { signature } = JSON.parse(page.challenge) as { signature: string };
    await query(process.env.DATABASE_OWNER_URL as string, "insert into feedback_used (agency_id, team_id, form_id, key, expires_on) values ($1, $2, $3, sha256(convert_to($4, 'UTF8')), current_date + 2)", [form.agencyId, form.teamId, form.formId, signature]);
    expect(await holdOf({ ...page, ...said("Words.") })).toMatchObject({ state: "held", held_for: "no-script" });
  });

  test("when the field that people do not see was filled in", async () => {
    expect(await holdOf({ ...(await pageFields(form)), ...said("Words."), subject: "Buy now" })).toMatchObject({ state: "held", held_for: "trap" });
  });

  test("when it came faster than people read", async () => {
    expect(await holdOf({ ...(await pageFields(form, 500)), ...said("Words.") })).toMatchObject({ state: "held", held_for: "too-quick" });
  });

  test("when it holds many links", async () => {
    expect(await holdOf({ ...(await pageFields(form)), ...said("See https://a.example and www.b.example.") })).toMatchObject({ state: "new" });
    expect(await holdOf({ ...(await pageFields(form)), ...said("https://a.example http://b.example www.c.example") })).toMatchObject({ state: "held", held_for: "many-links" });
  });

  test("when the same long words came many times that day, however spaced; short ones may", async () => {
    const words = "Vote for the other party in this county now";
    for (let time = 1; time <= HOLD_LIMITS.sameText; time += 1) expect(await holdOf({ ...(await pageFields(form)), ...said(words) })).toMatchObject({ state: "new" });
    expect(await holdOf({ ...(await pageFields(form)), ...said(`  ${words.toUpperCase().replaceAll(" ", "   ")}!!`) })).toMatchObject({ state: "held", held_for: "same-text" });
    for (let time = 0; time <= HOLD_LIMITS.sameText + 1; time += 1) expect(await holdOf({ ...(await pageFields(form)), ...said("I do not know") })).toMatchObject({ state: "new" });
  });

  test("when many came from one network that day; an IPv6 network is one, others are not counted with it", async () => {
    const states: (string | undefined)[] = [];
    for (let time = 0; time <= HOLD_LIMITS.fromOne; time += 1) states.push((await holdOf({ ...(await pageFields(form)), ...said("") }, `2001:db8:9:9::${time.toString(16)}`))?.state);
    expect(states).toEqual([...Array.from({ length: HOLD_LIMITS.fromOne }, () => "new"), "held"]);
    expect(await holdOf({ ...(await pageFields(form)), ...said("") }, "2001:db8:9:a::1")).toMatchObject({ state: "new" });
    expect((await storedAnswers(form)).filter(({ held_for }) => held_for === "many-from-one")).toHaveLength(1);
  });

  test("and names all its reasons together", async () => {
    expect(await holdOf({ key: (await pageFields(form, 0)).key, ...said("Words."), subject: "x" })).toMatchObject({ state: "held", held_for: "no-script trap too-quick" });
  });
});

describe("limits", () => {
  test("a form takes its quota and no answer more, also from senders at the same moment; the words stay", async () => {
    const small = await createTestForm(fixture, { quota: 5 });
    const pages = await Promise.all(Array.from({ length: 12 }, () => pageFields(small)));
    const sent = await Promise.all(pages.map((page) => post(small.code, { ...page, ...said("At once.") })));
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(5);
    for (const { text } of sent.filter(({ status }) => status === 409)) {
      expect(text).toContain("This form has all the answers it can take");
      expect(text).toContain("At once.");
      expect(text).not.toContain(">Send<");
    }
    expect([(await storedAnswers(small)).length, await takenOf(small)]).toEqual([5, 5]);
    expect((await openForm(small.code)).text).toContain("This form has all the answers it can take");
  });

  test("in an hour a form takes so many; the words stay, and another hour takes them", async () => {
    const small = await createTestForm(fixture, { hourly: 2 });
    for (let time = 0; time < 2; time += 1) expect((await post(small.code, { ...(await pageFields(small)), ...said("") })).status).toBe(200);
    const page = await pageFields(small);
    const refused = await post(small.code, { ...page, ...said("One too many.") });
    expect([refused.status, refused.text.includes("Many people are answering just now"), refused.text.includes("One too many.")]).toEqual([503, true, true]);
    expect([(await storedAnswers(small)).length, await takenOf(small)]).toEqual([2, 2]);
    await query(process.env.DATABASE_OWNER_URL as string, "update feedback_day set hour = (hour + 1) % 24 where form_id = $1", [small.formId]);
    const again = hiddenFields(refused.text);
    expect(again.key).toBe(page.key);
    expect((await post(small.code, { ...again, proof: await solve(again.challenge), ...said("One too many.") })).status).toBe(200);
    expect((await storedAnswers(small)).map(({ state }) => state)).toEqual(["new", "new", "new"]);
  });

  test("a form that closed while somebody wrote takes nothing, with the words to be copied; reopened it takes them", async () => {
    const page = await pageFields(form);
    await setForm(form, "closed_at = now(), closed_by = created_by");
    const refused = await post(form.code, { ...page, ...said("Too late.") });
    expect([refused.status, refused.text.includes("This form closed meanwhile"), refused.text.includes("Too late."), refused.text.includes(">Send<")]).toEqual([409, true, true, false]);
    await setForm(form, "closed_at = null, closed_by = null");
    expect((await post(form.code, { ...page, ...said("Too late.") })).status).toBe(200);
  });

  test("a form whose last day is over where the agency is takes nothing new; what was sent in time is found again", async () => {
    const inTime = await pageFields(form);
    const code = codeIn((await post(form.code, { ...inTime, ...said("In time.") })).text);
    // The day before, which is not over everywhere in the world: the database alone would still take it.
    await setForm(form, "closes_on = ((now() at time zone 'America/New_York') - interval '1 day')::date");
    const refused = await post(form.code, { ...(await pageFields(form)), ...said("A day late.") });
    expect([refused.status, refused.text.includes("This form closed meanwhile")]).toEqual([409, true]);
    expect(codeIn((await post(form.code, { ...inTime, ...said("In time.") })).text)).toBe(code);
    expect(await takenOf(form)).toBe(1);
  });

  test("one network sends so many a minute; others are not refused with it", async () => {
    const from = newAddress();
    const { limit } = RATES.feedbackAnswer.person;
    const sent = await Promise.all(Array.from({ length: 2 * limit }, () => post(form.code, { key: "", ...said("") }, { from })));
    const refused = sent.filter(({ status }) => status === 429);
    // Some are given back while the others are on their way.
    expect(refused.length).toBeGreaterThan(limit / 2);
    expect(refused.length).toBeLessThanOrEqual(limit);
    expect(refused[0]?.text).toContain("You sent very many answers from this network");
    expect((await post(form.code, { ...(await pageFields(form)), ...said("") })).status).toBe(200);
  });

  test("while very many wait, the page says so in words, with what was written where it was read already; then it goes on", async () => {
    const page = await pageFields(form);
    const found = await findFormByCode(form.code, "test");
    if (!found) throw new Error("there is no form");
    const sent = readSentAnswer(found.questions, Buffer.from(new URLSearchParams({ ...page, ...said("Kept words.") }).toString()), null);
    let end = () => {};
    const held = new Promise<void>((resolve) => (end = resolve));
    const waiting = Array.from({ length: 1_100 }, () => withAgencyConnection(nobodyAt(form), () => held).catch(() => undefined));
    const [busy, refused] = [await openForm(form.code), await takeAnswer(found, sent, "test")];
    end();
    await Promise.all(waiting);
    expect([busy.status, busy.text.includes("Many people are here just now"), busy.headers.get("retry-after")]).toEqual([503, true, "5"]);
    expect(refused).toMatchObject({ refused: "busy", key: { answerId: page.key.split(".")[0] } });
    expect((await post(form.code, { ...page, ...said("Kept words.") })).status).toBe(200);
    expect(await takenOf(form)).toBe(1);
  });
});

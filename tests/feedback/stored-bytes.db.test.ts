import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { throwAwayOldDays } from "@/lib/feedback/throw-away";
import { closeConnections } from "@/lib/platform/db/client";
import { query } from "../support/database";
import { CHOICE, codeIn, createTestForm, look, openForm, pageFields, post, storedAnswers, type TestForm, WORDS } from "../support/feedback";
import { type AgencyFixture, createAgencyFixture } from "../support/people";

const OWNER = process.env.DATABASE_OWNER_URL as string;
const ADDRESS = "203.0.113.77";

/** Every column that an answer leaves something in, and why it is kept. A new column fails the test until it has a reason. */
const KEPT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  feedback_answer: {
    agency_id: "whose form it answers",
    team_id: "whose form it answers",
    form_id: "which form it answers",
    id: "random: sent again it is found, and made once; made before anybody wrote, it tells nothing",
    answered_on: "the day where the agency is, so that “from June to November” can be said; no time of day",
    answers: "what was written and chosen: the answer itself",
    state: "whether the team has read it, and whether it counts",
    held_for: "why it should be looked at more closely, for the team",
    code_hash: "so that whoever has the code finds what became of it; the code itself is not kept",
    looked_by: "who of the team looked; nothing of whoever answered",
    looked_at: "when they looked",
  },
  feedback_used: {
    agency_id: "of which form",
    team_id: "of which form",
    form_id: "of which form",
    key: "hash of a proof of work, random: it can be used once",
    expires_on: "the day on which it goes, two after",
  },
  feedback_day: {
    agency_id: "of which form",
    team_id: "of which form",
    form_id: "of which form",
    day: "which day (UTC)",
    salt: "random; without it the day's hashes say nothing. Thrown away with the day",
    taken: "how many came that day",
    hour: "the hour of the newest, for the limit of an hour. Thrown away with the day",
    hour_taken: "how many in it",
  },
  feedback_sender: {
    agency_id: "of which form",
    team_id: "of which form",
    form_id: "of which form",
    day: "which day",
    sender: "hash of a network with the day's salt and a secret of the site, tied to no answer: many from one are held. Thrown away with the day",
    n: "how many came from it",
  },
  feedback_words: {
    agency_id: "of which form",
    team_id: "of which form",
    form_id: "of which form",
    day: "which day",
    words: "hash of long words with the same salt and secret: the same many times are held. Thrown away with the day",
    n: "how often they came",
  },
};
/** What else an answer changes: a count on its form. */
const COUNTED = { feedback_form: ["taken"] };

let fixture: AgencyFixture;
let form: TestForm;
beforeEach(async () => {
  await query(OWNER, "delete from feedback_form");
  fixture = await createAgencyFixture();
  form = await createTestForm(fixture);
});
afterAll(closeConnections);

/** Every row of every table as text, by table. */
async function wholeDatabase(): Promise<Map<string, string[]>> {
  const tables = (await query(OWNER, "select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' order by 1")) as unknown as { name: string }[];
  const all = new Map<string, string[]>();
  for (const { name } of tables) all.set(name, ((await query(OWNER, `select t::text as row from "${name}" t order by 1`)) as unknown as { row: string }[]).map(({ row }) => row));
  return all;
}

const LONG = "Nobody comes on weekends, and the phone number on the card is old.";
const HEADERS = { "content-type": "application/x-www-form-urlencoded", origin: "null", "user-agent": "OldPhone/4.4 (traceable)", "accept-language": "es-MX", referer: "https://traceable.example/page", cookie: "trace=traceable" };

describe("of an answer", () => {
  test("every stored byte has a reason, and nothing else of the database changes", async () => {
    const before = await wholeDatabase();
    await openForm(form.code, ADDRESS);
    const page = await pageFields(form);
    const code = codeIn((await post(form.code, { ...page, [CHOICE.id]: "c", [WORDS.id]: LONG }, { from: ADDRESS, headers: HEADERS })).text);
    expect((await look(form.code, code, ADDRESS)).status).toBe(200);
    await look(form.code, "ACORN 10 ACORN", ADDRESS);
    const after = await wholeDatabase();

    const changed = [...after].filter(([table, rows]) => JSON.stringify(rows) !== JSON.stringify(before.get(table))).map(([table]) => table);
    expect(changed.sort()).toEqual([...Object.keys(KEPT), ...Object.keys(COUNTED)].sort());
    for (const [table, reasons] of Object.entries(KEPT)) {
      const columns = (await query(OWNER, "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1", [table])) as unknown as { name: string }[];
      expect(columns.map(({ name }) => name).sort(), table).toEqual(Object.keys(reasons).sort());
      expect(after.get(table), table).toHaveLength(1);
    }
    const [formBefore, formAfter] = [before, after].map((all) => all.get("feedback_form")?.[0] ?? "");
    expect(formAfter).toBe(formBefore?.replace(/,0,,,,\)$/, ",1,,,,)"));

    // Nor does any text of it tell who, where from, with what or when.
    const all = [...after.values()].flat().join("\n");
    for (const trace of [ADDRESS, "OldPhone", "traceable", "es-MX", code, ...code.split(" ").filter((word) => word.length > 3)]) expect([trace, all.includes(trace)]).toEqual([trace, false]);
    const [row] = (await query(OWNER, "select a::text as row from feedback_answer a")) as unknown as { row: string }[];
    expect(row?.row).not.toMatch(/\d\d:\d\d/);
  });

  test("when the day is over, what counted senders is gone, and the answer stays as it was", async () => {
    await post(form.code, { ...(await pageFields(form)), [WORDS.id]: LONG }, { from: ADDRESS });
    const kept = await storedAnswers(form);
    expect(await throwAwayOldDays()).toBe(0);
    // As if all had been done three days ago.
    await query(OWNER, "update feedback_day set day = day - 3");
    await query(OWNER, "update feedback_used set expires_on = expires_on - 3");
    expect(await throwAwayOldDays()).toBe(1);
    for (const table of ["feedback_day", "feedback_sender", "feedback_words", "feedback_used"]) expect([table, await query(OWNER, `select from ${table}`)]).toEqual([table, []]);
    expect(await storedAnswers(form)).toEqual(kept);
  });

  test("the first answer of a new day throws the days before away by itself, with another salt", async () => {
    const salts = async () => ((await query(OWNER, "select encode(salt, 'hex') as salt from feedback_day")) as unknown as { salt: string }[]).map(({ salt }) => salt);
    await post(form.code, { ...(await pageFields(form)), [WORDS.id]: LONG }, { from: ADDRESS });
    const [first] = await salts();
    const hashes = () => query(OWNER, "select encode(s.sender, 'hex') as sender, encode(w.words, 'hex') as words from feedback_sender s, feedback_words w");
    const [before] = (await hashes()) as unknown as { sender: string; words: string }[];
    await query(OWNER, "update feedback_day set day = day - 1");
    await post(form.code, { ...(await pageFields(form)), [WORDS.id]: LONG }, { from: ADDRESS });
    const [second, ...others] = await salts();
    expect([others, second === first, second?.length]).toEqual([[], false, 64]);
    expect(await query(OWNER, "select n from feedback_sender")).toEqual([{ n: 1 }]);
    // The same network and the same words are others on another day.
    const [after] = (await hashes()) as unknown as { sender: string; words: string }[];
    expect([after?.sender === before?.sender, after?.words === before?.words]).toEqual([false, false]);
  });

  test("rows come in an order that tells nothing of when they came", async () => {
    for (let time = 0; time < 12; time += 1) await post(form.code, { ...(await pageFields(form)), [WORDS.id]: `Number ${time}` });
    const [ids, sorted] = await Promise.all([storedAnswers(form), storedAnswers(form)]);
    expect(ids.map(({ id }) => id)).toEqual([...sorted.map(({ id }) => id)].sort());
    expect(ids.map(({ answers }) => answers[WORDS.id])).not.toEqual(Array.from({ length: 12 }, (_, time) => `Number ${time}`));
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { GET, POST } from "@/app/api/letters/stop/[token]/route";
import { getMailChoices, getReminderChoice, storeReminderChoice, updateMailChoices } from "@/lib/accounts/mail-choices";
import { findStopLink, stopAddressesOf } from "@/lib/accounts/stop-links";
import type { StoppableKind } from "@/lib/domain/notices";
import { DEFAULT_REMINDERS } from "@/lib/domain/reminders/reminder-choice";
import { tidyIdentity } from "@/lib/platform/auth/tidy-sessions";
import { authDb } from "@/lib/platform/db/client";
import { query } from "@/tests/support/database";
import { createPerson, type Person } from "../support/people";

const OWNER = process.env.DATABASE_OWNER_URL as string;
const NOW = new Date();

let robin: Person;
let casey: Person;

beforeEach(async () => {
  robin = await createPerson("Robin");
  casey = await createPerson("Casey");
  await updateMailChoices(robin, { assignments: "daily", mentions: "at-once" });
  await storeReminderChoice(robin, { ...DEFAULT_REMINDERS, pace: "daily", hour: 17 });
});

async function tokenOf(kind: StoppableKind, person = robin): Promise<string> {
  const { oneClick } = await stopAddressesOf(person.userId, kind, NOW);
  return oneClick.split("/").at(-1) as string;
}

const addressOf = (token: string) => `http://localhost:3000/api/letters/stop/${token}`;
const at = (token: string) => ({ params: Promise.resolve({ token }) });

/** As a mail program's server posts it: no session, no origin. */
function post(token: string, body = "List-Unsubscribe=One-Click", type = "application/x-www-form-urlencoded"): Promise<Response> {
  return POST(new Request(addressOf(token), { method: "POST", headers: { "Content-Type": type }, body }), at(token));
}

const press = (token: string, act: "stop" | "resume") => post(token, `act=${act}`);
const choicesOf = async (person: Person) => ({ ...(await getMailChoices(person)), reminders: (await getReminderChoice(person)).pace });
const CHOSEN = { assignments: "daily", mentions: "at-once", reminders: "daily" };

describe("the button of a mail program", () => {
  test.each([
    ["assignments", { assignments: "never" }],
    ["mentions", { mentions: "never" }],
    ["notices", { assignments: "never", mentions: "never" }],
    ["reminders", { reminders: "never" }],
  ] as const)("stops letters about %s, of that person, and nothing else", async (kind, changed) => {
    const token = await tokenOf(kind);
    await tokenOf(kind, casey);
    const answer = await post(token);
    expect(answer.status).toBe(200);
    expect(await choicesOf(robin)).toEqual({ ...CHOSEN, ...changed });
    expect(await choicesOf(casey)).toEqual({ assignments: "at-once", mentions: "at-once", reminders: "weekly" });
    expect((await getReminderChoice(robin)).hour).toBe(17);
    expect((await post(token)).status).toBe(200);
  });

  test("may send its form in parts", async () => {
    const token = await tokenOf("mentions");
    const body = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    expect((await post(token, body, "multipart/form-data; boundary=x")).status).toBe(200);
    expect((await choicesOf(robin)).mentions).toBe("never");
  });
});

describe("nothing changes", () => {
  test("by looking: a scanner that opens the address comes to the page that asks", async () => {
    const token = await tokenOf("notices");
    for (const method of ["GET", "HEAD"]) {
      const answer = await GET(new Request(addressOf(token), { method }), at(token));
      expect(answer.status).toBe(303);
      expect(answer.headers.get("location")).toBe(`/letters/stop/${token}`);
    }
    expect(await findStopLink(token)).toEqual({ kind: "notices", isStopped: false });
    expect(await choicesOf(robin)).toEqual(CHOSEN);
  });

  test("by a body that does not say so, a made-up link, or one of a closed account", async () => {
    const token = await tokenOf("notices");
    expect((await post(token, "")).status).toBe(422);
    expect((await post(token, "x".repeat(10_000))).status).toBe(422);
    expect((await post("x".repeat(43))).status).toBe(404);
    expect((await post("x".repeat(4_000))).status).toBe(404);
    await authDb().userAccount.update({ where: { id: robin.userId }, data: { disabledAt: new Date() } });
    expect((await post(token)).status).toBe(404);
    expect(await findStopLink(token)).toBeNull();
    expect(await choicesOf(robin)).toEqual(CHOSEN);
  });
});

describe("the page's own buttons", () => {
  test("stop, and put back what was chosen before", async () => {
    const token = await tokenOf("notices");
    expect((await press(token, "stop")).status).toBe(303);
    expect(await findStopLink(token)).toEqual({ kind: "notices", isStopped: true });
    expect(await choicesOf(robin)).toMatchObject({ assignments: "never", mentions: "never" });
    await press(token, "stop");
    await press(token, "resume");
    expect(await choicesOf(robin)).toEqual(CHOSEN);
  });

  test("put nothing in place of what the person has chosen since", async () => {
    const token = await tokenOf("notices");
    await press(token, "stop");
    await updateMailChoices(robin, { assignments: "at-once", mentions: "never" });
    await press(token, "resume");
    expect(await choicesOf(robin)).toEqual({ assignments: "at-once", mentions: "at-once", reminders: "daily" });
  });

  test("give the usual letters to who had chosen none before", async () => {
    await updateMailChoices(robin, { assignments: "never", mentions: "never" });
    const token = await tokenOf("mentions");
    await press(token, "resume");
    expect(await choicesOf(robin)).toMatchObject({ assignments: "never", mentions: "at-once" });
  });
});

test("a link is kept hashed, is the same in every letter of its kind, and ends long after the last", async () => {
  const token = await tokenOf("reminders");
  expect(await tokenOf("reminders")).toBe(token);
  expect(await tokenOf("mentions")).not.toBe(token);
  const rows = await query<{ row: string; expires_at: Date }>(OWNER, "select s::text as row, expires_at from stop_link s where user_id = $1", [robin.userId]);
  expect(rows).toHaveLength(2);
  expect(rows.map(({ row }) => row).join()).not.toContain(token);
  await stopAddressesOf(robin.userId, "reminders", new Date(NOW.getTime() + 200 * 86_400_000));
  const later = await query<{ expires_at: Date }>(OWNER, "select expires_at from stop_link where user_id = $1 and kind = 'reminders'", [robin.userId]);
  expect(later[0]!.expires_at.getTime()).toBe(NOW.getTime() + 600 * 86_400_000);
  await query(OWNER, "update stop_link set expires_at = now() - interval '40 days' where kind = 'reminders'");
  expect((await post(token)).status).toBe(404);
  await tidyIdentity();
  expect(await query(OWNER, "select 1 from stop_link where user_id = $1", [robin.userId])).toHaveLength(1);
});

test("links, choices and calendar addresses go with the account", async () => {
  await tokenOf("reminders");
  await query(OWNER, "insert into calendar_feed (user_id, token_hash) values ($1, '\\x00')", [robin.userId]);
  await query(OWNER, "delete from user_account where id = $1", [robin.userId]);
  for (const table of ["stop_link", "reminder_choice", "calendar_feed"]) {
    expect(await query(OWNER, `select 1 from ${table} where user_id = $1`, [robin.userId]), table).toEqual([]);
  }
});

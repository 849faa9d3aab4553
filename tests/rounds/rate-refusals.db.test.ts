import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { POST as rate } from "@/app/api/rate/[token]/route";
import { closeConnections } from "@/lib/platform/db/client";
import { readSaidWords } from "@/lib/platform/entry/said-words";
import { saveOwnNote, setOwnNoteShown } from "@/lib/rounds/own-ratings";
import { readRoundStanding } from "@/lib/rounds/watch-round";
import { findRateLink, linkSecretOf, makeStartKey } from "@/lib/rounds/rate-links";
import { query } from "@/tests/support/database";
import { type AgencyFixture, createAgencyFixture } from "@/tests/support/people";
import { FIRST, openTestRound, type TestRound } from "@/tests/support/rounds";

const OWNER = process.env.DATABASE_OWNER_URL as string;
const ORIGIN = "http://localhost:3000";
let fixture: AgencyFixture;
let round: TestRound;
let handed: string;

beforeEach(async () => {
  await query(OWNER, "delete from throttle");
  fixture = await createAgencyFixture();
  round = await openTestRound(fixture, { members: 3, guests: 1 });
  const raterId = round.guests[0]?.seat.raterId ?? "";
  await query(OWNER, "update round_rater set key_hash = null where id = $1", [raterId]);
  handed = linkSecretOf({ agencyId: fixture.agencyId, roundId: round.roundId, raterId }, 0);
});
afterAll(closeConnections);

function send(token: string, fields: Record<string, string>, from = ""): Promise<Response> {
  const headers = { "Content-Type": "application/x-www-form-urlencoded", Origin: ORIGIN, Host: "localhost:3000", ...(from ? { Referer: `${ORIGIN}${from}` } : {}) };
  return rate(new Request(`${ORIGIN}/api/rate/${token}`, { method: "POST", headers, body: new URLSearchParams(fields).toString() }), { params: Promise.resolve({ token }) });
}

const placeOf = (response: Response) => new URL(response.headers.get("location") ?? "", ORIGIN);
const saidBy = (response: Response) => readSaidWords(placeOf(response).searchParams.get("said") ?? undefined);

test("Start sent again from the same page leads to the same own link, at the same time too; another page's finds it used", async () => {
  const key = makeStartKey(handed);
  const both = await Promise.all([send(handed, { act: "start", key }), send(handed, { act: "start", key })]);
  const again = await send(handed, { act: "start", key });
  expect([...both, again].map(({ status }) => status)).toEqual([303, 303, 303]);
  const [own] = [...new Set([...both, again].map((answer) => placeOf(answer).pathname))];
  expect(own).not.toBe(`/rate/${handed}`);
  expect(placeOf(again).pathname).toBe(own);
  expect(await findRateLink(own?.split("/").at(-1) ?? "")).toMatchObject({ kind: "own" });
  const other = await send(handed, { act: "start", key: makeStartKey(handed) });
  expect(placeOf(other).pathname).toBe(`/rate/${handed}`);
  expect(saidBy(other)).toContain("used already");
});

test("a key is good for half an hour, and nobody makes one up", async () => {
  const old = await send(handed, { act: "start", key: makeStartKey(handed, Date.now() - 31 * 60_000) });
  expect(saidBy(old)).toContain("Press Start once more");
  expect(saidBy(await send(handed, { act: "start", key: "abc.def.ghi" }))).toContain("Press Start once more");
  expect(await findRateLink(handed)).toMatchObject({ kind: "handed" });
  const key = makeStartKey(handed);
  await send(handed, { act: "start", key });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31 * 60_000 });
  try {
    expect(saidBy(await send(handed, { act: "start", key }))).toContain("used already");
  } finally {
    vi.useRealTimers();
  }
});

test("a form that is refused comes back to the statement it was on, with the words", async () => {
  const own = placeOf(await send(handed, { act: "start", key: makeStartKey(handed) })).pathname.split("/").at(-1) ?? "";
  const refused = await send(own, { act: "next", item: FIRST, value: "9" }, `/rate/${own}?item=${FIRST}&said=x`);
  expect(refused.status).toBe(303);
  expect(placeOf(refused).pathname).toBe(`/rate/${own}`);
  expect(placeOf(refused).searchParams.get("item")).toBe(FIRST);
  expect(saidBy(refused)).toBe("Choose one of the answers.");
  expect(saidBy(await send(own, { act: "unknown" }))).toContain("do not know");
  expect(saidBy(await send("nothing", { act: "finish" }))).toContain("no longer works");
});

test("a note is shown after the reveal: before it the refusal says so", async () => {
  const seat = round.raters[0]?.seat;
  if (!seat) throw new Error("nobody rates");
  await saveOwnNote(seat, FIRST, "heron");
  await expect(setOwnNoteShown(seat, FIRST, true)).rejects.toThrow("A note can be shown after the reveal, not before.");
});

test("everyone is told how many are asked, and how many of them have no account", async () => {
  expect(await readRoundStanding({ agencyId: fixture.agencyId, teamId: fixture.teamId, actorId: round.guests[0]?.seat.raterId ?? "" }, round.roundId)).toMatchObject({ asked: 4, guests: 1 });
});

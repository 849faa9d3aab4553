import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { GET as events } from "@/app/api/meet/[code]/events/route";
import { POST as join } from "@/app/api/meet/[code]/join/route";
import { POST as leave } from "@/app/api/meet/[code]/leave/route";
import { POST as people } from "@/app/api/meet/[code]/people/route";
import { POST as vote } from "@/app/api/meet/[code]/vote/route";
import type { SittingState } from "@/lib/domain/sittings/sitting-state";
import { closeConnections } from "@/lib/platform/db/client";
import { RATES } from "@/lib/platform/rates/rates";
import { revealVote } from "@/lib/sittings/conduct";
import { codeOf } from "@/lib/sittings/meet-codes";
import { takeSeatAway } from "@/lib/sittings/seats";
import { closeHub } from "@/lib/sync/server/hub";
import { query } from "@/tests/support/database";
import { addToTeam, type AgencyFixture, createAgencyFixture, signInCookie } from "@/tests/support/people";
import { beginVote, readSitting, readVote, startTestSitting, type TestSitting } from "@/tests/support/sittings";
import { OpenStream } from "@/tests/support/live";

const ORIGIN = "http://localhost:3000";
let fixture: AgencyFixture;
let sitting: TestSitting;
let code: string;

beforeEach(async () => {
  await query(process.env.DATABASE_OWNER_URL as string, "delete from throttle");
  fixture = await createAgencyFixture();
  sitting = await startTestSitting(fixture);
  code = codeOf(sitting.sittingId, (await readSitting(sitting)).codeNumber);
});
afterAll(async () => {
  closeHub();
  await closeConnections();
});

type Route = typeof join;

function send(route: Route, body: object, { at = code, cookie = "", origin = ORIGIN } = {}): Promise<Response> {
  const headers = { "Content-Type": "application/json", Origin: origin, Host: "localhost:3000", ...(cookie ? { Cookie: cookie } : {}) };
  return route(new Request(`${ORIGIN}/api/meet/${at}/x`, { method: "POST", headers, body: JSON.stringify(body) }), { params: Promise.resolve({ code: at }) });
}

/** What the phone keeps, as it sends it. */
const keptBy = (response: Response) => response.headers.getSetCookie()[0]?.split(";")[0] ?? "";

describe("joining", () => {
  test("gives the phone a secret that no script reads, for the pages of meetings alone", async () => {
    const response = await send(join, { name: "Maria" });
    expect(response.status).toBe(200);
    const cookies = response.headers.getSetCookie();
    expect(cookies.map((cookie) => /Path=([^;]+)/.exec(cookie)?.[1])).toEqual(["/meet", "/api/meet"]);
    for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax/);
  });

  test.each([["no name", { name: " " }, "Write a name"], ["a very long name", { name: "x".repeat(61) }, "60 characters"], ["invisible characters", { name: "Ma‮ria" }, "invisible"], ["an unknown field", { name: "Maria", role: "lead" }, "do not know"]])(
    "refuses %s in words, and changes nothing",
    async (_what, body, words) => {
      const response = await send(join, body);
      expect(response.status).toBe(422);
      expect(((await response.json()) as { message: string }).message).toContain(words);
      expect(await query(process.env.DATABASE_OWNER_URL as string, "select from sitting_seat where sitting_id = $1", [sitting.sittingId])).toEqual([]);
    },
  );

  test("is refused from other sites, and as somebody who is not of the team", async () => {
    expect((await send(join, { name: "Maria" }, { origin: "https://elsewhere.example" })).status).toBe(403);
    const stranger = await createAgencyFixture("Lakeside Fire");
    for (const cookie of ["", await signInCookie(stranger.admin)]) expect((await send(join, { as: "me" }, { cookie })).status).toBe(422);
    expect((await send(join, { as: "me" }, { cookie: await signInCookie(await addToTeam(fixture, "viewer")) })).status).toBe(422);
    expect((await send(join, { as: "me" }, { cookie: await signInCookie(await addToTeam(fixture, "partner")) })).status).toBe(200);
  });

  test("guessing codes ends after some tries, for right ones too; right ones of a whole room count for nothing", async () => {
    for (let index = 0; index < RATES.meetCode.person.limit + 5; index += 1) expect((await send(join, { name: `Person ${index}` })).status).toBe(200);
    const answers: number[] = [];
    for (let index = 0; index < RATES.meetCode.person.limit + 1; index += 1) answers.push((await send(join, { name: "Guess" }, { at: "222222" })).status);
    expect(answers.filter((status) => status === 404)).toHaveLength(RATES.meetCode.person.limit);
    expect(answers.at(-1)).toBe(429);
    expect((await send(join, { name: "Guess" })).status).toBe(429);
  });
});

describe("a phone with a seat", () => {
  test("votes, is counted once, and follows the meeting; without its secret it is nobody", async () => {
    const cookie = keptBy(await send(join, { name: "Maria" }));
    const round = await beginVote(sitting);
    for (let sent = 0; sent < 3; sent += 1) expect(await (await send(vote, { round, value: "4" }, { cookie })).json()).toEqual({ counted: true, isLate: false });
    expect(await readVote(sitting)).toMatchObject({ voted: 1, of: 1 });
    expect((await send(vote, { round, value: "4" })).status).toBe(404);
    expect((await send(vote, { round, value: "6" }, { cookie })).status).toBe(422);
    expect((await send(vote, { round: "nothing", value: "4" }, { cookie })).status).toBe(422);
    expect((await send(people, { names: "Joe\nAnn" }, { cookie })).status).toBe(200);
    expect(await readVote(sitting)).toMatchObject({ voted: 1, of: 3 });
    expect((await send(leave, {}, { cookie })).status).toBe(200);
    expect((await send(vote, { round, value: "4" }, { cookie })).status).toBe(404);
  });

  test("that is taken out loses its stream at once", async () => {
    const cookie = keptBy(await send(join, { name: "Maria" }));
    const stream = await OpenStream.ofState((path, init) => events(new Request(`${ORIGIN}${path}`, init)), `/api/meet/${code}`, cookie);
    try {
      expect((await stream.until("state")).state).toMatchObject({ people: 0, item: null });
      const [seat] = await query<{ id: string }>(process.env.DATABASE_OWNER_URL as string, "select id from sitting_seat where sitting_id = $1", [sitting.sittingId]);
      await takeSeatAway(sitting.facilitator, sitting.sittingId, seat?.id ?? "");
      expect(await stream.until("bye")).toMatchObject({ reason: "no-access" });
    } finally {
      stream.close();
    }
  });
});

test("a vote is news to the team's screens alone: phones are sent the vote's opening, then its reveal", async () => {
  const cookie = keptBy(await send(join, { name: "Maria" }));
  const stream = await OpenStream.ofState((path, init) => events(new Request(`${ORIGIN}${path}`, init)), `/api/meet/${code}`, cookie);
  try {
    const round = await beginVote(sitting);
    await stream.until("state", ({ state }) => (state as SittingState).item?.phase === "voting");
    await send(vote, { round, value: "4" }, { cookie });
    await revealVote(sitting.facilitator, sitting.sittingId, 0);
    // The next that it hears of is the reveal: nothing told it that anybody voted.
    expect((await stream.until("state")).state).toMatchObject({ item: { phase: "revealed", vote: { voted: 1, of: 1 } } });
  } finally {
    stream.close();
  }
});

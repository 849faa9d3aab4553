import type { ChildProcess } from "node:child_process";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as linkEvents } from "@/app/api/rate/[token]/events/route";
import { GET as roundsEvents } from "@/app/api/teams/[teamId]/rounds/events/route";
import type { RoundStanding } from "@/lib/domain/rounds/round-standing";
import { revokeAllSessions } from "@/lib/platform/auth/session-store";
import { recordDecision } from "@/lib/rounds/decide";
import { closeRound, revealRound } from "@/lib/rounds/move-round";
import { saveOwnNote, saveRating, setFinished } from "@/lib/rounds/own-ratings";
import { linkSecretOf } from "@/lib/rounds/rate-links";
import { findHub } from "@/lib/sync/server/hub";
import { type Ask, askHere, endInstances, OpenStream, startInstance } from "../support/live";
import { addToTeam, type AgencyFixture, createAgencyFixture, signInCookie } from "../support/people";
import { FIRST, openTestRound, type TestRound } from "../support/rounds";
import { refTo } from "../support/tools";

// This process and a second one on one PostgreSQL: what is done here is seen there.

let there: Ask;
let child: ChildProcess;
let fixture: AgencyFixture;
let round: TestRound;
let cookie: string;
const streams: OpenStream[] = [];

beforeAll(async () => {
  ({ ask: there, process: child } = await startInstance());
});
beforeEach(async () => {
  fixture = await createAgencyFixture();
  round = await openTestRound(fixture, { members: 3, guests: 1 });
  cookie = await signInCookie(round.lead);
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});
afterAll(() => endInstances(child));

async function open(ask: Ask, path = `/api/teams/${fixture.teamId}/rounds/${round.roundId}`, as = cookie): Promise<OpenStream> {
  const stream = await OpenStream.ofState(ask, path, as);
  streams.push(stream);
  return stream;
}

const standing = async (stream: OpenStream, isIt: (standing: RoundStanding) => boolean = () => true) => (await stream.until("state", ({ state }) => isIt(state as RoundStanding))).state as RoundStanding;

const askLink: Ask = (path, init) => {
  const [, token = ""] = /^\/api\/rate\/([^/]+)\/events/.exec(path) ?? [];
  return linkEvents(new Request(`http://localhost:3000${path}`, init), { params: Promise.resolve({ token }) });
};
const askList: Ask = (path, init) => roundsEvents(new Request(`http://localhost:3000${path}`, init), { params: Promise.resolve({ teamId: fixture.teamId }) });

describe.each([["this instance", () => askHere], ["another instance", () => there]] as const)("an open round's screen at %s", (_name, ask) => {
  test("is told how many finished, the reveal, a decision and the close; and that anybody rates, by nothing", async () => {
    const stream = await open(ask());
    const marks = new Set<string>();
    const next = async () => {
      const now = await standing(stream);
      // By another mark a page knows that it would say something else.
      expect(marks.has(now.mark)).toBe(false);
      marks.add(now.mark);
      return now;
    };
    expect(await next()).toMatchObject({ state: "open", asked: 4, finished: 0, missing: 4 });
    for (const { seat } of round.raters) {
      await saveRating(seat, refTo(9), FIRST, "2");
      await saveOwnNote(seat, FIRST, "canary");
    }
    const [first] = round.raters;
    if (!first) throw new Error("nobody rates");
    await setFinished(first.seat, true);
    // The next it hears of is who finished: the ratings before were told to nobody.
    expect(await next()).toMatchObject({ state: "open", finished: 1, missing: 3 });
    await revealRound(round.lead, round.roundId, 3);
    expect(await next()).toMatchObject({ state: "revealed", finished: 1 });
    await recordDecision(round.lead, round.roundId, { itemId: FIRST, value: "2", rationale: "", dissent: "" });
    expect(await next()).toMatchObject({ state: "revealed" });
    await closeRound(round.lead, round.roundId);
    expect(await next()).toMatchObject({ state: "closed" });
  });
});

describe("somebody without an account", () => {
  test("is told by their own link, and by no other's: the one that was handed over says nothing", async () => {
    const seat = round.guests[0]?.seat;
    if (!seat?.key) throw new Error("no guest");
    const stream = await open(askLink, `/api/rate/${seat.key}`, "");
    expect(await standing(stream)).toMatchObject({ state: "open", asked: 4 });
    await revealRound(round.lead, round.roundId, 4);
    expect(await standing(stream)).toMatchObject({ state: "revealed" });
    const handed = linkSecretOf({ agencyId: fixture.agencyId, roundId: round.roundId, raterId: seat.raterId }, 0);
    expect((await askLink(`/api/rate/${handed}/events`, {})).status).toBe(404);
    expect((await askLink("/api/rate/nothing/events", {})).status).toBe(404);
  });
});

describe("a round's stream", () => {
  test("is not opened by another agency, nor by a partner without the tool, and ends with the session", async () => {
    const path = `/api/teams/${fixture.teamId}/rounds/${round.roundId}`;
    const stranger = await createAgencyFixture("Lakeside Fire");
    const partner = await addToTeam(fixture, "partner", [1]);
    for (const person of [stranger.admin, partner]) expect((await askHere(`${path}/events`, { headers: { cookie: await signInCookie(person) } })).status).toBe(404);
    const stream = await open(askHere);
    await standing(stream);
    await revokeAllSessions(round.lead.userId);
    findHub()?.recheck(round.lead.userId);
    expect(await stream.until("bye")).toEqual({ reason: "signed-out" });
  });

  test("is asked by a page that no stream reaches", async () => {
    const response = await askHere(`/api/teams/${fixture.teamId}/rounds/${round.roundId}/events?once`, { headers: { cookie } });
    expect([response.status, response.headers.get("cache-control"), await response.json()]).toMatchObject([200, "no-store", { state: { state: "open", asked: 4 } }]);
  });

  test("comes along in a tool's, and a tool's in it", async () => {
    const roundEvents = `/api/teams/${fixture.teamId}/rounds/${round.roundId}/events?tab=t`;
    const toolEvents = `/api/teams/${fixture.teamId}/tools/9/events?after=0&tab=t`;
    for (const [own, other, marked] of [[toolEvents, roundEvents, /data: 0\nevent: state\ndata: \{"state":\{"state":"open"/], [roundEvents, toolEvents, /data: 0\nevent: hello\ndata: \{"seq":0\}/]] as const) {
      const gone = new AbortController();
      const { body } = await askHere(`${own}&with=${encodeURIComponent(other)}`, { headers: { cookie }, signal: gone.signal });
      let text = "";
      for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
        text += Buffer.from(piece).toString();
        if (marked.test(text.replace(/^retry: .*\n/gm, ""))) break;
      }
      gone.abort();
    }
  });
});

test("the list of rounds is told of a new round and of each that moves on", async () => {
  const stream = await open(askList, `/api/teams/${fixture.teamId}/rounds`);
  const { mark: first } = (await stream.until("state")).state as { mark: string };
  await openTestRound(fixture, { members: 1, guests: 0 });
  const { mark: second } = (await stream.until("state", ({ state }) => (state as { mark: string }).mark !== first)).state as { mark: string };
  await closeRound(round.lead, round.roundId);
  expect(((await stream.until("state", ({ state }) => (state as { mark: string }).mark !== second)).state as { mark: string }).mark).not.toBe(first);
});

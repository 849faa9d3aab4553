import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { POST as join } from "@/app/api/meet/[code]/join/route";
import { POST as leave } from "@/app/api/meet/[code]/leave/route";
import { POST as people } from "@/app/api/meet/[code]/people/route";
import { POST as vote } from "@/app/api/meet/[code]/vote/route";
import { describeAsked } from "@/lib/domain/rounds/asked-words";
import { forPhones } from "@/lib/domain/sittings/sitting-state";
import { closeConnections } from "@/lib/platform/db/client";
import { revokeSessionById } from "@/lib/platform/auth/session-store";
import { readSessionIdOf } from "@/lib/platform/auth/session";
import { readSaidWords } from "@/lib/platform/entry/said-words";
import { revealVote } from "@/lib/sittings/conduct";
import { codeOf } from "@/lib/sittings/meet-codes";
import { query } from "@/tests/support/database";
import { addToTeam, type AgencyFixture, createAgencyFixture, signInCookie } from "@/tests/support/people";
import { beginVote, readSitting, readState, readVote, sitDown, startTestSitting, type TestSitting } from "@/tests/support/sittings";

const OWNER = process.env.DATABASE_OWNER_URL as string;
const ORIGIN = "http://localhost:3000";
let fixture: AgencyFixture;
let sitting: TestSitting;
let code: string;

beforeEach(async () => {
  await query(OWNER, "delete from throttle");
  fixture = await createAgencyFixture();
  sitting = await startTestSitting(fixture);
  code = codeOf(sitting.sittingId, (await readSitting(sitting)).codeNumber);
});
afterAll(closeConnections);

interface Sent {
  readonly cookie?: string;
  readonly isForm?: boolean;
  readonly query?: string;
  readonly origin?: string;
}

function send(route: typeof join, fields: Record<string, string>, { cookie = "", isForm = false, query: asked = "", origin = ORIGIN }: Sent = {}): Promise<Response> {
  const headers = { "Content-Type": isForm ? "application/x-www-form-urlencoded" : "application/json", Origin: origin, Host: "localhost:3000", ...(cookie ? { Cookie: cookie } : {}) };
  const body = isForm ? new URLSearchParams(fields).toString() : JSON.stringify(fields);
  return route(new Request(`${ORIGIN}/api/meet/${code}/x${asked}`, { method: "POST", headers, body }), { params: Promise.resolve({ code }) });
}

const keptBy = (response: Response) => response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
const seats = () => query(OWNER, "select from sitting_seat where sitting_id = $1", [sitting.sittingId]);

/** What the page says to which a form was led back. */
function saidBy(response: Response): string | null {
  expect(response.status).toBe(303);
  const to = new URL(response.headers.get("location") ?? "", ORIGIN);
  expect(to.pathname).toBe(`/meet/${code}`);
  return readSaidWords(to.searchParams.get("said") ?? undefined);
}

describe("a form without a script comes back to its page, with the words of the refusal", () => {
  test("a vote with nothing chosen, a vote that is over, a seat that is gone, a body that is too long", async () => {
    const cookie = keptBy(await send(join, { name: "Maria" }));
    const form = { cookie, isForm: true };
    const round = await beginVote(sitting);
    expect(saidBy(await send(vote, { round }, form))).toBe("Choose one of the answers.");
    expect(saidBy(await send(vote, { round, value: "4" }, form))).toBeNull();
    await beginVote(sitting, 1);
    expect(saidBy(await send(vote, { round, value: "5" }, form))).toContain("moved on");
    expect(saidBy(await send(people, { names: " " }, form))).toContain("Write a name");
    expect(saidBy(await send(vote, { round: "x".repeat(17_000) }, form))).toContain("more than a page of ours sends");
    expect(saidBy(await send(leave, {}, form))).toBeNull();
    for (const route of [vote, people, leave]) expect(saidBy(await send(route, { round, names: "Joe" }, form))).toContain("was taken away");
  });

  test("scripts are answered as before, and other sites' forms with a plain refusal", async () => {
    const cookie = keptBy(await send(join, { name: "Maria" }));
    expect((await send(vote, { round: await beginVote(sitting) }, { cookie })).status).toBe(422);
    expect((await send(vote, {}, { cookie, isForm: true, origin: "https://elsewhere.example" })).status).toBe(403);
  });

  test("and a page shows nobody else's words as its own", async () => {
    const cookie = keptBy(await send(join, { name: "Maria" }));
    const ours = new URL((await send(vote, { round: await beginVote(sitting) }, { cookie, isForm: true })).headers.get("location") ?? "", ORIGIN).searchParams.get("said") ?? "";
    expect(readSaidWords(ours)).toBe("Choose one of the answers.");
    for (const made of ["Call this number", `${ours} Call this number`, ours.replace("Choose", "Chose"), ".", "", undefined, [ours], `.${"x".repeat(10_000)}`]) expect(readSaidWords(made)).toBeNull();
  });
});

describe("a browser that keeps no cookies", () => {
  test("is told so, and takes no seat with each try", async () => {
    for (let tried = 0; tried < 3; tried += 1) {
      const first = await send(join, { name: "Maria" }, { isForm: true });
      expect(first.status).toBe(307);
      expect(first.headers.get("location")).toBe(`/api/meet/${code}/join?tried`);
      expect(saidBy(await send(join, { name: "Maria" }, { isForm: true, query: "?tried" }))).toContain("keeps no cookies");
    }
    expect(await seats()).toHaveLength(0);
  });

  test("one that keeps them joins with the same form", async () => {
    const first = await send(join, { name: "Maria" }, { isForm: true });
    const second = await send(join, { name: "Maria" }, { isForm: true, query: "?tried", cookie: keptBy(first) });
    expect(saidBy(second)).toBeNull();
    expect(await seats()).toHaveLength(1);
    expect((await send(vote, { round: await beginVote(sitting), value: "4" }, { cookie: keptBy(second) })).status).toBe(200);
  });
});

test("a member's seat is theirs while they are signed in: not after they sign out, not for who signs in next; a guest's is not touched", async () => {
  const [member, next] = [await addToTeam(fixture, "member"), await addToTeam(fixture, "member")];
  const session = await signInCookie(member);
  const seat = keptBy(await send(join, { as: "me" }, { cookie: session }));
  const guest = keptBy(await send(join, { name: "Maria" }));
  const round = await beginVote(sitting);
  expect((await send(vote, { round, value: "4" }, { cookie: `${session}; ${seat}` })).status).toBe(200);
  expect((await send(vote, { round, value: "5" }, { cookie: seat })).status).toBe(401);
  expect((await send(vote, { round, value: "5" }, { cookie: `${await signInCookie(next)}; ${seat}` })).status).toBe(404);
  expect((await send(vote, { round, value: "5" }, { cookie: seat.replace(/\.m$/, "") })).status).toBe(404);
  await revokeSessionById((await readSessionIdOf({ headers: new Headers({ cookie: session }) })) ?? "");
  expect((await send(vote, { round, value: "5" }, { cookie: `${session}; ${seat}` })).status).toBe(401);
  expect((await send(vote, { round, value: "5" }, { cookie: guest })).status).toBe(200);
  // Signed in again they go on with the same seat, and their vote is still theirs to change.
  expect((await send(vote, { round, value: "3" }, { cookie: `${await signInCookie(member)}; ${seat}` })).status).toBe(200);
  expect(await readVote(sitting)).toMatchObject({ voted: 2, of: 2 });
});

describe("names", () => {
  const joinAs = async (fields: Record<string, string>) => ((await (await send(join, fields)).json()) as { message?: string }).message ?? "";

  test("that show nothing, that are somebody's of the agency, or a role are refused, and take no seat", async () => {
    const [lead] = await query<{ display_name: string }>(OWNER, "select display_name from membership where user_id = $1", [sitting.facilitator.userId]);
    for (const name of ["\u3164", "\u2800\u2800", "\u200b"]) expect(await joinAs({ name })).toMatch(/at least one letter|Write a name/);
    expect(await joinAs({ name: lead?.display_name ?? "" })).toContain("goes by a name that looks like this one");
    expect(await joinAs({ name: "Team lead" })).toContain("looks like a role");
    expect(await seats()).toHaveLength(0);
  });

  test("of two on one phone are told apart, when they come and when one comes later", async () => {
    expect(await joinAs({ name: "Maria", others: "maria" })).toContain("Two people on this phone have the same name");
    const cookie = keptBy(await send(join, { name: "Maria" }));
    expect((await send(people, { names: "Maria" }, { cookie })).status).toBe(422);
    expect((await send(people, { names: "Maria B" }, { cookie })).status).toBe(200);
  });
});

test("phones are told whom an open vote asks, and how many of them have no account; outside a vote neither", async () => {
  await sitDown(sitting, "Maria", "Joe");
  const { userId } = await addToTeam(fixture, "member");
  expect((await send(join, { as: "me" }, { cookie: await signInCookie({ userId } as never) })).status).toBe(200);
  expect(forPhones(await readState(sitting))).toMatchObject({ people: 0, guests: 0 });
  await beginVote(sitting);
  expect(forPhones(await readState(sitting))).toMatchObject({ people: 3, guests: 2, item: { vote: { voted: 0, of: 0 } } });
  expect([describeAsked({ people: 5, guests: 2 }), describeAsked({ people: 3, guests: 1 }), describeAsked({ people: 2, guests: 2 }), describeAsked({ people: 4, guests: 0 })]).toEqual([
    "5 people are asked; 2 of them have no account here.",
    "3 people are asked; 1 of them has no account here.",
    "2 people are asked; none of them has an account here.",
    "4 people are asked; all of them have an account here.",
  ]);
});

test("a change after the reveal is refused in a vote's own words", async () => {
  const cookies = [keptBy(await send(join, { name: "Maria" })), keptBy(await send(join, { name: "Joe" })), keptBy(await send(join, { name: "Ann" }))];
  const round = await beginVote(sitting);
  for (const cookie of cookies) await send(vote, { round, value: "2" }, { cookie });
  await revealVote(sitting.facilitator, sitting.sittingId, 0);
  const answer = await send(vote, { round, value: "5" }, { cookie: cookies[0] ?? "" });
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as { message: string }).message).toBe("The votes were shown before this answer came. What you had voted stands.");
});

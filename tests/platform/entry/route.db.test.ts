import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { RATES } from "@/lib/platform/rates/rates";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { teamRoute } from "@/lib/platform/entry/route";
import { refTo } from "@/tests/support/tools";
import { addToTeam, createAgencyFixture, signInCookie, type AgencyFixture } from "../../support/people";

const OURS = "http://localhost:3000";
let ours: AgencyFixture;
let theirs: AgencyFixture;
let cookie: string;

const handle = teamRoute({
  permission: "response:edit",
  rate: RATES.change,
  handler: async ({ context, toolRef, user }) => Response.json({ agencyId: context.agencyId, toolRef, userId: user.userId }),
});

beforeAll(async () => {
  ours = await createAgencyFixture("Riverbend Police Department");
  theirs = await createAgencyFixture("Hillcrest Fire District");
  cookie = await signInCookie(ours.admin);
});

interface Call {
  method?: string;
  origin?: string | null;
  cookie?: string;
  teamId?: string;
  number?: string;
  /** Whose page asks, as the page says. */
  user?: string;
}

async function call(options: Call = {}, route = handle): Promise<{ status: number; body: unknown; text: string }> {
  const { method = "POST", origin = OURS, cookie: sent = cookie, teamId = ours.teamId, number = "9" } = options;
  const headers = new Headers({ host: "localhost:3000" });
  if (origin !== null) headers.set("origin", origin);
  if (sent) headers.set("cookie", sent);
  if (options.user) headers.set("workbook-user", options.user);
  const request = new Request(`${OURS}/api/teams/${teamId}/tools/${number}/updates`, { method, headers });
  const response = await route(request, { params: Promise.resolve({ teamId, number }) });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text), text };
}

test("hands the handler the agency of the session's membership", async () => {
  expect(await call()).toMatchObject({
    status: 200,
    body: { agencyId: ours.agencyId, toolRef: refTo(9), userId: ours.admin.userId },
  });
});

describe("a state change from elsewhere is refused", () => {
  test.each([
    ["another site", "https://elsewhere.example"],
    ["a site whose name ends in ours", "http://notlocalhost:3000"],
    ["another port", "http://localhost:3001"],
    ["a sandboxed page", "null"],
    ["no origin", null],
  ])("%s", async (_, origin) => {
    expect(await call({ origin })).toMatchObject({ status: 403, body: { error: "cross-origin" } });
  });

  test("reading doesn't need one", async () => {
    expect(await call({ method: "GET", origin: null })).toMatchObject({ status: 200 });
  });
});

test("someone signed out is told so, before anything about the team", async () => {
  const known = await call({ cookie: "" });
  expect(known).toMatchObject({ status: 401, body: { error: "signed-out" } });
  expect(await call({ cookie: "", teamId: randomUUID() })).toEqual(known);
});

test("a page of whoever was signed in before is told that someone else is, before anything about the team", async () => {
  const stranger = await signInCookie(theirs.admin);
  const refused = await call({ user: theirs.admin.userId });
  expect(refused).toMatchObject({ status: 401, body: { error: "someone-else" } });
  expect(await call({ method: "GET", user: theirs.admin.userId })).toEqual(refused);
  expect(await call({ cookie: stranger, user: ours.admin.userId })).toEqual(refused);
  expect(await call({ number: `9?user=${theirs.admin.userId}` })).toEqual(refused);
  expect(await call({ user: ours.admin.userId })).toMatchObject({ status: 200 });
});

test("a foreign team, a nonexistent one, a malformed id and a tool that isn't there are byte for byte alike", async () => {
  const missing = await call({ teamId: randomUUID() });
  expect(missing).toMatchObject({ status: 404, body: { error: "not-found" } });
  expect(await call({ teamId: theirs.teamId })).toEqual(missing);
  expect(await call({ teamId: "not-a-uuid" })).toEqual(missing);
  for (const number of ["0", "14", "09", "9.0", "9e0", "abc", ""]) expect(await call({ number })).toEqual(missing);
});

test("a role that may not is told so; a partner's hidden tool isn't there", async () => {
  const viewer = await signInCookie(await addToTeam(ours, "viewer"));
  expect(await call({ cookie: viewer })).toMatchObject({ status: 403, body: { error: "forbidden" } });
  const partner = await signInCookie(await addToTeam(ours, "partner", [5]));
  expect(await call({ cookie: partner, number: "5" })).toMatchObject({ status: 200 });
  expect(await call({ cookie: partner, number: "9" })).toMatchObject({ status: 404 });
});

test("a rule's refusal is passed on, a failure isn't", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const refusing = teamRoute({
    permission: "response:edit",
    rate: RATES.change,
    handler: async () => {
      throw new RefusedError("This answer is too long.");
    },
  });
  expect(await call({}, refusing)).toMatchObject({ status: 422, body: { error: "refused", message: "This answer is too long." } });
  const failing = teamRoute({
    permission: "response:edit",
    rate: RATES.change,
    handler: async () => {
      throw new Error("password=hunter2");
    },
  });
  const failed = await call({}, failing);
  expect(failed.status).toBe(500);
  expect(failed.text).not.toContain("hunter2");
  log.mockRestore();
});

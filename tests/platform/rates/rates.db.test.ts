import { asRequest } from "../../support/action-request";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { restoreRowAction } from "@/app/teams/[teamId]/tools/[number]/history/actions";
import { agencyAction, publicAction, teamAction, userAction } from "@/lib/platform/entry/action";
import { agencyRoute } from "@/lib/platform/entry/agency-route";
import { type Rate, RATES } from "@/lib/platform/rates/rates";
import { teamRoute } from "@/lib/platform/entry/route";
import { verifySignIn } from "@/lib/platform/auth/sign-in";
import { takeRate } from "@/lib/platform/rates/take-rate";
import { TokenBuckets } from "@/lib/platform/rates/token-buckets";
import { refTo } from "@/tests/support/tools";
import { addToTeam, type AgencyFixture, createAgencyFixture, createPerson, type Person, signInCookie } from "../../support/people";

const OURS = "http://localhost:3000";

// Next's cache exists only inside its server.
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const small = (name: string, counted: Rate["counted"], person: number, agency: number | null): Rate => ({
  name: `test ${name}`,
  deed: "tried many times",
  person: { limit: person, minutes: 60 },
  agency: agency === null ? null : { limit: agency, minutes: 60 },
  counted,
});

let fixture: AgencyFixture;
let member: Person;
let cookies: { admin: string; member: string };
beforeEach(async () => {
  fixture = await createAgencyFixture();
  member = await addToTeam(fixture, "member");
  cookies = { admin: await signInCookie(fixture.admin), member: await signInCookie(member) };
});

describe.each(["instance", "everywhere"] as const)("a route whose rate is counted in the %s", (counted) => {
  const routeOf = (rate: Rate) => {
    const route = teamRoute({ permission: "response:view", rate, handler: async () => Response.json({ ok: true }) });
    return (cookie: string, method = "GET") =>
      route(new Request(`${OURS}/api/teams/x`, { method, headers: { cookie, origin: OURS } }), { params: Promise.resolve({ teamId: fixture.teamId }) });
  };

  test("answers one person's request too many with 429, when to come again, and words; a teammate's is answered", async () => {
    const ask = routeOf(small(`person ${counted}`, counted, 3, 100));
    const statuses = (await Promise.all(Array.from({ length: 8 }, () => ask(cookies.member)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    const refused = await ask(cookies.member);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(3_600);
    expect(refused.headers.get("cache-control")).toBe("no-store");
    expect(await refused.json()).toEqual({ error: "too-many", message: expect.stringMatching(/^You tried many times in .+\. Please wait .+, then go on\.$/) });
    expect((await ask(cookies.admin)).status).toBe(200);
  });

  test("counts an agency's people together, and no other agency's with them", async () => {
    const ask = routeOf(small(`agency ${counted}`, counted, 100, 4));
    for (const cookie of [cookies.member, cookies.admin, cookies.member, cookies.admin]) expect((await ask(cookie)).status).toBe(200);
    const refused = await ask(cookies.admin);
    expect([refused.status, await refused.json()]).toEqual([429, { error: "too-many", message: expect.stringMatching(/^People in your agency tried many times/) }]);
    const other = await createAgencyFixture("Hillcrest Fire District");
    const elsewhere = teamRoute({ permission: "response:view", rate: small(`agency ${counted}`, counted, 100, 4), handler: async () => new Response() });
    const request = new Request(`${OURS}/api/teams/x`, { headers: { cookie: await signInCookie(other.admin) } });
    expect((await elsewhere(request, { params: Promise.resolve({ teamId: other.teamId }) })).status).toBe(200);
  });

  test("counts what somebody asks of a team that is not theirs, too, but not against that agency", async () => {
    const rate = small(`foreign ${counted}`, counted, 2, 3);
    const ask = routeOf(rate);
    const stranger = await signInCookie((await createAgencyFixture("Hillcrest Fire District")).admin);
    const statuses = [await ask(stranger), await ask(stranger), await ask(stranger)].map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 429]);
    expect((await ask(cookies.member)).status).toBe(200);
  });
});

describe("an action", () => {
  test("answers one too many in words, and changes nothing", async () => {
    let runs = 0;
    const options = { input: z.strictObject({}), run: async () => void (runs += 1) };
    const inTeam = teamAction({ ...options, permission: "team:view", rate: small("team action", "everywhere", 2, null) });
    const inAgency = agencyAction({ ...options, permission: "agency:view", rate: small("agency action", "instance", 2, null) });
    const own = userAction({ ...options, event: false, rate: small("user action", "instance", 2, null) });
    const words = { ok: false, message: expect.stringMatching(/^You tried many times/) };
    for (const act of [() => inTeam(fixture.teamId, {}), () => inAgency(fixture.agencyId, {}), () => own({})]) {
      runs = 0;
      await asRequest(cookies.member, act);
      await asRequest(cookies.member, act);
      expect(await asRequest(cookies.member, act)).toMatchObject(words);
      expect(runs).toBe(2);
    }
  });

  test("for somebody who is not signed in counts by the address of the connection, when no proxy is trusted", async () => {
    const holder = globalThis as { workbookConnectionMark?: string };
    holder.workbookConnectionMark = "a mark of the tests";
    const act = publicAction({ rate: small("public action", "everywhere", 2, null), input: z.strictObject({}), run: async (_input, source) => source });
    const from = (address: string, more = {}) =>
      asRequest("", () => act({}), { "x-workbook-connection": `${holder.workbookConnectionMark} ${address}`, ...more });
    expect(await from("203.0.113.9")).toEqual({ ok: true, data: "203.0.113.9" });
    expect(await from("203.0.113.9", { "x-forwarded-for": "198.51.100.1" })).toEqual({ ok: true, data: "203.0.113.9" });
    expect(await from("203.0.113.9", { "x-forwarded-for": "198.51.100.2" })).toMatchObject({ ok: false, message: expect.stringMatching(/wait an hour/) });
    expect(await from("203.0.113.10")).toMatchObject({ ok: true });
    // Of IPv6, whoever has one address has 2^64 of them.
    expect(await from("2001:db8:1:2::1")).toMatchObject({ ok: true });
    expect(await from("2001:db8:1:2::2")).toMatchObject({ ok: true });
    expect(await from("2001:db8:1:2::3")).toMatchObject({ ok: false });
    expect(await from("2001:db8:1:3::1")).toMatchObject({ ok: true });
    // A client's own header says nothing.
    expect(await asRequest("", () => act({}), { "x-workbook-connection": "203.0.113.77" })).toEqual({ ok: true, data: null });
    delete holder.workbookConnectionMark;
  });

  test("that brings earlier answers back is refused to one person after sixty in ten minutes", async () => {
    const act = () => restoreRowAction(fixture.teamId, { toolRef: refTo(1), itemId: "none", rowId: "none" });
    const answers = await Promise.all(Array.from({ length: 70 }, () => asRequest(cookies.member, act)));
    const paused = answers.filter((answer) => !answer.ok && /^You brought back many earlier answers/.test(answer.message));
    expect(paused).toHaveLength(70 - RATES.restore.person.limit);
    expect(RATES.restore.person).toEqual({ limit: 60, minutes: 10 });
    expect(await asRequest(cookies.admin, act)).toMatchObject({ ok: false, message: expect.not.stringMatching(/many/) });
  });
});

test("an IPv6 network that guesses at many accounts is one source", async () => {
  for (let guess = 0; guess < 50; guess += 1) {
    await verifySignIn({ email: `somebody${guess}@people.example`, password: "not the password" }, `2001:db8:7:7::${guess.toString(16)}`);
  }
  const person = await createPerson();
  expect(await verifySignIn(person, "2001:db8:7:7::ffff")).toBeNull();
  expect(await verifySignIn(person, "2001:db8:7:8::1")).toBe(person.userId);
}, 60_000);

describe("the table of rates", () => {
  test("names each counter once, and lets an agency do at least as much as a person", () => {
    const rates: readonly Rate[] = Object.values(RATES);
    expect(new Set(rates.map(({ name }) => name)).size).toBe(rates.length);
    for (const { person, agency } of rates) expect((agency ?? person).limit).toBeGreaterThanOrEqual(person.limit);
  });

  test("leaves room for a person who types fast and for a meeting of fifty", () => {
    expect(RATES.save.person.limit / RATES.save.person.minutes).toBeGreaterThanOrEqual(20 * 60);
    expect((RATES.save.agency?.limit ?? 0) / (RATES.save.agency?.minutes ?? 1)).toBeGreaterThanOrEqual(10 * 60 * 50);
    for (const rate of [RATES.stream, RATES.presence, RATES.read]) expect(rate.agency?.limit).toBeGreaterThanOrEqual(50 * 20);
  });

  test("counts in PostgreSQL what instances must agree on", () => {
    const { restore, export: exports, upload, import: imports, archive, comment, letter, team, agency, signUp } = RATES;
    for (const rate of [restore, exports, upload, imports, archive, comment, letter, team, agency, signUp]) expect(rate.counted).toBe("everywhere");
  });

  test("is named by every route and action: one without a rate does not compile", () => {
    const input = z.strictObject({});
    const run = async () => null;
    const handler = async () => new Response();
    // @ts-expect-error it has no default
    teamRoute({ permission: "response:view", handler });
    // @ts-expect-error it has no default
    agencyRoute({ permission: "agency:view", handler });
    // @ts-expect-error it has no default
    teamAction({ permission: "team:view", input, run });
    // @ts-expect-error it has no default
    agencyAction({ permission: "agency:view", input, run });
    // @ts-expect-error it has no default
    userAction({ event: false, input, run });
    // @ts-expect-error it has no default
    publicAction({ input, run });
    const app = path.resolve(import.meta.dirname, "../../../app");
    const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => /(^|\/)(actions|route|streams)\.tsx?$/.test(file));
    const plain: string[] = [];
    for (const file of files) {
      const source = readFileSync(path.join(app, file), "utf8");
      if (file.endsWith("route.ts")) {
        const methods = source.match(/\bexport\b[^=({]*\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g) ?? [];
        const counted = source.match(/^export const (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) = (team|agency|user|public)Route(<\w+>)?\(\{/gm) ?? [];
        if (methods.length === 0 || methods.length !== counted.length || /\bexport\s*[{*]/.test(source)) plain.push(file);
      }
      const wrapped = source.match(/\b(team|tool|agency|user|public)(Action|Route)(<\w+>)?\(\{/g) ?? [];
      expect([file, source.match(/\brate: RATES\.\w+/g)?.length ?? 0]).toEqual([file, wrapped.length]);
    }
    // What they count by themselves, or need not: files of the build, and what a balancer asks.
    expect(plain.toSorted()).toEqual([
      "api/auth/[...nextauth]/route.ts",
      "api/health/route.ts",
      "api/letters/stop/[token]/route.ts",
      "api/meet/[code]/events/route.ts",
      "api/meet/[code]/join/route.ts",
      "api/meet/[code]/leave/route.ts",
      "api/meet/[code]/people/route.ts",
      "api/meet/[code]/vote/route.ts",
      "api/rate/[token]/events/route.ts",
      "api/rate/[token]/route.ts",
      "api/teams/[teamId]/board/events/route.ts",
      "api/teams/[teamId]/import/route.ts",
      "api/teams/[teamId]/meetings/[meetingId]/events/route.ts",
      "api/teams/[teamId]/rounds/[roundId]/events/route.ts",
      "api/teams/[teamId]/rounds/[roundId]/ratings/route.ts",
      "api/teams/[teamId]/rounds/events/route.ts",
      "api/teams/[teamId]/tools/[number]/events/route.ts",
      "api/teams/[teamId]/tools/[number]/indicators/route.ts",
      "calendar/[file]/route.ts",
      "guide/elements/[id]/help/route.ts",
      "schema/ps-cope-workbook-1.json/route.ts",
      "schema/ps-cope-workbook-2.json/route.ts",
    ]);
    // They hand on to a counted route what a plain form sends.
    for (const file of ["import", "tools/[number]/indicators", "rounds/[roundId]/ratings"]) expect(readFileSync(path.join(app, `api/teams/[teamId]/${file}/route.ts`), "utf8")).toMatch(/= teamRoute\(\{/);
    // Streams are counted where all of them are; a route only gives one its address.
    const streams = readFileSync(path.join(app, "api/streams.ts"), "utf8");
    for (const file of plain.filter((name) => name.endsWith("events/route.ts"))) {
      const [, name = ""] = /^export const GET = (\w+);$/m.exec(readFileSync(path.join(app, file), "utf8")) ?? [];
      expect([file, new RegExp(`^export (?:const ${name} = teamRoute\\(\\{|function ${name}\\()`, "m").test(streams)]).toEqual([file, true]);
    }
    expect(streams).toMatch(/takeRate\(RATES\.streamByLink, /);
    // Without a session: whoever has the address.
    for (const file of ["api/letters/stop/[token]/route", "api/meet/phone-route", "api/rate/[token]/route", "calendar/[file]/route"]) expect(readFileSync(path.join(app, `${file}.ts`), "utf8")).toMatch(/takeRate\(RATES\.\w+, /);
  });
});

describe("what is counted in memory", () => {
  const allowance = { limit: 10, minutes: 1 };

  test("is given back evenly", () => {
    const buckets = new TokenBuckets();
    for (let taken = 0; taken < 10; taken += 1) expect(buckets.take("a", allowance, 0)).toBe(0);
    expect(buckets.take("a", allowance, 0)).toBe(6_000);
    expect(buckets.take("a", allowance, 5_999)).toBe(1);
    expect(buckets.take("a", allowance, 6_000)).toBe(0);
    expect(buckets.take("b", allowance, 6_000)).toBe(0);
    for (let taken = 0; taken < 10; taken += 1) expect(buckets.take("a", allowance, 600_000)).toBe(0);
    expect(buckets.take("a", allowance, 600_000)).toBeGreaterThan(0);
  });

  test("takes no more room however many come, and keeps those who came last", () => {
    const buckets = new TokenBuckets(3);
    for (const key of ["a", "b", "c", "d"]) for (let taken = 0; taken < 10; taken += 1) buckets.take(key, allowance, 0);
    expect(["d", "c", "b"].map((key) => buckets.take(key, allowance, 0))).toEqual([6_000, 6_000, 6_000]);
    expect(buckets.take("a", allowance, 0)).toBe(0);
  });

  test("does not count somebody whose address nobody knows", async () => {
    const rate = small("nobody", "instance", 1, null);
    for (let asked = 0; asked < 5; asked += 1) expect(await takeRate(rate, { person: null, agencyId: null })).toBeNull();
  });
});

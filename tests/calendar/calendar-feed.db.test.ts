import ICAL from "ical.js";
import { beforeEach, describe, expect, test } from "vitest";
import { GET as getOwnFile } from "@/app/(account)/account/calendar.ics/route";
import { GET as getFeed } from "@/app/calendar/[file]/route";
import { assign } from "@/lib/assignments/assignments";
import { endCalendarFeed, findCalendarFeed, makeCalendarFeed } from "@/lib/calendar/calendar-feed";
import { removeAgencyMember } from "@/lib/people/agency-members";
import type { TeamContext } from "@/lib/platform/auth/context";
import { authDb } from "@/lib/platform/db/client";
import { RATES } from "@/lib/platform/rates/rates";
import { query } from "@/tests/support/database";
import { refTo } from "@/tests/support/tools";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, type Person, signInCookie, teamContext } from "../support/people";

const OWNER = process.env.DATABASE_OWNER_URL as string;

let fixture: AgencyFixture;
let lead: TeamContext;
let robin: Person;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  lead = await teamContext(fixture.admin, fixture.teamId);
  robin = await addToTeam(fixture, "member");
  await assign(lead, { toolRef: refTo(3), targetId: "", assigneeId: robin.userId, dueOn: "2031-05-04" });
  await assign(lead, { toolRef: refTo(8), targetId: "", assigneeId: fixture.admin.userId, dueOn: "2031-05-05" });
});

function ask(address: string, headers: Record<string, string> = {}): Promise<Response> {
  const file = new URL(address).pathname.split("/").at(-1) as string;
  return getFeed(new Request(address, { headers }), { params: Promise.resolve({ file }) });
}

const daysIn = (file: string) => new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event).startDate.toString());

test("a private address gives one's own days without a session, names nobody, and says when it is the same", async () => {
  const { address } = await makeCalendarFeed(robin.userId);
  expect(address).toMatch(/^http:\/\/localhost:3000\/calendar\/[\w-]{43}\.ics$/);
  const answer = await ask(address);
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const file = await answer.text();
  expect(daysIn(file)).toEqual(["2031-05-04"]);
  for (const name of ["Avery", "Robin", robin.email]) expect(file).not.toContain(name);
  const tag = answer.headers.get("etag") as string;
  expect((await ask(address, { "If-None-Match": tag })).status).toBe(304);
  expect((await ask(address, { "If-None-Match": `"another", W/${tag}` })).status).toBe(304);
  await assign(lead, { toolRef: refTo(3), targetId: "", assigneeId: robin.userId, dueOn: "2031-05-06" });
  expect(daysIn(await (await ask(address, { "If-None-Match": tag })).text())).toEqual(["2031-05-06"]);
});

test("it is kept hashed, replaced, and turned off", async () => {
  const first = (await makeCalendarFeed(robin.userId)).address;
  const rows = await query<{ row: string }>(OWNER, "select f::text as row from calendar_feed f");
  expect(rows.map(({ row }) => row).join()).not.toContain(first.split("/").at(-1)!.replace(".ics", ""));
  expect((await findCalendarFeed(robin.userId))?.readAt).toBeNull();
  await ask(first);
  expect((await findCalendarFeed(robin.userId))?.readAt).not.toBeNull();
  const second = (await makeCalendarFeed(robin.userId)).address;
  expect((await ask(first)).status).toBe(404);
  expect((await ask(second)).status).toBe(200);
  await endCalendarFeed(robin.userId);
  expect((await ask(second)).status).toBe(404);
  expect(await findCalendarFeed(robin.userId)).toBeNull();
});

test("it ends with the membership and with the account", async () => {
  const { address } = await makeCalendarFeed(robin.userId);
  await removeAgencyMember(await agencyContext(fixture.admin, fixture.agencyId), robin.userId);
  expect(daysIn(await (await ask(address)).text())).toEqual([]);
  await authDb().userAccount.update({ where: { id: robin.userId }, data: { disabledAt: new Date() } });
  expect((await ask(address)).status).toBe(404);
});

test.each(["x.ics", `${"x".repeat(43)}.ics`, `${"x".repeat(43)}`, `${"x".repeat(3_000)}.ics`])("there is no calendar at %s", async (file) => {
  expect((await ask(`http://localhost:3000/calendar/${file}`)).status).toBe(404);
});

test("it may be asked as often as calendars ask, and no more", async () => {
  const { address } = await makeCalendarFeed(robin.userId);
  const tag = (await ask(address)).headers.get("etag") as string;
  let refused: Response | null = null;
  for (let asked = 0; asked <= RATES.calendar.person.limit && !refused; asked += 1) {
    const answer = await ask(address, { "If-None-Match": tag });
    if (answer.status === 429) refused = answer;
  }
  expect(refused?.headers.get("retry-after")).toMatch(/^\d+$/);
});

describe("the file to download", () => {
  const get = (cookie: string) => getOwnFile(new Request("http://localhost:3000/account/calendar.ics", { headers: cookie ? { cookie } : {} }));

  test("holds one's own days", async () => {
    const answer = await get(await signInCookie(fixture.admin));
    expect(answer.headers.get("content-disposition")).toContain('filename="ps-cope-workbook.ics"');
    expect(daysIn(await answer.text())).toEqual(["2031-05-05"]);
  });

  test("sends who is not signed in to sign in, and back", async () => {
    const answer = await get("");
    expect(answer.status).toBe(307);
    expect(answer.headers.get("location")).toBe("/sign-in?next=%2Faccount%2Fcalendar.ics");
  });
});

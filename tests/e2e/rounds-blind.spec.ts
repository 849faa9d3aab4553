import { randomUUID } from "node:crypto";
import { addTeam, createMember, createTestTeam, ROUND_ITEMS, type TestPerson } from "@/tests/support/e2e-database";
import { fillRoute, listRoutes } from "./support/routes";
import { type AppUnderTest, expect, test } from "./support/test";

/** How many rate; the paths they take are the application's own. */
const RATERS = 15;
const VALUES = ["1", "2", "3", "4", "5", "dk-unclear", "dk-unknown"];

const cookieOf = ({ cookie }: TestPerson) => `${cookie.name}=${cookie.value}`;

/** Everything the server sends for an address: the page or file, its payload, and what its headers say. */
async function bytesOf(app: AppUnderTest, path: string, person: TestPerson | null): Promise<string> {
  const texts: string[] = [];
  for (const headers of [{}, { RSC: "1" }]) {
    const response = await fetch(`${app.url}${path}`, { redirect: "manual", headers: { ...headers, ...(person ? { cookie: cookieOf(person) } : {}) } });
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
    const body = isStream ? await firstOf(response) : Buffer.from(await response.arrayBuffer()).toString("latin1");
    texts.push(`${response.status} ${[...response.headers].join(" ")} ${body}`);
  }
  return texts.join("\n");
}

async function firstOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const read = await reader?.read();
  await reader?.cancel();
  return Buffer.from(read?.value ?? []).toString("latin1");
}

/** What differs from one answer to the next by itself: nonces, ids of requests, the time. */
function settle(text: string): string {
  return text
    .replace(/nonce[-="\\]+[\w+/=-]+/g, "nonce")
    .replace(/[A-Za-z]{3}, \d\d [A-Za-z]{3} \d{4} [\d:]+ GMT/g, "date")
    .replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, "time");
}

test("until the reveal no byte that anybody else is sent depends on what people rate", async ({ app, team, lead }) => {
  test.setTimeout(600_000);
  const canary = `heron${randomUUID().slice(0, 8)}`;
  const raters: TestPerson[] = [];
  for (let index = 0; index < RATERS; index += 1) raters.push(await createMember(app, team, "member"));
  const other = { ...team, teamId: randomUUID(), teamName: `Other ${randomUUID().slice(0, 8)}` };
  await addTeam(app, team.agencyId, other.teamId, other.teamName);
  const strangers = await createTestTeam(app);
  const people: readonly (readonly [string, TestPerson | null])[] = [
    ["the lead", lead],
    ["an admin", await createMember(app, team, "admin")],
    ["a viewer", await createMember(app, team, "viewer")],
    ["a partner with the tool", await createMember(app, team, "partner", [9])],
    ["a lead of another team", await createMember(app, other, "lead")],
    ["another agency's admin", await createMember(app, strangers, "admin")],
    ["another rater", raters[0] as TestPerson],
    ["nobody", null],
  ];
  const roundId = randomUUID();
  await app.database.query(
    `with opened as (
       insert into rating_round (agency_id, team_id, id, number, toolkit_id, tool_id, tool_version, item_ids, is_named, is_split, opened_by, asked)
       values ($1, $2, $3, 1, 'ps-cope', 'tool-9', 1, $4, false, true, $5, $6))
     insert into round_rater (agency_id, team_id, round_id, id, user_id, side)
     select $1, $2, $3, gen_random_uuid(), u.id, case when u.place % 2 = 0 then 'safety' else 'community' end from unnest($7::uuid[]) with ordinality as u(id, place)`,
    [team.agencyId, team.teamId, roundId, ROUND_ITEMS, lead.userId, RATERS, raters.map(({ userId }) => userId)],
  );
  const rate = async (person: TestPerson, body: object) => {
    const response = await fetch(`${app.url}/api/teams/${team.teamId}/rounds/${roundId}/ratings`, {
      method: "POST",
      headers: { "Content-Type": "application/json", origin: app.url, cookie: cookieOf(person) },
      body: JSON.stringify({ act: "save", ...body }),
    });
    expect(response.status).toBe(200);
  };

  // Every address of the app that can be asked for with GET, but for sign-in's own and what makes whole archives.
  const skipped = /^\/api\/(auth|health)|\/archive|\/export|sign-out|outbox|calendar|presence|updates|\/seen/;
  const patterns = [...listRoutes("page.tsx"), ...listRoutes("route.ts")].filter((pattern) => !skipped.test(pattern));
  const parameters = { ...team, roundId, number: 9, itemId: ROUND_ITEMS[0], token: "none", meetingId: randomUUID(), sheet: 1, check: "supervisor-check", toolkit: "peer-support", chapter: "none", id: "ie1", file: "none", fileId: randomUUID() };
  const paths = patterns.map((pattern) => fillRoute(pattern, parameters)).concat([`/teams/${team.teamId}/rounds/${roundId}?item=${ROUND_ITEMS[0]}`, `/teams/${team.teamId}/rounds/${roundId}/rate?view=list`]);
  const about = paths.filter((path) => path.includes(roundId) || path.endsWith("/rounds"));
  const readAbout = async () => {
    const read = new Map<string, string>();
    for (const [name, person] of people) for (const path of about) read.set(`${name} ${path}`, settle(await bytesOf(app, path, person)));
    return read;
  };

  // All but the rater who looks rate: first one way, then quite another. Who has finished stays the same.
  const blind = raters.slice(1);
  for (const person of blind) for (const item of ROUND_ITEMS) await rate(person, { item, value: "1" });
  await readAbout();
  const first = await readAbout();
  for (const [index, person] of blind.entries()) {
    for (const item of ROUND_ITEMS) {
      await rate(person, { item, value: VALUES[index % VALUES.length] });
      await rate(person, { item, words: `${canary} ${index}` });
    }
  }
  const second = await readAbout();
  for (const [address, bytes] of second) expect(bytes === first.get(address), `${address} depends on what others rated`).toBe(true);

  // Nor is a private note in anything that anybody else is sent, whatever page or route it is.
  for (const [name, person] of people) for (const path of paths) expect((await bytesOf(app, path, person)).includes(canary), `${path} for ${name}`).toBe(false);
  for (const format of ["json", "csv"]) expect(await bytesOf(app, `/api/teams/${team.teamId}/export?format=${format}&scope=toolkit`, lead)).not.toContain(canary);
  // Nor in mail or a log of the agency. Their own writer finds it.
  const kept = await app.database.query<{ text: string }>("select to_jsonb(m)::text as text from outbox_mail m union all select to_jsonb(a)::text from audit_event a where agency_id = $1 union all select to_jsonb(e)::text from response_event e where agency_id = $1", [team.agencyId]);
  for (const { text } of kept.rows) expect(text).not.toContain(canary);
  expect(await bytesOf(app, `/teams/${team.teamId}/rounds/${roundId}/rate?view=list`, blind[0] as TestPerson)).toContain(`${canary} 0`);

  // The control: after the reveal the same pages do tell what was rated.
  await app.database.query("select 1");
  const reveal = await fetch(`${app.url}/teams/${team.teamId}/rounds/${roundId}`, { headers: { cookie: cookieOf(lead) } });
  expect(reveal.status).toBe(200);
});

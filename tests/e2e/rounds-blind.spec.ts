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
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
    const text = `${response.status} ${[...response.headers].join(" ")} ${body}`;
    texts.push(nonce ? text.replaceAll(nonce, "[nonce]") : text);
  }
  return texts.join("\n");
}

async function firstOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const read = await reader?.read();
  await reader?.cancel();
  return Buffer.from(read?.value ?? []).toString("latin1");
}

/**
 * Without what differs from one answer to the next by itself: the time, and the order and numbers in which the parts of a
 * page happen to be ready while it is sent.
 */
function settle(text: string): string {
  return text
    .replace(/[A-Za-z]{3}, \d\d [A-Za-z]{3} \d{4} [\d:]+ GMT/g, "date")
    .replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, "time")
    .replaceAll('"])</script><script nonce="[nonce]">self.__next_f.push([1,"', "")
    .split(/\\n|\n/)
    .map((line) => line.replace(/^[0-9a-f]+:/, "").replace(/\$L?[0-9a-f]+\b/g, "$"))
    .sort()
    .join("\n");
}

/** The first place at which two texts differ, with what stands around it; null where they don't. */
function whereDiffers(before: string, now: string): string | null {
  if (before === now) return null;
  const at = [...now].findIndex((letter, index) => letter !== before[index]);
  return `${before.slice(Math.max(0, at - 80), at + 80)} … ${now.slice(Math.max(0, at - 80), at + 80)}`;
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
  const parameters = { ...team, roundId, number: 9, itemId: ROUND_ITEMS[0], token: "none", code: "222222", meetingId: randomUUID(), formId: randomUUID(), sheet: 1, check: "supervisor-check", toolkit: "peer-support", chapter: "none", id: "ie1", file: "none", fileId: randomUUID() };
  const paths = patterns.map((pattern) => fillRoute(pattern, parameters)).concat([`/teams/${team.teamId}/rounds/${roundId}?item=${ROUND_ITEMS[0]}`, `/teams/${team.teamId}/rounds/${roundId}/rate?view=list`]);
  const about = paths.filter((path) => path.includes(roundId) || path.endsWith("/rounds"));
  // All but the rater who looks rate: first one way, then quite another. Who has finished stays the same.
  const blind = raters.slice(1);
  for (const person of blind) for (const item of ROUND_ITEMS) await rate(person, { item, value: "1" });
  const addresses = people.flatMap(([name, person]) => about.map((path) => ({ name, person, path })));
  const before = new Map<string, string[]>();
  for (const { name, person, path } of addresses) {
    const read = [];
    for (let time = 0; time < 4; time += 1) read.push(settle(await bytesOf(app, path, person)));
    before.set(`${name} ${path}`, read);
  }
  for (const [index, person] of blind.entries()) {
    for (const item of ROUND_ITEMS) {
      await rate(person, { item, value: VALUES[index % VALUES.length] });
      await rate(person, { item, words: `${canary} ${index}` });
    }
  }
  // An answer that depended on what others rated could never be the same again.
  for (const { name, person, path } of addresses) {
    const known = before.get(`${name} ${path}`) ?? [];
    let now = settle(await bytesOf(app, path, person));
    for (let time = 0; time < 30 && !known.includes(now); time += 1) now = settle(await bytesOf(app, path, person));
    if (!known.includes(now)) expect({ name, path, differs: whereDiffers(known[0] ?? "", now) }).toEqual({ name, path, differs: null });
  }

  // Nor is a private note in anything that anybody else is sent, whatever page or route it is.
  for (const [name, person] of people) for (const path of paths) expect((await bytesOf(app, path, person)).includes(canary), `${path} for ${name}`).toBe(false);
  for (const format of ["json", "csv"]) expect(await bytesOf(app, `/api/teams/${team.teamId}/export?format=${format}&scope=toolkit`, lead)).not.toContain(canary);
  // Nor in mail or a log of the agency. Their own writer finds it.
  const kept = await app.database.query<{ text: string }>("select to_jsonb(m)::text as text from outbox_mail m union all select to_jsonb(a)::text from audit_event a where agency_id = $1 union all select to_jsonb(e)::text from response_event e where agency_id = $1", [team.agencyId]);
  for (const { text } of kept.rows) expect(text).not.toContain(canary);
  expect(await bytesOf(app, `/teams/${team.teamId}/rounds/${roundId}/rate?view=list`, blind[0] as TestPerson)).toContain(`${canary} 0`);

  // The control: what somebody rated does change their own pages, so that these comparisons can fail.
  const own = async () => settle(await bytesOf(app, `/teams/${team.teamId}/rounds/${roundId}/rate?view=list`, blind[0] as TestPerson));
  const ownBefore = await own();
  await rate(blind[0] as TestPerson, { item: ROUND_ITEMS[0], value: "5" });
  expect(whereDiffers(ownBefore, await own())).not.toBeNull();
});

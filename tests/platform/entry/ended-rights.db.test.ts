import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { POST as upload } from "@/app/api/teams/[teamId]/tools/[number]/items/[itemId]/files/route";
import { POST as bringIn } from "@/app/api/teams/[teamId]/import/route";
import { POST as presence } from "@/app/api/teams/[teamId]/tools/[number]/presence/route";
import { POST as save } from "@/app/api/teams/[teamId]/tools/[number]/updates/route";
import { getTool, refTo } from "@/tests/support/tools";
import { ROLES, rolesAllowed } from "@/lib/platform/auth/permissions";
import { revokeAllSessions } from "@/lib/platform/auth/session-store";
import { authorizeTeamRequest } from "@/lib/platform/auth/authorize";
import { readSessionIdOf } from "@/lib/platform/auth/session";
import { isEndedStanding, requireStanding } from "@/lib/platform/auth/require-standing";
import { saveUpdate } from "@/lib/responses/save-update";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { directAnswer } from "@/lib/platform/http/direct-route";
import { toolItems } from "@/lib/domain/tool/items";
import { createAppServer } from "@/scripts/lib/server/create-server.mjs";
import { query } from "../../support/database";
import { addToTeam, type AgencyFixture, createAgencyFixture, type Person, signInCookie, teamContext } from "../../support/people";
import { RawConnection, rawHead } from "../../support/raw-http";
import { Client, storedRows } from "../../support/responses";

// A body that is sent half, then an end of the sender's rights that is committed, then the other half.

const ORIGIN = "http://localhost:3000";
const items = toolItems(getTool(1));
const text = items.find((item) => item.kind === "text")?.id as string;
const owner = (sql: string, values: unknown[] = []) => query<Record<string, unknown>>(process.env.DATABASE_OWNER_URL as string, sql, values);

let fixture: AgencyFixture;
let author: Person;
let cookie: string;
let server: Server;
let served: string;

beforeAll(async () => {
  const answer = directAnswer({ method: "POST", readParams: (url) => ({ teamId: url.split("/")[3] ?? "", number: "1" }), handler: save });
  server = createAppServer({ answer, appUrl: "http://localhost:3000" });
  await once(server.listen(0, "127.0.0.1"), "listening");
  served = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});
beforeEach(async () => {
  fixture = await createAgencyFixture();
  author = await addToTeam(fixture, "partner", [1]);
  cookie = await signInCookie(author);
});

const ENDS: [what: string, end: () => Promise<unknown>, status: number][] = [
  ["was removed from the agency", () => owner("delete from membership where user_id = $1", [author.userId]), 404],
  ["was removed from the team", () => owner("delete from team_member where user_id = $1", [author.userId]), 404],
  ["may only read now", () => owner("update team_member set role = 'viewer' where user_id = $1", [author.userId]), 403],
  ["lost the tool", () => owner("update team_member set tool_keys = '{2}' where user_id = $1", [author.userId]), 404],
  ["signed out", () => revokeAllSessions(author.userId), 401],
  ["had their account disabled", () => owner("update user_account set disabled_at = now() where id = $1", [author.userId]), 401],
];

async function allRows() {
  const more = { files: await owner("select id from evidence_file"), imports: await owner("select user_id from answer_import") };
  return { ...(await storedRows()), ...more };
}

async function edit(words: string): Promise<Uint8Array> {
  return (await Client.open(await teamContext(author, fixture.teamId), 1)).answer(text, words);
}

/** Half of a body at once, the other half when it is let go. */
function halved(bytes: Uint8Array) {
  const half = Math.ceil(bytes.byteLength / 2);
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  let isAsked = () => {};
  /** The second half is waited for. */
  const asked = new Promise<void>((resolve) => (isAsked = resolve));
  async function* parts() {
    yield bytes.subarray(0, half);
    isAsked();
    await gate;
    yield bytes.subarray(half);
  }
  return { body: Readable.toWeb(Readable.from(parts())) as ReadableStream<Uint8Array>, asked, letGo };
}

describe.each(ENDS)("whoever %s while a body was coming", (_what, end, status) => {
  test("has saved nothing, through the server", async () => {
    const update = await edit("Too late.");
    const connection = await RawConnection.open(served);
    const headers = { Cookie: cookie, Origin: ORIGIN, "Content-Length": String(update.byteLength) };
    await connection.write(rawHead(`POST /api/teams/${fixture.teamId}/tools/1/updates`, headers));
    await connection.write(update.subarray(0, 10));
    await end();
    const before = await allRows();
    await connection.write(update.subarray(10));
    expect((await connection.answer())?.status).toBe(status);
    expect(await allRows()).toEqual(before);
  });

  const routes = {
    save: { handler: save, path: "tools/1/updates", params: { number: "1" }, type: "application/octet-stream", body: () => edit("Too late.") },
    presence: { handler: presence, path: "tools/1/presence", params: { number: "1" }, type: "application/json", body: async () => Buffer.from(JSON.stringify({ tab: "t", itemId: null })) },
    upload: { handler: upload, path: `tools/1/items/${text}/files`, params: { number: "1", itemId: text }, type: "text/plain", body: async () => Buffer.from("Some words of a file.") },
  };

  // A viewer may see who is there.
  const closed = (Object.keys(routes) as (keyof typeof routes)[]).filter((name) => name !== "presence" || status !== 403);

  test.each(closed)("gets the same answer to a %s as somebody without rights", async (name) => {
    const { handler, path, params, type, body } = routes[name];
    const sent = halved(await body());
    const request = new Request(`${ORIGIN}/api/teams/${fixture.teamId}/${path}`, {
      method: "POST",
      headers: { cookie, origin: ORIGIN, "content-type": type, "x-file-name": "words.txt" },
      body: sent.body,
      duplex: "half",
    } as RequestInit);
    const answer = handler(request as never, { params: Promise.resolve({ teamId: fixture.teamId, ...params }) } as never);
    await sent.asked;
    await end();
    const before = await allRows();
    sent.letGo();
    expect((await answer).status).toBe(status);
    expect(await allRows()).toEqual(before);
  });

  test("has saved nothing when the rights ended after the body had come, while the save waited for its turn", async () => {
    await saveUpdate(await teamContext(fixture.admin, fixture.teamId), refTo(1), await edit("First."));
    const update = await edit("Too late.");
    const sid = (await readSessionIdOf(new Request(ORIGIN, { headers: { cookie } }))) ?? "";
    const found = await authorizeTeamRequest({ sid, teamId: fixture.teamId, permission: "response:edit", toolRef: refTo(1) });
    if (!found?.access.ok) throw new Error("refused too early");
    const holder = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
    await holder.connect();
    try {
      await holder.query("begin; select from response for update");
      const saving = saveUpdate(found.access.context, refTo(1), update).catch((error: unknown) => error);
      await vi.waitFor(async () => expect(await owner("select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).not.toEqual([]));
      await end();
      const before = await allRows();
      await holder.query("commit");
      expect(await saving).toSatisfy(isEndedStanding);
      expect(await allRows()).toEqual(before);
    } finally {
      await holder.end();
    }
  });
});

test("whoever lost the lead while a file to import came has left nothing behind", async () => {
  const lead = await addToTeam(fixture, "lead");
  const form = new FormData();
  form.set("intent", "check");
  form.set("file", new File([JSON.stringify({ format: "ps-cope-workbook", version: 1, tools: [] })], "answers.json"));
  const whole = new Response(form);
  const type = whole.headers.get("content-type") ?? "";
  const sent = halved(new Uint8Array(await whole.arrayBuffer()));
  const headers = { cookie: await signInCookie(lead), origin: ORIGIN, "content-type": type };
  const request = new Request(`${ORIGIN}/api/teams/${fixture.teamId}/import`, { method: "POST", headers, body: sent.body, duplex: "half" } as RequestInit);
  const answer = bringIn(request, { params: Promise.resolve({ teamId: fixture.teamId }) });
  await sent.asked;
  await owner("update team_member set role = 'member' where user_id = $1", [lead.userId]);
  sent.letGo();
  expect((await answer).status).toBe(403);
  expect(await owner("select user_id from answer_import where user_id = $1", [lead.userId])).toEqual([]);
});

test("the write lets exactly the roles through that the permissions name", async () => {
  const people = await Promise.all((["lead", "member", "partner", "viewer"] as const).map(async (role) => [role, await addToTeam(fixture, role)] as const));
  for (const [role, person] of [["admin", fixture.admin] as const, ...people]) {
    const context = await teamContext(person, fixture.teamId);
    const isLetThrough = await withAgencyConnection(context, (client) => requireStanding(client, context, { permission: "response:edit", toolRef: refTo(1) })).then(
      () => true,
      (error: unknown) => !isEndedStanding(error),
    );
    expect([role, isLetThrough]).toEqual([role, rolesAllowed("response:edit").includes(role)]);
  }
  // The save's own statement has the list inside it.
  const [{ source } = { source: "" }] = (await owner("select prosrc as source from pg_proc where proname = 'save_response'")) as { source: string }[];
  const named = /require_standing\([^[]*array\[([^\]]*)\]/.exec(source)?.[1]?.match(/\w+/g);
  expect(named).toEqual(ROLES.filter((role) => rolesAllowed("response:edit").includes(role)));
});

import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { findFreePort } from "@/prisma/embedded-state";
import { loadSettings } from "@/scripts/lib/settings.mjs";
import { buildUpdate, exampleAnswers } from "@/tests/support/e2e-answers";
import { CHECKOUT } from "@/tests/support/e2e-app";
import type { TestPerson } from "@/tests/support/e2e-database";
import { RawConnection, rawHead, sendRaw } from "@/tests/support/raw-http";
import { listActions } from "./support/actions";
import { startSecondInstance } from "./support/second-instance";
import { type AppUnderTest, expect, test } from "./support/test";

// What no browser of ours sends, to the built app, byte by byte.

const FORM = "application/x-www-form-urlencoded";
const cookieOf = ({ cookie }: Pick<TestPerson, "cookie">) => `${cookie.name}=${cookie.value}`;
const hostOf = (app: Pick<AppUnderTest, "url">) => new URL(app.url).host;

async function ask(app: Pick<AppUnderTest, "url">, line: string, headers: Record<string, string> = {}, body = "") {
  const length = body ? { "Content-Length": String(body.length) } : {};
  const answer = await sendRaw(app.url, rawHead(line, { Host: hostOf(app), ...length, ...headers }) + body);
  expect(answer, line).not.toBeNull();
  return answer ?? { status: 0, headers: new Map<string, string>(), body: "" };
}

const ANY_KIND: readonly string[] = [
  "GET /", "GET /sign-in/", "GET //elsewhere.example/x", "GET /nowhere", "GET /%00", "GET /%ff", "GET /..%2f", "GET /%2e%2e/%2e%2e/etc/passwd",
  "GET /teams/%ff", "GET /guide/elements/%e0%a4%a", `GET /${"long".repeat(2_000)}`, "GET /_next/data/x", "GET /_next/static/none", "GET /_next/image?url=/x&w=1&q=1",
  "GET /_global-error", "GET /_error", "GET /icon.svg", "GET /favicon.ico", "GET /readiness.png", "GET /schema/ps-cope-workbook-1.json", "GET /schema/ps-cope-workbook-2.json", "GET /api/health",
  "GET /api/none", "GET /api/auth/csrf", "GET /api/teams/x/tools/1/updates", "GET /api/teams/x/tools/1/events", "POST /api/teams/x/tools/1/presence",
  "GET /api/teams/x/tools/1/items/y/files", "GET /api/teams/x/export", "GET /api/agencies/x/archive", "POST /api/teams/x/import",
  "OPTIONS /", "OPTIONS *", "TRACE /", "CONNECT elsewhere.example:443", "BANANA /", "PUT /sign-in", "GET http://elsewhere.example/",
];

test("every answer carries HSTS, a policy and what forbids framing, whoever makes it and whatever was asked", async ({ app }) => {
  test.setTimeout(120_000);
  const port = await findFreePort();
  const secure = await startSecondInstance(port, { APP_URL: "https://workbook.example" });
  try {
    const scripts = readdirSync(path.join(CHECKOUT, process.env.NEXT_DIST_DIR ?? ".next", "static/chunks")).filter((file) => /\.(js|css)$/.test(file));
    const lines = [...ANY_KIND, ...scripts.slice(0, 3).map((file) => `GET /_next/static/chunks/${file}`)];
    for (const line of lines) {
      for (const [url, hsts] of [[secure.url, "max-age=31536000; includeSubDomains"], [app.url, undefined]] as const) {
        const { headers } = await ask({ url }, line);
        const policy = headers.get("content-security-policy") ?? "";
        const found = [headers.get("x-frame-options"), headers.get("x-content-type-options"), /frame-ancestors 'none'/.test(policy), headers.get("strict-transport-security")];
        expect(found, `${line} from ${url}`).toEqual(["DENY", "nosniff", true, hsts]);
      }
    }
  } finally {
    await secure.stop();
  }
});

const MALFORMED: [what: string, line: string, headers?: Record<string, string>, body?: string][] = [
  ["OPTIONS *", "OPTIONS *"],
  ["TRACE", "TRACE /api/health"],
  ["an unknown method", "PROPFIND /sign-in"],
  ["broken encoding in a page's address", "GET /teams/%ff"],
  ["broken encoding in a route's address", "GET /api/teams/%ff/tools/1/updates"],
  ["a router's state that is none", "GET /sign-in", { RSC: "1", "Next-Router-State-Tree": "xx" }],
  ["a router's state of another shape", "GET /sign-in", { RSC: "1", "Next-Router-State-Tree": "%5B1%5D" }],
  ["an action nobody has", "POST /sign-in", { "Next-Action": "xx", "Content-Type": "text/plain" }, "[]"],
  ["an action called like a property", "POST /sign-in", { "Next-Action": "__proto__", "Content-Type": "text/plain" }, "[]"],
  ["a form in parts that has none", "POST /sign-in", { "Content-Type": "multipart/form-data; boundary=x" }, "words"],
  ["a form in parts without a boundary", "POST /sign-in", { "Content-Type": "multipart/form-data" }, "words"],
  ["an origin that is none", "POST /sign-in", { "Next-Action": "00", Origin: "http://[" }, "[]"],
  ["two hosts", "GET /", { host: "elsewhere.example" }],
  ["a host that is none", "GET /", { Host: "][{}" }],
  ...["http://[", "javascript:alert(1)", "//elsewhere.example", "https://elsewhere.example/", "%00", "%ff", "%ed%a0%80", "/a&callbackUrl=http://["].flatMap(
    (address): [string, string, Record<string, string>, string?][] => [
      [`an address to go on to in the query: ${address}`, `GET /api/auth/csrf?callbackUrl=${address}`, {}],
      [`next-auth's own page with ${address}`, `GET /api/auth/signin?callbackUrl=${address}`, {}],
      [`an address to go on to in the form: ${address}`, "POST /api/auth/callback/password", { "Content-Type": FORM }, `json=true&callbackUrl=${address}`],
    ],
  ),
  ["an address to go on to without end", "POST /api/auth/signout", { "Content-Type": FORM }, `callbackUrl=/${"x".repeat(100_000)}`],
  ["an address to go on to in a cookie", "GET /api/auth/csrf", { Cookie: "workbook.callback=http%3A%2F%2F%5B" }],
  ["a sign-in as JSON that is none", "POST /api/auth/callback/password", { "Content-Type": "application/json" }, "{"],
  ["a sign-in as JSON of another shape", "POST /api/auth/callback/password", { "Content-Type": "application/json" }, '{"callbackUrl":[1]}'],
];

for (const [what, line, headers, body] of MALFORMED) {
  test(`${what} is answered with 4xx`, async ({ app }) => {
    const { status } = await ask(app, line, headers, body);
    expect(Math.floor(status / 100)).toBe(4);
    expect((await ask(app, "GET /api/health")).status).toBe(200);
  });
}

for (const [what, line, headers] of [
  ["a word for a notice that every object has", "GET /sign-in?from=toString"],
  ["cookies that are none", "GET /sign-in", { Cookie: "workbook.session=%ff%; =; ;;; a; workbook.session=b" }],
  ["a part of a file that it does not have", "GET /readiness.png", { Range: "bytes=99999999-" }],
  ["a wish to speak otherwise", "GET /sign-in", { Connection: "close, Upgrade", Upgrade: "websocket" }],
] as [string, string, Record<string, string>?][]) {
  test(`${what} is no trouble`, async ({ app }) => {
    expect((await ask(app, line, headers)).status).toBe(200);
  });
}

test("no answer leads to a host that only the request names", async ({ app }) => {
  const elsewhere = "elsewhere.example";
  for (const [line, headers] of [
    [`GET http://${elsewhere}/`, {}],
    [`GET http://${elsewhere}/sign-in/`, { Host: elsewhere }],
    [`GET http://${elsewhere}/agencies`, { Host: elsewhere }],
    ["GET /agencies", { Host: elsewhere }],
    ["GET /sign-in/", { Host: elsewhere, "X-Forwarded-Host": elsewhere }],
    [`GET //${elsewhere}/x/`, {}],
    [`GET /\\${elsewhere}/x/`, {}],
    [`GET /.//${elsewhere}/`, {}],
    ["POST /api/auth/callback/password", { Host: elsewhere, "X-Forwarded-Host": elsewhere, "X-Forwarded-Proto": "https", "Content-Type": FORM, "Content-Length": "0" }],
  ] as [string, Record<string, string>][]) {
    const { headers: got } = await ask(app, line, headers);
    const location = got.get("location");
    // Where a browser would go from here.
    expect(new URL(location ?? "/", app.url).host, `${line} leads to ${location}`).toBe(hostOf(app));
  }
});

test("30 MB to a page, an action or the sign-in are refused before they are parsed", async ({ app }) => {
  for (const [address, type] of [["/", FORM], ["/sign-in", "multipart/form-data; boundary=x"], ["/api/auth/callback/password", FORM], ["/api/health", FORM]] as const) {
    const connection = await RawConnection.open(app.url);
    // Only announced: an answer that waited for them would not come.
    await connection.write(rawHead(`POST ${address}`, { Host: hostOf(app), "Content-Type": type, "Content-Length": String(30 * 1024 * 1024) }));
    expect((await connection.answer())?.status, address).toBe(413);
  }
});

test("a save whose author was removed while it was coming stores nothing", async ({ app, lead, team }) => {
  const update = buildUpdate(1, exampleAnswers(1));
  const connection = await RawConnection.open(app.url);
  const headers = { Host: hostOf(app), Origin: app.url, Cookie: cookieOf(lead), "Content-Length": String(update.byteLength) };
  await connection.write(rawHead(`POST /api/teams/${team.teamId}/tools/1/updates`, headers));
  await connection.write(update.subarray(0, 100));
  await app.database.query("delete from membership where user_id = $1", [lead.userId]);
  await connection.write(update.subarray(100));
  expect((await connection.answer())?.status).toBe(404);
  const { rows } = await app.database.query("select from response where agency_id = $1", [team.agencyId]);
  expect(rows).toHaveLength(0);
});

test("an upload whose author signed out while it was coming stores nothing", async ({ app, lead, team }) => {
  const [itemId] = Object.keys(exampleAnswers(1));
  const words = Buffer.alloc(2 * 1024 * 1024, "A long file of words. ");
  const connection = await RawConnection.open(app.url);
  const headers = { Host: hostOf(app), Origin: app.url, Cookie: cookieOf(lead), "X-File-Name": "words.txt", "Content-Length": String(words.byteLength) };
  await connection.write(rawHead(`POST /api/teams/${team.teamId}/tools/1/items/${itemId}/files`, headers));
  await connection.write(words.subarray(0, 1024 * 1024));
  await app.database.query("update session set revoked_at = now() where user_id = $1", [lead.userId]);
  await connection.write(words.subarray(1024 * 1024));
  expect((await connection.answer())?.status).toBe(401);
  const { rows } = await app.database.query("select from evidence_file where agency_id = $1", [team.agencyId]);
  expect(rows).toHaveLength(0);
});

test("the outbox and the sample agency open at this machine only, not under a name that was pointed here", async ({ app }) => {
  const elsewhere: Record<string, string>[] = [
    { Host: "elsewhere.example" },
    { Host: "elsewhere.example", Origin: "http://elsewhere.example" },
    { "X-Forwarded-Host": "workbook.example" },
    { "X-Forwarded-For": "192.0.2.7" },
  ];
  const outbox = async (headers: Record<string, string>) => (await ask(app, "GET /outbox", headers)).status;
  const offers = async (headers: Record<string, string>) => (await ask(app, "GET /sign-in", headers)).body.includes("Open the sample agency");
  const signIn = async (headers: Record<string, string>) => {
    const asked = await ask(app, "GET /api/auth/csrf", headers);
    const csrfToken = /"csrfToken":"(\w+)"/.exec(asked.body)?.[1] ?? "";
    const Cookie = (asked.headers.get("set-cookie") ?? "").split("\n").map((line) => line.split(";")[0]).join("; ");
    const given = `csrfToken=${csrfToken}&json=true`;
    const answer = await ask(app, "POST /api/auth/callback/sample", { ...headers, Cookie, "Content-Type": FORM }, given);
    expect(answer.body).not.toContain("csrf=true");
    return /workbook\.session=\w/.test(answer.headers.get("set-cookie") ?? "");
  };
  // Nothing but where it comes from may make the difference.
  expect([await outbox({}), await offers({}), await signIn({})]).toEqual([200, true, true]);
  const byAddress = { Host: hostOf(app).replace("localhost", "127.0.0.1") };
  expect([await outbox(byAddress), await offers(byAddress), await signIn(byAddress)]).toEqual([200, true, true]);
  for (const headers of elsewhere) {
    expect([headers, await outbox(headers), await offers(headers), await signIn(headers)]).toEqual([headers, 404, false, false]);
  }
});

test("the key of the server actions can be read by nobody else on the machine", () => {
  const key = loadSettings(CHECKOUT).NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? "";
  const build = path.join(CHECKOUT, process.env.NEXT_DIST_DIR ?? ".next");
  const files = readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|json|rscinfo)$/.test(entry.name))
    .map(({ parentPath, name }) => path.join(parentPath, name));
  const holders = [path.join(CHECKOUT, ".env.local"), ...files.filter((file) => readFileSync(file, "utf8").includes(key))];
  expect(holders.length).toBeGreaterThan(1);
  for (const file of holders) expect([file, statSync(file).mode & 0o077]).toEqual([file, 0]);
});

test("a server action whose author was removed while its arguments were coming changes nothing", async ({ app, lead, team }) => {
  const rename = listActions().find(({ name }) => name === "renameTeamAction");
  const body = JSON.stringify([team.teamId, { name: "Renamed too late" }]);
  const connection = await RawConnection.open(app.url);
  const headers = { Host: hostOf(app), Origin: app.url, Cookie: cookieOf(lead), "Next-Action": rename?.id ?? "", "Content-Type": "text/plain;charset=UTF-8" };
  await connection.write(rawHead(`POST /teams/${team.teamId}/people`, { ...headers, "Content-Length": String(body.length) }));
  await connection.write(body.slice(0, 20));
  await app.database.query("delete from membership where user_id = $1", [lead.userId]);
  await connection.write(body.slice(20));
  expect((await connection.answer())?.body).toContain("We could not find that.");
  const { rows } = await app.database.query("select name from team where id = $1", [team.teamId]);
  expect(rows).toEqual([{ name: team.teamName }]);
});

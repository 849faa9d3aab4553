import { SEQ_HEADER } from "@/lib/sync/protocol";
import { UPDATE_MAX_BYTES } from "@/lib/domain/limits";
import { buildUpdate, exampleAnswers, postUpdate, updatesUrl } from "@/tests/support/e2e-answers";
import { createSession, type TestPerson } from "@/tests/support/e2e-database";
import { listActions } from "./support/actions";
import { ADDRESSES, buildStage, pathOf } from "./support/pages";
import { type AppUnderTest, expect, test } from "./support/test";
import { toolPath } from "./support/tool-page";

const cookieOf = ({ cookie }: Pick<TestPerson, "cookie">) => `${cookie.name}=${cookie.value}`;

function getPage(app: AppUnderTest, path: string, person: Pick<TestPerson, "cookie"> | null): Promise<Response> {
  return fetch(`${app.url}${path}`, { redirect: "manual", headers: person ? { Cookie: cookieOf(person) } : {} });
}

test("the save path, which the page policy leaves out, carries headers of its own, signed in or not", async ({ app, lead, team }) => {
  for (const person of [lead, null]) {
    const { headers } = await getPage(app, `/api/teams/${team.teamId}/tools/1/updates?after=0`, person);
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("cache-control")).toContain("no-store");
  }
});

/** How an answer is sent, when, and which number a save got. */
const MAY_DIFFER = new Set(["date", "vary", "connection", "keep-alive", "content-length", "content-encoding", "transfer-encoding", SEQ_HEADER]);

test("a save is answered without Next as it is through Next", async ({ app, lead, team }) => {
  const target = { appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 1 as const };
  const update = buildUpdate(1, exampleAnswers(1));
  const signedIn = { Origin: app.url, Cookie: cookieOf(lead) };
  const requests: Readonly<Record<string, RequestInit & { headers: Record<string, string> }>> = {
    "a new one": { headers: signedIn, body: update },
    "one that is there already": { headers: signedIn, body: update },
    "one that is no update": { headers: signedIn, body: "words" },
    "one that is too large": { headers: signedIn, body: new Uint8Array(UPDATE_MAX_BYTES + 1) },
    "one of a page that is somebody else's": { headers: { ...signedIn, "workbook-user": team.teamId }, body: update },
    "one without a session": { headers: { Origin: app.url }, body: update },
    "one from elsewhere": { headers: { ...signedIn, Origin: "https://elsewhere.example" }, body: update },
  };
  const answers = new Map<string, number>();
  for (const [name, request] of Object.entries(requests)) {
    const seen = [];
    // A query is nobody's here, and makes it Next's to answer.
    for (const address of [updatesUrl(target), `${updatesUrl(target)}?by=next`]) {
      const response = await fetch(address, { method: "POST", ...request });
      const { headers } = response;
      expect(headers.get("vary")?.includes("next-router-state-tree") ?? false, name).toBe(address.endsWith("?by=next"));
      const same = [...headers].filter(([header]) => !MAY_DIFFER.has(header));
      seen.push({ status: response.status, headers: same, text: await response.text() });
    }
    expect(seen[0], name).toEqual(seen[1]);
    answers.set(name, seen[0]?.status ?? 0);
  }
  expect([...answers.values()]).toEqual([204, 204, 400, 413, 401, 401, 403]);
});

test("every page carries the security headers and a policy with a nonce of its own", async ({ app }) => {
  const stage = await buildStage(app);
  const nonces = new Set<string>();
  for (const address of ADDRESSES) {
    const { headers, status } = await getPage(app, pathOf(address, stage), stage.people[address.entry.as]);
    const policy = new Map(
      (headers.get("content-security-policy") ?? "").split("; ").map((directive) => {
        const [name = "", ...values] = directive.split(" ");
        return [name, values] as const;
      }),
    );
    const found = {
      status,
      sniffing: headers.get("x-content-type-options"),
      framing: headers.get("x-frame-options"),
      referrer: headers.get("referrer-policy"),
      ancestors: policy.get("frame-ancestors"),
      objects: policy.get("object-src"),
      base: policy.get("base-uri"),
      default: policy.get("default-src"),
      poweredBy: headers.get("x-powered-by"),
      isNotStored: headers.get("cache-control")?.includes("no-store"),
    };
    expect(found, address.name).toEqual({
      status: 200,
      sniffing: "nosniff",
      framing: "DENY",
      referrer: "same-origin",
      ancestors: ["'none'"],
      objects: ["'none'"],
      base: ["'none'"],
      default: ["'self'"],
      poweredBy: null,
      isNotStored: true,
    });
    const scripts = policy.get("script-src") ?? [];
    expect(scripts.join(" "), address.name).not.toMatch(/unsafe-(inline|eval)/);
    nonces.add(scripts.find((source) => source.startsWith("'nonce-")) ?? "");
  }
  expect(nonces.size).toBe(ADDRESSES.length);
});

test("a copied cookie is dead after sign-out", async ({ app, lead, leadPage: page, team }) => {
  expect((await getPage(app, `/teams/${team.teamId}`, lead)).status).toBe(200);
  await page.goto(`/teams/${team.teamId}`);
  await page.getByRole("banner").locator("summary").click();
  await page.getByRole("banner").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  const after = await getPage(app, `/teams/${team.teamId}`, lead);
  expect(after.status).toBe(307);
  expect(after.headers.get("location")).toContain("/sign-in");
});

test("signing in gives a cookie that scripts cannot read and other sites cannot send", async ({ context, page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Open the sample agency" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your teams" })).toBeVisible();
  const session = (await context.cookies()).find(({ name }) => name === "workbook.session");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});

const FOREIGN_ORIGINS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "another site": { Origin: "https://elsewhere.example" },
  "a null origin": { Origin: "null" },
  "no origin": {},
};

for (const [name, origin] of Object.entries(FOREIGN_ORIGINS)) {
  test(`a change that comes from ${name} is refused and saves nothing`, async ({ app, lead, team }) => {
    const target = { appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 1 as const };
    const update = buildUpdate(1, exampleAnswers(1));
    const response = await fetch(updatesUrl(target), {
      method: "POST",
      headers: { ...origin, Cookie: cookieOf(lead), "Content-Type": "application/octet-stream" },
      body: update,
    });
    expect(response.status).toBe(403);
    const { rows } = await app.database.query("select 1 from answer where agency_id = $1", [team.agencyId]);
    expect(rows).toHaveLength(0);
    expect((await postUpdate(target, update)).status).toBe(204);
  });
}

async function callAction(
  app: AppUnderTest,
  action: { id: string },
  args: readonly unknown[],
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${app.url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { "Next-Action": action.id, "Content-Type": "text/plain;charset=UTF-8", Accept: "text/x-component", ...headers },
    body: JSON.stringify(args),
  });
  return { status: response.status, text: await response.text() };
}

test("no server action runs for another site or a null origin", async ({ app, lead, team }) => {
  expect(listActions().length).toBeGreaterThan(10);
  for (const action of listActions()) {
    for (const Origin of ["https://elsewhere.example", "null"]) {
      const { status, text } = await callAction(app, action, [team.teamId, {}], { Origin, Cookie: cookieOf(lead) });
      expect(status, `${action.name} from ${Origin}`).toBe(403);
      expect(text, `${action.name} from ${Origin}`).not.toContain('"ok":true');
    }
  }
});

test("no server action accepts arguments it does not know, and none answers them with a failure of its own", async ({
  app,
  lead,
  team,
}) => {
  const oddArguments: readonly (readonly unknown[])[] = [
    [],
    [team.teamId],
    [team.teamId, { agencyId: team.agencyId, role: "admin", isAdmin: true }],
    [{ not: "" }, { not: "" }],
    [team.teamId, {}, "more"],
    [null, null],
  ];
  for (const action of listActions()) {
    for (const args of oddArguments) {
      const { status, text } = await callAction(app, action, args, { Origin: app.url, Cookie: cookieOf(lead) });
      const name = `${action.name}(${JSON.stringify(args)})`;
      expect(status, name).toBeLessThan(500);
      // What needs no arguments may do its work with none.
      if (args.length > 0) expect(text, name).not.toContain('"ok":true');
    }
  }
});

test("a page of a role that was taken away is gone on the next request", async ({ app, lead, team }) => {
  expect((await getPage(app, toolPath(team, 1), lead)).status).toBe(200);
  await app.database.query("delete from membership where user_id = $1", [lead.userId]);
  expect((await getPage(app, toolPath(team, 1), lead)).status).toBe(404);
});

test("an account that was disabled is out on the next request, and new sessions do not help", async ({ app, lead, team }) => {
  await app.database.query("update user_account set disabled_at = now() where id = $1", [lead.userId]);
  expect((await getPage(app, `/teams/${team.teamId}`, lead)).status).toBe(307);
  const cookie = await createSession(app, lead.userId);
  expect((await getPage(app, `/teams/${team.teamId}`, { cookie })).status).toBe(307);
});

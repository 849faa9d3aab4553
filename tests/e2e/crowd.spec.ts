import { createHash } from "node:crypto";
import http from "node:http";
import { getTool } from "@/tests/support/tools";
import { RATES, type Rate } from "@/lib/platform/rates/rates";
import { toolItems } from "@/lib/domain/tool/items";
import { createMember, createPerson, type TestPerson } from "@/tests/support/e2e-database";
import { TEST_PASSWORD } from "@/tests/support/insert-people";
import { type AppUnderTest, expect, test } from "./support/test";
import { openItemPanel, openTool } from "./support/tool-page";

interface Sent {
  readonly path: string;
  /** Which of this machine's own addresses it comes from. */
  readonly from: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
}

/** A request as no browser sends it: from an address of choice, with headers of choice. */
async function send(app: AppUnderTest, { path, from, headers = {}, form }: Sent): Promise<{ status: number; text: string; cookie: string }> {
  const { host, port } = new URL(app.url);
  const body = form && new URLSearchParams(form).toString();
  const type = body ? { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": String(body.length) } : {};
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, localAddress: from, agent: false, method: body ? "POST" : "GET", headers: { Host: host, ...type, ...headers } };
    const request = http.request(options, (response) => {
      const chunks: Buffer[] = [];
      const cookie = (response.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]).join("; ");
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString(), cookie }));
    });
    request.on("error", reject).end(body);
  });
}

async function signIn(app: AppUnderTest, from: string, email: string, password: string, headers = {}): Promise<boolean> {
  const { text, cookie } = await send(app, { path: "/api/auth/csrf", from });
  const { csrfToken } = JSON.parse(text) as { csrfToken: string };
  const form = { csrfToken, email, password, json: "true" };
  const answer = await send(app, { path: "/api/auth/callback/password", from, form, headers: { Cookie: cookie, ...headers } });
  return answer.status === 200 && answer.cookie.includes("workbook.session=");
}

test("whoever guesses at many accounts is stopped by the address of their connection, whatever they say it is", async ({ app }) => {
  const person = await createPerson(app);
  expect(await signIn(app, "127.0.0.9", person.email, TEST_PASSWORD)).toBe(true);
  for (let guess = 0; guess < 50; guess += 1) {
    const headers = { "X-Forwarded-For": `203.0.113.${guess}`, "X-Real-IP": `203.0.113.${guess}`, "X-Workbook-Connection": `203.0.113.${guess}` };
    expect(await signIn(app, "127.0.0.9", `nobody${guess}@example.org`, "not the password of anyone", headers)).toBe(false);
  }
  expect(await signIn(app, "127.0.0.9", person.email, TEST_PASSWORD, { "X-Forwarded-For": "203.0.113.200" })).toBe(false);
  expect(await signIn(app, "127.0.0.10", person.email, TEST_PASSWORD)).toBe(true);
});

/** As if they had done it as often as they may. */
async function exhaust({ database }: AppUnderTest, rate: Rate, { userId }: TestPerson): Promise<void> {
  const key = `${rate.name}:person:${createHash("sha256").update(userId).digest("base64url")}`;
  await database.query("insert into throttle (key, window_start, attempts) values ($1, now(), $2)", [key, rate.person.limit + 1]);
}

test("whoever does something too often reads so where they did it, and their words stay", async ({ app, openBrowser, problems, team }) => {
  problems.expect(/status of 429/);
  const member = await createMember(app, team, "member");
  await Promise.all([RATES.comment, RATES.export, RATES.upload].map((rate) => exhaust(app, rate, member)));
  const page = await (await openBrowser(member)).newPage();
  const item = toolItems(getTool(8))[0]!.id;
  await openTool(page, team, 8);
  const panel = await openItemPanel(page, item);
  await panel.getByLabel("Add a comment").fill("One more.");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText("You wrote many comments in the last hour. Please wait an hour, then go on.")).toBeVisible();
  await expect(panel.getByLabel("Add a comment")).toHaveValue("One more.");
  await page.goto(`/teams/${team.teamId}/export`);
  await page.getByRole("button", { name: "Download", exact: true }).click();
  await expect(page.getByText("You downloaded many files in the last hour. Please wait an hour, then go on.")).toBeVisible();
});

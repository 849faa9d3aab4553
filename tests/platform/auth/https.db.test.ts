import { expect, test } from "vitest";
import { connectionFrom } from "../../support/connection";

process.env.APP_URL = "https://workbook.example/";
process.env.EMBEDDED_DATABASE = "false";
const { authOptions } = await import("@/lib/platform/auth/options");
const { sessionCookieName } = await import("@/lib/platform/auth/session-cookie");
const { hasSampleAccount, createAccount } = await import("@/lib/accounts/accounts");
const { listOutbox } = await import("@/lib/platform/mail/outbox");
const { env } = await import("@/lib/platform/env");

test("over https every cookie is __Host- and Secure", () => {
  const { cookies, useSecureCookies } = authOptions();
  expect(useSecureCookies).toBe(true);
  const all = Object.values(cookies ?? {});
  expect(all).toHaveLength(3);
  for (const cookie of all) {
    expect(cookie?.name).toMatch(/^__Host-/);
    expect(cookie?.options).toMatchObject({ secure: true, httpOnly: true, path: "/" });
    expect(cookie?.options).not.toHaveProperty("domain");
  }
  expect(sessionCookieName()).toBe("__Host-workbook.session");
});

test("next-auth takes its address from APP_URL", () => {
  expect(env().APP_URL).toBe("https://workbook.example");
  expect(process.env.NEXTAUTH_URL).toBe("https://workbook.example");
});

test("without the embedded database there is no sample to open and no outbox to read", async () => {
  await createAccount({ name: "Sample", email: "sample@people.example", password: "violet otter hums quietly", isSample: true });
  expect(await hasSampleAccount(new Headers({ host: "localhost", "x-workbook-connection": connectionFrom("127.0.0.1") }))).toBe(false);
  const sample = authOptions().providers.find((provider) => (provider.options as { id?: string }).id === "sample");
  const { authorize } = sample?.options as unknown as { authorize: (_: object, request: { headers: object }) => Promise<unknown> };
  expect(await authorize({}, { headers: {} })).toBeNull();
  expect(await listOutbox()).toEqual([]);
});

import { describe, expect, test, vi } from "vitest";
import { connectionFrom } from "../../support/connection";

process.env.APP_URL = "http://localhost:3000";
// As in the built app: there the server supplies what the development server does not.
vi.stubEnv("NODE_ENV", "production");
const { isLocalVisit } = await import("@/lib/platform/http/local-visit");
const { isSameOrigin } = await import("@/lib/platform/http/same-origin");
const { hasSampleAccount, createAccount } = await import("@/lib/accounts/accounts");
const { mayReadOutbox } = await import("@/lib/platform/mail/outbox");
const { authOptions } = await import("@/lib/platform/auth/options");

const here = { host: "localhost:3000", "x-workbook-connection": connectionFrom("127.0.0.1") };
// What Next adds by itself.
const byNext = { "x-forwarded-host": "localhost:3000", "x-forwarded-for": "::ffff:127.0.0.1", "x-forwarded-proto": "http" };

const VISITS: [what: string, headers: Record<string, string>, isLocal: boolean][] = [
  ["this machine by name", here, true],
  ["this machine through Next", { ...here, ...byNext }, true],
  ["this machine by address", { host: "127.0.0.1:3000", "x-workbook-connection": connectionFrom("::ffff:127.0.0.1") }, true],
  ["this machine by another of its addresses", { host: "127.8.9.1", "x-workbook-connection": connectionFrom("127.8.9.1") }, true],
  ["this machine by its new address", { host: "[::1]:3000", "x-workbook-connection": connectionFrom("::1") }, true],
  ["a site whose name was pointed here", { ...here, host: "elsewhere.example:3000" }, false],
  ["a name that begins like ours", { ...here, host: "localhost.elsewhere.example" }, false],
  ["a name that begins like our address", { ...here, host: "127.0.0.1.elsewhere.example" }, false],
  ["a name before ours", { ...here, host: "elsewhere.example@localhost" }, false],
  ["a name of the network", { ...here, host: "192.168.1.5:3000" }, false],
  ["no name", { "x-workbook-connection": connectionFrom("127.0.0.1") }, false],
  ["another machine", { ...here, "x-workbook-connection": connectionFrom("192.0.2.7") }, false],
  ["nobody knows where", { host: "localhost:3000" }, false],
  ["a proxy that names its own host", { ...here, "x-forwarded-host": "workbook.example" }, false],
  ["a proxy that names several", { ...here, "x-forwarded-host": "localhost, workbook.example" }, false],
  ["a proxy that names a client", { ...here, "x-forwarded-for": "192.0.2.7, 127.0.0.1" }, false],
  ["a proxy of the newer kind", { ...here, forwarded: "for=192.0.2.7;host=workbook.example" }, false],
];

describe("the outbox and the sample agency", () => {
  test.each(VISITS)("for %s", async (_what, headers, isLocal) => {
    expect(isLocalVisit(new Headers(headers))).toBe(isLocal);
    expect(mayReadOutbox(new Headers(headers))).toBe(isLocal);
  });

  test("are offered and opened by the same rule", async () => {
    await createAccount({ name: "Sample", email: "sample@people.example", password: "violet otter hums quietly", isSample: true });
    const sample = authOptions().providers.find((provider) => (provider.options as { id?: string }).id === "sample");
    const { authorize } = sample?.options as unknown as { authorize: (_: object, request: { headers: object }) => Promise<unknown> };
    for (const [what, headers, isLocal] of VISITS) {
      expect([what, await hasSampleAccount(new Headers(headers))]).toEqual([what, isLocal]);
      expect([what, (await authorize({}, { headers })) !== null]).toEqual([what, isLocal]);
    }
  });
});

test.each([
  ["the workbook's address", "http://localhost:3000", "localhost:3000", true],
  ["the workbook's address behind a proxy that names another host", "http://localhost:3000", "internal:8080", true],
  ["this machine by its address", "http://127.0.0.1:3000", "127.0.0.1:3000", true],
  ["a site whose name was pointed here", "http://elsewhere.example:3000", "elsewhere.example:3000", false],
  ["a site of this machine on another port", "http://localhost:8080", "localhost:3000", false],
  ["another site", "https://elsewhere.example", "localhost:3000", false],
  ["nowhere", "null", "localhost:3000", false],
])("a change that comes from %s", (_what, origin, host, isOurs) => {
  expect(isSameOrigin({ headers: new Headers({ origin, host }) })).toBe(isOurs);
});

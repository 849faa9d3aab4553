import { connectionFrom } from "../../support/connection";
import { asRequest } from "../../support/action-request";
import type { AuthOptions, Session } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { beforeAll, describe, expect, test } from "vitest";
import { authOptions } from "@/lib/platform/auth/options";
import { hashSecret } from "@/lib/platform/auth/secrets";
import { findSessionById, createSession } from "@/lib/platform/auth/session-store";
import { tidyIdentity } from "@/lib/platform/auth/tidy-sessions";
import { authDb } from "@/lib/platform/db/client";
import { query } from "../../support/database";
import { cookieOf, createPerson, type Person } from "../../support/people";

let person: Person;
let options: AuthOptions;

beforeAll(async () => {
  person = await createPerson();
  options = authOptions();
});

type JwtCallback = NonNullable<NonNullable<AuthOptions["callbacks"]>["jwt"]>;

function jwt(parameters: Partial<Parameters<JwtCallback>[0]>): Promise<JWT> {
  return Promise.resolve(options.callbacks?.jwt?.(parameters as Parameters<JwtCallback>[0]) as Promise<JWT>);
}

describe("the token in the cookie", () => {
  test("carries a session id and nothing else, a new one at each sign-in", async () => {
    const signIn = () =>
      asRequest("", () => jwt({ token: { name: person.name, email: person.email, sub: person.userId }, user: { id: person.userId }, trigger: "signIn" }));
    const [first, second] = [await signIn(), await signIn()];
    expect(Object.keys(first)).toEqual(["sid"]);
    expect(first.sid).not.toBe(second.sid);
    expect(await findSessionById(String(first.sid))).toMatchObject({ userId: person.userId });
  });

  test("ends the session this browser had before", async () => {
    const before = await createSession(person.userId);
    await asRequest(await cookieOf(before), () => jwt({ token: {}, user: { id: person.userId }, trigger: "signIn" }));
    expect(await findSessionById(before)).toBeNull();
  });

  test("takes nothing a client sends along with an update", async () => {
    const token = await asRequest("", () =>
      jwt({
        token: { sid: "mine", role: "admin", email: person.email },
        trigger: "update",
        session: { sid: "another", role: "admin", userId: "x" },
      }),
    );
    expect(token).toEqual({ sid: "mine" });
  });

  test("is not turned into a session object with a person in it", async () => {
    const session = await options.callbacks?.session?.({
      session: { expires: "2030-01-01", user: { email: person.email } } as Session,
      token: { sid: "mine" },
    } as unknown as Parameters<NonNullable<NonNullable<AuthOptions["callbacks"]>["session"]>>[0]);
    expect(session).toEqual({ expires: "2030-01-01" });
  });
});

test("signing out ends the session's row, and is recorded", async () => {
  const sid = await createSession(person.userId);
  await options.events?.signOut?.({ token: { sid }, session: undefined as unknown as Session });
  expect(await findSessionById(sid)).toBeNull();
  const events = await authDb().accountEvent.findMany({ where: { userId: person.userId, action: "account:sign-out" } });
  expect(events).toMatchObject([{ outcome: "done" }]);
});

test("signing in clears what no longer counts: old sessions, dead links, past windows", async () => {
  const longAgo = new Date(Date.now() - 40 * 86_400_000);
  const sid = await createSession(person.userId);
  const kept = await createSession(person.userId);
  await authDb().session.update({ where: { sidHash: hashSecret(sid) }, data: { expiresAt: longAgo } });
  await authDb().throttle.create({ data: { key: "old", windowStart: longAgo, attempts: 5 } });
  await authDb().throttle.create({ data: { key: "new", windowStart: new Date(), attempts: 5 } });
  await tidyIdentity();
  expect(await authDb().session.count({ where: { sidHash: hashSecret(sid) } })).toBe(0);
  expect(await findSessionById(kept)).not.toBeNull();
  expect((await authDb().throttle.findMany()).map(({ key }) => key)).not.toContain("old");
  expect(await authDb().throttle.count({ where: { key: "new" } })).toBe(1);
});

describe("the providers", () => {
  type Authorize = (credentials: unknown, request: { headers: Record<string, string> }) => Promise<{ id: string } | null>;
  const authorizeOf = (id: string): Authorize => {
    const provider = options.providers.find((candidate) => (candidate.options as { id?: string }).id === id);
    return (provider?.options as unknown as { authorize: Authorize }).authorize;
  };

  test("are the password and the sample, no others", () => {
    expect(options.providers.map((provider) => (provider.options as { id: string }).id)).toEqual(["password", "sample"]);
  });

  test("answer with an id or null, never an error that would land in the address", async () => {
    const authorize = authorizeOf("password");
    expect(await authorize(person, { headers: {} })).toEqual({ id: person.userId, sid: expect.any(String) });
    expect(await authorize({ email: person.email, password: "wrong words here" }, { headers: {} })).toBeNull();
    for (const bad of [undefined, null, {}, { email: { not: "" }, password: { not: "" } }, { email: "x".repeat(10_000), password: "y" }]) {
      expect(await authorize(bad, { headers: {} })).toBeNull();
    }
  });

  test("tell of a pause by a word of ours, which may stand in an address", async () => {
    const authorize = authorizeOf("password");
    const email = "paused@people.example";
    for (let i = 0; i < 5; i++) expect(await authorize({ email, password: "wrong words here" }, { headers: {} })).toBeNull();
    await expect(authorize({ email, password: "wrong words here" }, { headers: {} })).rejects.toThrow(/^paused$/);
  });

  test("open the sample only where there is one", async () => {
    const authorize = authorizeOf("sample");
    expect(await authorize({}, { headers: {} })).toBeNull();
    // The running app can't: an account that opens without a password is made so by the seed.
    await expect(authDb().userAccount.update({ where: { id: person.userId }, data: { isSample: true } })).rejects.toThrow(/permission denied/);
    await query(process.env.DATABASE_OWNER_URL as string, "update user_account set is_sample = true where id = $1", [person.userId]);
    expect(await authorize({}, { headers: {} })).toEqual({ id: person.userId });
    expect(await authorize({}, { headers: { host: "localhost:3000", "x-workbook-connection": connectionFrom("::1") } })).toEqual({ id: person.userId });
    expect(await authorize({}, { headers: { host: "elsewhere.example:3000", "x-workbook-connection": connectionFrom("::1") } })).toBeNull();
    expect(await authorize({}, { headers: { host: "localhost:3000", "x-workbook-connection": connectionFrom("192.0.2.7") } })).toBeNull();
    await authDb().userAccount.update({ where: { id: person.userId }, data: { disabledAt: new Date() } });
    expect(await authorize({}, { headers: {} })).toBeNull();
  });
});

test("cookies are for the server only and stay on this site", () => {
  for (const cookie of Object.values(options.cookies ?? {})) {
    expect(cookie?.options).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/" });
  }
});

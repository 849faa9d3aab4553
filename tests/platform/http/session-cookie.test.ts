import { beforeEach, expect, test, vi } from "vitest";

Object.assign(process.env, {
  DATABASE_RUNTIME_URL: "postgres://nobody@localhost/none",
  DATABASE_AUTH_URL: "postgres://nobody@localhost/none",
  APP_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a secret of the tests, long enough for the rule",
});
const jwt = vi.hoisted(() => ({ decode: vi.fn<(options: { token?: string }) => Promise<{ sid: string; exp: number } | null>>() }));
vi.mock("next-auth/jwt", () => jwt);
const { readSessionId } = await import("@/lib/platform/auth/session-cookie");

const inAnHour = () => Math.floor(Date.now() / 1_000) + 3_600;

beforeEach(() => {
  jwt.decode.mockReset();
});

test("of many requests that come at once with one cookie, one opens it for all", async () => {
  jwt.decode.mockImplementation(async ({ token }) => ({ sid: `inside ${token}`, exp: inAnHour() }));
  const read = await Promise.all(Array.from({ length: 200 }, () => readSessionId("a cookie")));
  expect(new Set(read)).toEqual(new Set(["inside a cookie"]));
  expect(await readSessionId("a cookie")).toBe("inside a cookie");
  expect(jwt.decode).toHaveBeenCalledTimes(1);
  expect(await readSessionId("another cookie")).toBe("inside another cookie");
});

test("a cookie that could not be opened is none for all who came with it, and tried again by the next", async () => {
  jwt.decode.mockRejectedValueOnce(new Error("forged"));
  expect(await Promise.all([readSessionId("a forged cookie"), readSessionId("a forged cookie")])).toEqual([null, null]);
  jwt.decode.mockResolvedValue({ sid: "good after all", exp: inAnHour() });
  expect(await readSessionId("a forged cookie")).toBe("good after all");
});

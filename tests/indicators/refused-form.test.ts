import { expect, test } from "vitest";
import type { TeamContext } from "@/lib/platform/auth/context";
import { readRefused, sealRefused } from "@/app/teams/[teamId]/goals/[sheet]/refused-form";

process.env.DATABASE_RUNTIME_URL ??= "postgres://unused.example/unused";
process.env.DATABASE_AUTH_URL ??= "postgres://unused.example/unused";
process.env.NEXTAUTH_SECRET ??= "x".repeat(32);
process.env.APP_URL ??= "https://workbook.example";

const who = (userId: string, teamId = "team") => ({ userId, teamId }) as TeamContext;
const REFUSED = { message: "Some answers need another look.", problems: { value: "How many is blank." }, values: { note: "Of one person." } };

test("what a refused form held comes back to its person, in its team, and says nothing in the address", () => {
  const back = sealRefused(who("a"), REFUSED)!;
  expect(back).toMatch(/^[\w-]+$/);
  expect(Buffer.from(back, "base64url").toString("latin1")).not.toContain("person");
  expect(readRefused(who("a"), { back })).toMatchObject(REFUSED);
  expect(readRefused(who("b"), { back })).toBeUndefined();
  expect(readRefused(who("a", "other"), { back })).toBeUndefined();
});

test("what this site did not seal is passed over", () => {
  const back = sealRefused(who("a"), REFUSED)!;
  for (const changed of ["", "x", "x".repeat(100_000), `${back.slice(0, -2)}AA`, Buffer.from(JSON.stringify({ userId: "a", teamId: "team", ...REFUSED })).toString("base64url")]) {
    expect(readRefused(who("a"), { back: changed })).toBeUndefined();
  }
  expect(readRefused(who("a"), {})).toBeUndefined();
});

test("what is too long for an address goes without its words", () => {
  expect(sealRefused(who("a"), { ...REFUSED, values: { note: "🙂".repeat(5_000) } })).toBeNull();
});

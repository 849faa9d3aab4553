import { describe, expect, test } from "vitest";
import { z } from "zod";
import { assertStrict, parseInput } from "@/lib/auth/strict-input";

describe("an action's schema must be strict at every depth", () => {
  test.each([
    ["at the top", z.object({ name: z.string() })],
    ["in a nested object", z.strictObject({ who: z.object({ name: z.string() }) })],
    ["in a list", z.strictObject({ rows: z.array(z.object({ name: z.string() })) })],
    ["behind optional", z.strictObject({ who: z.object({ name: z.string() }).optional() })],
    ["in a union", z.union([z.strictObject({ a: z.string() }), z.object({ b: z.string() })])],
    ["when it is loose on purpose", z.looseObject({ name: z.string() })],
  ])("refused %s", (_, schema) => {
    expect(() => assertStrict(schema)).toThrow(/strict/);
  });

  test("taken when it is", () => {
    expect(() => assertStrict(z.strictObject({ rows: z.array(z.strictObject({ id: z.string() })) }))).not.toThrow();
  });
});

describe("what a client may not send", () => {
  const schema = z.strictObject({ email: z.email("Enter an email address."), role: z.enum(["member"]) });

  test("a key the form never had", () => {
    const result = parseInput(schema, { email: "a@b.example", role: "member", agencyId: "other" });
    expect(result).toMatchObject({ ok: false, fieldErrors: {} });
  });

  test("a query operator in place of a value", () => {
    expect(parseInput(schema, { email: { not: "" }, role: "member" })).toMatchObject({ ok: false });
    expect(parseInput(schema, { not: "x" })).toMatchObject({ ok: false });
  });

  test("a bad value is named by its field", () => {
    const result = parseInput(schema, { email: "nobody", role: "member" });
    expect(result).toMatchObject({ ok: false, fieldErrors: { email: "Enter an email address." } });
  });
});

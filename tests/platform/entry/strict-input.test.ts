import { describe, expect, test } from "vitest";
import { z } from "zod";
import { assertStrict, parseInput } from "@/lib/platform/entry/strict-input";
import { boundedText, dateText, idText } from "@/lib/domain/text/bounded-text";
import { keysOf } from "@/tests/support/tools";

describe("an action's schema must bound what is sent before anything else is done with it", () => {
  const never = z.transform((value: string) => value.normalize("NFC"));
  test.each([
    ["a text of any length", z.string()],
    ["a text whose blanks go before it is measured", z.string().trim().max(9)],
    ["a text that is normalised before it is measured", z.string().normalize().max(9)],
    ["a text that is matched before it is measured", z.string().regex(/^a*$/).max(9)],
    ["a text that is matched although it was too long", z.string().max(9).regex(/^a*$/)],
    ["a transform without a bound", z.string().transform((text) => text.trim())],
    ["a bound after the transform", z.string().transform((text) => text.trim()).pipe(z.string().max(9))],
    ["a preprocessed value", z.preprocess((value) => String(value).trim(), boundedText(9))],
    ["a transform that comes first", z.pipe(never, boundedText(9))],
    ["a text measured by zod, which reads it to count its letters", z.string().max(9, { abort: true })],
    ["a refinement without a bound", z.string().refine((text) => /a*b/.test(text))],
    ["an address, which is matched first", z.email().max(254)],
    ["an id, which is matched first", z.uuid()],
    ["a date, which is matched first", z.iso.date()],
    ["anything made into a text", z.coerce.string().max(9, { abort: true })],
    ["anything made into a number", z.coerce.number()],
    ["a list of any length", z.array(z.enum(["a"]))],
    ["a list of unbounded texts", z.array(z.string()).max(3)],
    ["a record", z.record(z.string(), z.boolean())],
    ["a map", z.map(boundedText(9), z.boolean())],
    ["a set", z.set(boundedText(9))],
    ["what nobody knows", z.unknown()],
    ["anything", z.any()],
    ["a template", z.templateLiteral(["a", z.string()])],
    ["a schema that is found later", z.lazy(() => z.string())],
    ["behind a default", z.string().default("")],
    ["behind null", z.string().nullable()],
    ["behind catch", z.string().catch("")],
    ["in a union", z.union([boundedText(9), z.string()])],
  ])("refused: %s", (_, field) => {
    expect(() => assertStrict(z.strictObject({ field }))).toThrow(/bounded|entries|bounds/);
  });

  test.each([
    ["a bounded text", boundedText(9)],
    ["… that is changed and matched then", boundedText(9).trim().toLowerCase().regex(/a/).transform((text) => text.normalize())],
    ["… that may be left out", boundedText(9).nullable().optional()],
    ["an id", idText()],
    ["a date", dateText("Enter a date.").nullable()],
    ["a bounded list", z.array(z.literal([1, 2])).max(2).transform((list) => list.toSorted())],
    ["choices, numbers and switches", z.union([z.enum(["a"]), z.number().int(), z.boolean(), z.null()])],
  ])("taken: %s", (_, field) => {
    expect(() => assertStrict(z.strictObject({ field }))).not.toThrow();
  });
});

describe("a text that is too long", () => {
  const marks = `a${"\u0301\u0323".repeat(500_000)}`;
  /** Everything a schema can do with a text, counted. */
  function counting(done: string[]) {
    const note = <T,>(name: string, value: T): T => (done.push(name), value);
    return boundedText(400, "Shorten this.")
      .overwrite((text) => note("overwrite", text))
      .refine(() => note("refine", true))
      .regex({ test: () => note("regex", true) } as unknown as RegExp)
      .transform((text) => note("transform", text));
  }

  test.each([
    ["letters", "a".repeat(10), "a".repeat(11)],
    ["signs of two units each", "🚒".repeat(5), `${"🚒".repeat(5)}a`],
  ])("is one of more UTF-16 units than its bound: %s", (_, fits, tooLong) => {
    expect(boundedText(10).safeParse(fits).success).toBe(true);
    expect(boundedText(10).safeParse(tooLong).success).toBe(false);
  });

  test("reaches no transform, match or check behind the bound", () => {
    const done: string[] = [];
    const schema = z.strictObject({ name: counting(done) });
    expect(schema.safeParse({ name: marks }).error?.issues.map(({ message }) => message)).toEqual(["Shorten this."]);
    expect(done).toEqual([]);
    schema.parse({ name: "Dana" });
    expect(done).toEqual(["overwrite", "refine", "regex", "transform"]);
  });

  test("does not reach a schema at all when no form could have sent it", () => {
    const done: string[] = [];
    const schema = z.strictObject({ name: z.unknown().transform((value) => (done.push("read"), value)) });
    expect(parseInput(schema, { name: marks })).toMatchObject({ ok: false, fieldErrors: {} });
    expect(done).toEqual([]);
  });
});

describe("what one argument of an action may hold", () => {
  const read: string[] = [];
  const schema = z.unknown().transform((value) => (read.push("read"), value));
  const nested = (depth: number): unknown => (depth === 0 ? 1 : { in: nested(depth - 1) });
  test.each([
    ["a hundred thousand entries", { list: Array<number>(100_000).fill(1) }],
    ["a list with a claimed length", { list: Array<number>(4_000_000) }],
    ["many lists", { lists: Array.from({ length: 400 }, () => [1, 2]) }],
    ["ten thousand keys", Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`k${at}`, 1]))],
    ["a key as long as a book", { ["k".repeat(100_000)]: 1 }],
    ["many texts that are long together", { list: Array<string>(20).fill("a".repeat(4_000)) }],
    ["things within things", nested(50)],
    ["a map", new Map([["name", "Dana"]])],
    ["a set", new Set(["Dana"])],
    ["a form", new FormData()],
    ["bytes", new Uint8Array(8)],
    ["a number without an end", 10n ** 5_000n],
    ["a date", new Date(0)],
    ["a promise", Promise.resolve("Dana")],
  ])("not %s", (_, input) => {
    read.length = 0;
    expect(parseInput(schema, input).ok).toBe(false);
    expect(read).toEqual([]);
  });

  test("but every form of ours", () => {
    const input = { name: "n".repeat(400), body: "語".repeat(8_000), toolKeys: keysOf(1, 2, 3), dueOn: null, isResolved: true };
    expect(parseInput(schema, input).ok).toBe(true);
  });
});

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
    const rows = z.array(z.strictObject({ id: boundedText(36) })).max(9);
    expect(() => assertStrict(z.strictObject({ rows }))).not.toThrow();
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

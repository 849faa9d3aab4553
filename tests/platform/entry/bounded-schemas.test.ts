import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { TOOLS } from "@/tests/support/tools";
import { assertStrict } from "@/lib/platform/entry/strict-input";
import { draftSchemaOf } from "@/lib/domain/item/item-schemas";
import { itemsById } from "@/lib/domain/tool/items";

// Exists only inside Next's server.
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** What reads nothing that a client sent. */
const NOT_INPUT = [
  /** The one place that bounds. */
  "lib/domain/text/bounded-text.ts",
  /** Settings of whoever runs the app. */
  "lib/platform/env.ts",
  /** What instances tell each other through PostgreSQL. */
  "lib/sync/server/instance-messages.ts",
  /** Describe and type what a download holds; what is brought in is read by lib/imports and checked by item schemas. */
  "lib/exports/json/answer-schemas.ts",
  "lib/exports/json/indicator-schema.ts",
  "lib/exports/json/readiness-schema.ts",
  "lib/exports/json/workbook-schema.ts",
  "lib/exports/json/json-schema.ts",
  "lib/exports/json/tool-in-file.ts",
  /** The app's own rows, which another release may have written with a field more. */
  "lib/events/response-event.ts",
];

/** Builders that take text or lists as they come; `boundedText` and its like stand in their place. */
const UNBOUNDED =
  /\bz\s*\.\s*(?:string|email|url|httpUrl|uuid|uuidv\d|guid|cuid2?|ulid|nanoid|base64|base64url|jwt|emoji|hostname|e164|hex|hash|ipv[46]|cidrv[46]|iso|stringFormat|stringbool|templateLiteral|json|coerce|preprocess|record|map|set|any|unknown|custom|lazy|file|function|looseObject|codec|catch)\b/g;

const files = ["app", "lib", "components"]
  .flatMap((folder) => readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)))
  .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"));
const sourceOf = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const usingZod = files.filter((file) => /from "zod(?:\/[^"]*)?"/.test(sourceOf(file)) && !NOT_INPUT.includes(file));

describe("no schema of the app takes text of any length", () => {
  test("every file with schemas is looked at", () => {
    expect(usingZod.length).toBeGreaterThan(15);
    expect(usingZod).toEqual(expect.arrayContaining(["lib/platform/auth/sign-in.ts", "lib/people/people-schemas.ts"]));
    expect(NOT_INPUT.filter((file) => !files.includes(file))).toEqual([]);
  });

  test.each(usingZod)("%s builds no unbounded one", (file) => {
    expect(sourceOf(file).match(UNBOUNDED) ?? []).toEqual([]);
  });

  test.each(usingZod)("what %s exports is bounded before anything else", async (file) => {
    const exported = Object.entries((await import(path.join(ROOT, file))) as Record<string, unknown>);
    for (const [name, schema] of exported) {
      if (schema instanceof z.ZodType) expect(() => assertStrict(schema), name).not.toThrow();
    }
  });

  test("what may be stored for every item of every tool is bounded", () => {
    for (const tool of TOOLS) {
      for (const item of itemsById(tool).values()) expect(() => assertStrict(draftSchemaOf(item)), item.id).not.toThrow();
    }
  });
});

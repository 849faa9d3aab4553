import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { searchResources } from "@/components/guide/search-resources";
import { resourceCategories } from "@/content/ps-cope/resources/all";
import { safeNextPath } from "@/lib/platform/http/next-path";
import { hashPassword, verifyPassword } from "@/lib/platform/passwords/password";
import { passwordProblem } from "@/lib/platform/passwords/password-rules";
import { parseItemCursor, parseToolCursor } from "@/lib/history/history-cursor";
import { resolveMentions } from "@/lib/domain/people/mention-places";
import { personOf } from "@/lib/domain/people/person";
import { commentBodySchema } from "@/lib/comments/change-comments";
import { handBackNoteSchema } from "@/lib/assignments/assignments";
import { emailSchema, personNameSchema } from "@/lib/people/people-schemas";
import { isUuid } from "@/lib/platform/db/uuid";
import { parseExportOptions } from "@/lib/exports/document/export-options";
import { cleanFileName } from "@/lib/evidence/evidence-file";

/** A million marks on one letter: to put them in order takes a minute and more. */
const MARKS = `a${"\u0301\u0323".repeat(500_000)}`;
/** Longer than any text that may be worked on. */
const WORKED_ON = 10_000;

const methods = ["normalize", "toLowerCase", "toUpperCase", "trim", "split", "replace", "replaceAll", "match", "matchAll", "search", "toWellFormed"] as const;

describe("a text of a million combining marks is refused or cut before it is worked on", () => {
  let longest = 0;

  beforeEach(() => {
    longest = 0;
    for (const method of methods) {
      const original = String.prototype[method] as (...given: unknown[]) => unknown;
      vi.spyOn(String.prototype, method).mockImplementation(function (this: string, ...given: unknown[]) {
        longest = Math.max(longest, this.length);
        // The point is made; the work itself would take minutes.
        return this.length > WORKED_ON ? original.call("", ...given) : original.call(this, ...given);
      } as never);
    }
    for (const method of ["exec", "test"] as const) {
      const original = RegExp.prototype[method] as (text: string) => unknown;
      vi.spyOn(RegExp.prototype, method).mockImplementation(function (this: RegExp, text: string) {
        longest = Math.max(longest, String(text).length);
        return original.call(this, String(text).length > WORKED_ON ? "" : text);
      } as never);
    }
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each<[string, () => unknown]>([
    ["as a name", () => personNameSchema.safeParse(MARKS)],
    ["as an email address", () => emailSchema.safeParse(`${MARKS}@agency.example`)],
    ["as a comment", () => commentBodySchema.safeParse(MARKS)],
    ["as a note", () => handBackNoteSchema.safeParse(MARKS)],
    ["as a new password", () => passwordProblem(MARKS, { email: "dana@agency.example" })],
    ["as a password to sign in with", () => verifyPassword(null, MARKS)],
    ["as a password to be kept", () => Promise.resolve().then(() => hashPassword(MARKS)).catch(() => null)],
    ["as a file's name", () => cleanFileName(`${MARKS}.pdf`)],
    ["as words to search the guide for", () => searchResources(resourceCategories, MARKS)],
    ["as a place in the history", () => [parseToolCursor(MARKS), parseItemCursor(MARKS)]],
    ["as where to go next", () => safeNextPath(`/${MARKS}`)],
    ["as an id", () => isUuid(MARKS)],
  ])("%s", async (_, work) => {
    await work();
    const seen = longest;
    vi.restoreAllMocks();
    expect(seen).toBeLessThanOrEqual(WORKED_ON);
  });

  test("a comment of nothing but @ is not searched through once for each of them", () => {
    vi.restoreAllMocks();
    const searched: number[] = [];
    const original = RegExp.prototype.test as (text: string) => boolean;
    RegExp.prototype.test = function (text) {
      searched.push(text.length);
      return original.call(this, text);
    };
    const found = resolveMentions("@".repeat(4_000), [{ person: personOf("dana"), name: "Dana" }]);
    RegExp.prototype.test = original;
    expect(found).toEqual(["@".repeat(4_000)]);
    expect(Math.max(...searched)).toBeLessThanOrEqual(2);
  });
});

test("an address with thousands of choices is refused before they are looked up", () => {
  const parameters = new URLSearchParams(Array.from({ length: 5_000 }, (_, at) => [`a${at}`, "1"]));
  const looked = vi.spyOn(parameters, "getAll");
  expect(parseExportOptions(parameters)).toMatchObject({ ok: false });
  expect(looked).not.toHaveBeenCalled();
});

test("a file's ending outlives the cut", () => {
  expect(cleanFileName(`${"a".repeat(5_000)}.pdf`)).toMatch(/^a+\.pdf$/);
});

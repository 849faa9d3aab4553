import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DEFAULT_WORDS } from "@/lib/site/default-words";
import { getSiteWords, SITE_PAGES, WORDS_MAX_BYTES } from "@/lib/site/operator-words";
import { readPassages } from "@/lib/site/passages";

let folder: string;
const settings: { SITE_WORDS?: string } = {};
vi.mock("@/lib/platform/env", () => ({ env: () => settings }));

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "site-words-"));
  settings.SITE_WORDS = folder;
});
afterEach(() => rm(folder, { recursive: true }));

const defaultOf = (page: (typeof SITE_PAGES)[number]) => ({ passages: readPassages(DEFAULT_WORDS[page]), isOperators: false });

describe("a page of the footer", () => {
  test.each(SITE_PAGES)("on %s has words of its own without a setting, in calm language", async (page) => {
    delete settings.SITE_WORDS;
    expect(await getSiteWords(page)).toEqual(defaultOf(page));
    expect(DEFAULT_WORDS[page].length).toBeGreaterThan(300);
    expect(DEFAULT_WORDS[page]).not.toContain("!");
  });

  test("has the operator's words where there are any, page by page", async () => {
    await writeFile(path.join(folder, "contact.md"), "\uFEFF# Write to us\n\nAt help@county.example, any time.");
    expect(await getSiteWords("contact")).toEqual({
      isOperators: true,
      passages: [
        { kind: "heading", text: "Write to us" },
        { kind: "paragraph", pieces: ["At ", { href: "mailto:help@county.example", text: "help@county.example" }, ", any time."] },
      ],
    });
    expect(await getSiteWords("terms")).toEqual(defaultOf("terms"));
    await writeFile(path.join(folder, "terms.txt"), "Plain terms.");
    expect((await getSiteWords("terms")).isOperators).toBe(true);
  });

  test("keeps the workbook's words for a file that is empty, too large or no file, and says so in the log", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await writeFile(path.join(folder, "help.md"), "  \n");
    await writeFile(path.join(folder, "terms.md"), "x".repeat(WORDS_MAX_BYTES + 1));
    settings.SITE_WORDS = folder;
    expect(await getSiteWords("help")).toEqual(defaultOf("help"));
    expect(said).not.toHaveBeenCalled();
    expect(await getSiteWords("terms")).toEqual(defaultOf("terms"));
    expect(said).toHaveBeenCalledTimes(1);
    said.mockRestore();
  });
});

describe("plain text", () => {
  test("is paragraphs, headings and lists", () => {
    expect(readPassages("One\ntwo.\r\n\r\n## Head\nAfter it.\n\nBefore:\n- first\n  goes on\n* second")).toEqual([
      { kind: "paragraph", pieces: ["One two."] },
      { kind: "heading", text: "Head" },
      { kind: "paragraph", pieces: ["After it."] },
      { kind: "paragraph", pieces: ["Before:"] },
      { kind: "list", entries: [["first goes on"], ["second"]] },
    ]);
  });

  test("makes links of web and mail addresses alone, and markup stays words", () => {
    expect(readPassages("<b>See</b> https://county.example/a?b=1. Not javascript:alert(1).")).toEqual([
      { kind: "paragraph", pieces: ["<b>See</b> ", { href: "https://county.example/a?b=1", text: "https://county.example/a?b=1" }, ". Not javascript:alert(1)."] },
    ]);
  });
});

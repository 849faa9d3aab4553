import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const STYLES = path.join(import.meta.dirname, "../../app/styles");
const RULE = /([^{};]+)\{([^{}]*)\}/g;

interface Rule {
  readonly selectors: readonly string[];
  readonly body: string;
}

/** The innermost rules of every style sheet, each selector by itself. */
function listRules(): readonly Rule[] {
  const files = readdirSync(STYLES, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".css"));
  return files.flatMap((file) => {
    const css = readFileSync(path.join(STYLES, file), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    return [...css.matchAll(RULE)].map(([, selector = "", body = ""]) => ({ selectors: selector.split(/,\s*\n/).map((one) => one.trim()), body }));
  });
}

describe("in forced colours", () => {
  const rules = listRules();
  const kept = new Set(rules.filter(({ body }) => body.includes("forced-color-adjust: none")).flatMap(({ selectors }) => selectors));

  // There the browser lays the page's colour behind words; on a filled ground that is the words' own.
  test("words on a filled ground keep it: whatever has its own colour of words says what it is there", () => {
    const filled = rules.filter(({ body }) => /(^|[\s;])color: var\(--on-primary\)/.test(body)).flatMap(({ selectors }) => selectors);
    expect(filled.length).toBeGreaterThan(5);
    expect(filled.filter((selector) => !kept.has(selector))).toEqual([]);
  });
});

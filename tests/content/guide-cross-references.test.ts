import { describe, expect, it } from "vitest";

import { acronyms } from "@/content/ps-cope/guide/acronyms";
import { inlineResources } from "@/content/ps-cope/resources/additional";
import { TOOLS } from "@/tests/support/tools";
import { inlineTokenizer } from "@/lib/domain/toolkit/tokenize-text";

/** What can stand in printed text; ids, `source` notes and what is offered beside an item are ours. */
function printedTexts(value: unknown, key = ""): readonly string[] {
  if (key === "offers") return [];
  if (typeof value === "string") return ["id", "source"].includes(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((entry) => printedTexts(entry, key));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, entry]) => printedTexts(entry, name));
}

const tokens = TOOLS.flatMap((tool) =>
  printedTexts([tool.purpose, tool.completion, tool.directions, tool.sections]),
).flatMap(inlineTokenizer({ acronyms, tools: TOOLS }));

describe("printed text of the tools", () => {
  it("refers to Tools 5, 9, 12 and 13 by their full names, and each reference resolves", () => {
    const named = tokens.flatMap((token) => (token.kind === "tool" ? [token.slug] : []));
    expect([...new Set(named)].toSorted((a, b) => Number(a) - Number(b))).toEqual(["5", "9", "12", "13"]);
    expect(tokens.filter((token) => token.kind === "text" && /\bTool \d/.test(token.text))).toEqual([]);
  });

  it("holds one web address, Tool 6's, which is also among the resources", () => {
    const addresses = tokens.flatMap((token) => (token.kind === "link" ? [token.url] : []));
    expect(addresses).toEqual(inlineResources.resources.map(({ url }) => url));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { inlineTokenizer, type InlineDictionaries, type InlineToken } from "@/lib/domain/toolkit/tokenize-text";

const dictionaries: InlineDictionaries = {
  acronyms: [
    { acronym: "PS-COPE", meaning: "the framework" },
    { acronym: "ROSC", meaning: "a system" },
    { acronym: "TI-ROSC", meaning: "an informed system" },
    { acronym: "TI", meaning: "informed" },
    { acronym: "SUD", meaning: "a disorder" },
    { acronym: "MAT", meaning: "a treatment" },
  ],
  terms: [
    { forms: ["harm reduction"], meaning: "staying safer" },
    { forms: ["procedural justice", "procedurally just"], meaning: "being fair" },
    { forms: ["Core Team", "core team"], meaning: "us" },
  ],
  tools: [
    { label: "Tool 1", slug: "1", title: "Data-based Decision-making Worksheet" },
    { label: "Tool 5", slug: "5", title: "Partner Organization Checklist" },
    { label: "Tool 7", slug: "7", title: "The Spirit: Engaging in “Change Talk”" },
    { label: "Tool 13", slug: "13", title: "Evaluation Template (SUD)" },
  ],
};

const tokenize = inlineTokenizer(dictionaries);

const text = (value: string): InlineToken => ({ kind: "text", text: value });
const link = (url: string): InlineToken => ({ kind: "link", text: url, url });
const acronym = (value: string, meaning: string): InlineToken => ({ kind: "acronym", text: value, meaning });
const term = (value: string, meaning: string): InlineToken => ({ kind: "term", text: value, meaning });

const cases: readonly { rule: string; input: string; tokens: readonly InlineToken[] }[] = [
  { rule: "nothing gives nothing", input: "", tokens: [] },
  { rule: "plain text stays one token", input: "Ask first.", tokens: [text("Ask first.")] },
  {
    rule: "a tool's full name becomes a tool",
    input: "Refer to Tool 5: Partner Organization Checklist for a list.",
    tokens: [
      text("Refer to "),
      { kind: "tool", text: "Tool 5: Partner Organization Checklist", slug: "5" },
      text(" for a list."),
    ],
  },
  {
    rule: "a name may end in a quotation mark, or hold brackets and an acronym",
    input: "Tool 7: The Spirit: Engaging in “Change Talk”, Tool 13: Evaluation Template (SUD)",
    tokens: [
      { kind: "tool", text: "Tool 7: The Spirit: Engaging in “Change Talk”", slug: "7" },
      text(", "),
      { kind: "tool", text: "Tool 13: Evaluation Template (SUD)", slug: "13" },
    ],
  },
  {
    rule: "a number with another title is not a tool",
    input: "Tool 5: Evaluation Template and Tool 1 alone",
    tokens: [text("Tool 5: Evaluation Template and Tool 1 alone")],
  },
  {
    rule: "a longer word after the name is not a tool",
    input: "Tool 5: Partner Organization Checklists",
    tokens: [text("Tool 5: Partner Organization Checklists")],
  },
  {
    rule: "the full stop after an address is not part of it",
    input: "See https://www.theiacp.org/resources/document/community-police-engagement.",
    tokens: [
      text("See "),
      link("https://www.theiacp.org/resources/document/community-police-engagement"),
      text("."),
    ],
  },
  {
    rule: "brackets and quotation marks around an address are not part of it",
    input: "(https://a.example/b?c=1&d=2), “https://e.example/”",
    tokens: [
      text("("),
      link("https://a.example/b?c=1&d=2"),
      text("), “"),
      link("https://e.example/"),
      text("”"),
    ],
  },
  {
    rule: "an acronym inside an address is left alone",
    input: "https://a.example/SUD/MAT",
    tokens: [link("https://a.example/SUD/MAT")],
  },
  {
    rule: "only web addresses become links",
    input: "javascript:alert(1) ftp://a.example www.a.example",
    tokens: [text("javascript:alert(1) ftp://a.example www.a.example")],
  },
  {
    rule: "an acronym with a hyphen is one acronym",
    input: "PS-COPE works",
    tokens: [acronym("PS-COPE", "the framework"), text(" works")],
  },
  {
    rule: "the longer acronym wins over those it holds",
    input: "TI-ROSC, ROSC",
    tokens: [acronym("TI-ROSC", "an informed system"), text(", "), acronym("ROSC", "a system")],
  },
  {
    rule: "a hyphen ends a word",
    input: "SUD-related",
    tokens: [acronym("SUD", "a disorder"), text("-related")],
  },
  {
    rule: "acronyms match whole words only",
    input: "SUDs FORMAT MATÉ MAT_1",
    tokens: [text("SUDs FORMAT MATÉ MAT_1")],
  },
  {
    rule: "a term is found in each of its forms, and with a capital first letter",
    input: "Harm reduction is procedurally just, core team.",
    tokens: [term("Harm reduction", "staying safer"), text(" is "), term("procedurally just", "being fair"), text(", "), term("core team", "us"), text(".")],
  },
  { rule: "terms match whole words, and no other case", input: "harm reductions, HARM REDUCTION, Core team", tokens: [text("harm reductions, HARM REDUCTION, "), term("Core team", "us")] },
  { rule: "acronyms match their exact case", input: "sud Mat", tokens: [text("sud Mat")] },
];

describe("a tokenizer of printed text", () => {
  it.each(cases)("$rule", ({ input, tokens }) => {
    expect(tokenize(input)).toEqual(tokens);
  });

  it("finds addresses with empty dictionaries", () => {
    expect(inlineTokenizer({ acronyms: [], tools: [] })("SUD https://a.example")).toEqual([
      text("SUD "),
      link("https://a.example"),
    ]);
  });

  it("never loses or adds a character", () => {
    const piece = fc.constantFrom("SUD", "TI-ROSC", "-", " ", ".", "https://", "a.example", "Tool 5: Partner Organization Checklist", "“", ")", "é");
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const input = pieces.join("");
        const tokens = tokenize(input);
        expect(tokens.map((token) => token.text).join("")).toBe(input);
        expect(tokens.every((token) => token.text.length > 0)).toBe(true);
      }),
    );
  });
});

import type { ReactNode } from "react";
import { InlineTokens } from "@/components/tool/inline-text";
import { acronyms } from "@/content/guide/acronyms";
import { TOOLS } from "@/content/tools/index";
import { type InlineToken, tokenizeText } from "@/lib/tools/inline-text";

/** The guide's own subject needs no explanation on each of its pages; the glossary holds it. */
const explained = acronyms.filter(({ acronym }) => acronym !== "PS-COPE");

export type MarkText = (text: string) => ReactNode;

/**
 * Marks texts handed to it in reading order. An acronym is explained where it comes first, so that
 * people who move by keyboard don't stop at every one. Make one marker per section of a page.
 */
export function createTextMarker(): MarkText {
  const tokens = createTokenizer();
  return (text) => <InlineTokens tokens={tokens(text)} toolsPath="/guide/tools" />;
}

/** The tokens behind `createTextMarker`. */
export function createTokenizer(): (text: string) => readonly InlineToken[] {
  const seen = new Set<string>();
  return (text) =>
    tokenizeText(text, { acronyms: explained, tools: TOOLS }).map((token) => {
      if (token.kind !== "acronym") return token;
      if (seen.has(token.text)) return { kind: "text", text: token.text };
      seen.add(token.text);
      return token;
    });
}

import { Fragment, type ReactNode } from "react";
import { InlineTokens } from "@/components/tool/inline-text";
import { acronyms } from "@/content/guide/acronyms";
import { TOOLS } from "@/content/tools/index";
import { type InlineToken, tokenizeText } from "@/lib/tools/inline-text";

/** The guide's own subject needs no explanation on each of its pages; the glossary holds it. */
const SUBJECT = "PS-COPE";

export type MarkText = (text: string) => ReactNode;

/** An acronym that needs no explanation here; it only stays on one line. */
interface KnownToken {
  readonly kind: "known";
  readonly text: string;
}

/**
 * Marks texts handed to it in reading order: links, and acronyms with their meaning. An acronym is explained
 * where it comes first, so that people who move by keyboard don't stop at every one. Make one marker per section.
 */
export function createTextMarker(): MarkText {
  const tokensOf = createTokenizer();
  return function markText(text) {
    return tokensOf(text).map((token, index) => (
      <Fragment key={index}>
        {token.kind === "known" ? (
          <span className="whitespace-nowrap">{token.text}</span>
        ) : (
          <InlineTokens tokens={[token]} toolsPath="/guide/tools" />
        )}
      </Fragment>
    ));
  };
}

/** The tokens behind `createTextMarker`. */
export function createTokenizer(): (text: string) => readonly (InlineToken | KnownToken)[] {
  const known = new Set([SUBJECT]);
  return (text) =>
    tokenizeText(text, { acronyms, tools: TOOLS }).map((token) => {
      if (token.kind !== "acronym") return token;
      if (known.has(token.text)) return { kind: "known", text: token.text };
      known.add(token.text);
      return token;
    });
}

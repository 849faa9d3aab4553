import { Fragment, type ReactNode } from "react";
import { InlineTokenView } from "@/components/tool/views/inline-text";
import { ACRONYMS, GLOSSARY, TOOLS } from "@/content/toolkits";
import { type InlineToken, inlineTokenizer } from "@/lib/domain/toolkit/tokenize-text";

/** The guide's own subject needs no explanation on each of its pages; the glossary holds it. */
const SUBJECT = "PS-COPE";

export type MarkText = (text: string) => ReactNode;

export interface ToolLinkOptions {
  /** Where the names of tools lead: "/guide/tools" makes "/guide/tools/5". */
  readonly toolsPath: string;
  /** The slugs of the only tools that the reader can open; null for all. */
  readonly openTools: readonly string[] | null;
}

const tokenize = inlineTokenizer({ acronyms: ACRONYMS, terms: GLOSSARY.filter(({ isMarked }) => isMarked), tools: TOOLS });

/** An acronym that needs no explanation here; it only stays on one line. */
interface KnownToken {
  readonly kind: "known";
  readonly text: string;
}

/**
 * Marks texts handed to it in reading order: links, and acronyms and terms with their meaning. Both are explained
 * where they come first, so that people who move by keyboard don't stop at every one. Make one marker per section.
 */
export function createTextMarker({ toolsPath, openTools }: ToolLinkOptions = { toolsPath: "/guide/tools", openTools: null }): MarkText {
  const tokensOf = createTokenizer();
  const noteIds = `note-${crypto.randomUUID().slice(0, 8)}`;
  let notes = 0;
  const isLinked = (token: InlineToken) =>
    token.kind !== "tool" || openTools === null || openTools.includes(token.slug);
  return function markText(text) {
    const tokens = tokensOf(text);
    // Most texts are plain; a page has hundreds of them.
    if (tokens.every(({ kind }) => kind === "text")) return text;
    return tokens.map((token, index) => (
      <Fragment key={index}>
        {token.kind === "known" ? (
          <span className="whitespace-nowrap">{token.text}</span>
        ) : isLinked(token) ? (
          <InlineTokenView token={token} toolsPath={toolsPath} noteId={`${noteIds}-${(notes += 1)}`} />
        ) : (
          token.text
        )}
      </Fragment>
    ));
  };
}

/** The tokens behind `createTextMarker`. */
export function createTokenizer(): (text: string) => readonly (InlineToken | KnownToken)[] {
  const known = new Set([SUBJECT]);
  return (text) =>
    tokenize(text).map((token) => {
      if (token.kind === "term") {
        if (known.has(token.meaning)) return { kind: "text", text: token.text };
        known.add(token.meaning);
        return token;
      }
      if (token.kind !== "acronym") return token;
      if (known.has(token.text)) return { kind: "known", text: token.text };
      known.add(token.text);
      return token;
    });
}

import { Fragment, type ReactNode } from "react";
import { InAppLink } from "@/components/printed/in-app-link";
import type { ExplainedToken, MarkedText, MarkedToken } from "@/lib/domain/toolkit/mark-texts";

export interface ToolLinks {
  /** Where the names of tools lead: "/guide/tools" makes "/guide/tools/5". */
  readonly toolsPath: string;
  /** The slugs of the only tools that the reader can open; null for all. */
  readonly openTools: readonly string[] | null;
}

export const GUIDE_LINKS: ToolLinks = { toolsPath: "/guide/tools", openTools: null };

/** Printed text: names of tools and addresses as links, acronyms and terms with their meaning. */
export function drawMarked(text: MarkedText, links: ToolLinks = GUIDE_LINKS): ReactNode {
  // Most texts are plain; a page has hundreds of them.
  if (text.every(({ kind }) => kind === "text")) return text.map((token) => token.text).join("");
  return text.map((token, index) => <Fragment key={index}>{drawToken(token, links)}</Fragment>);
}

function drawToken(token: MarkedToken, { toolsPath, openTools }: ToolLinks): ReactNode {
  switch (token.kind) {
    case "text":
      return token.text;
    case "tool":
      return openTools === null || openTools.includes(token.slug) ? <InAppLink href={`${toolsPath}/${token.slug}`}>{token.text}</InAppLink> : token.text;
    case "link":
      return (
        <a href={token.url} className="[overflow-wrap:anywhere]">
          {token.text}
        </a>
      );
    case "known":
      return <span className="whitespace-nowrap">{token.text}</span>;
    case "acronym":
    case "term":
      return <Explained token={token} />;
  }
}

/**
 * A short word that explains itself on hover and on focus, by style alone. Escape hides the explanation; see
 * `PrintedText`.
 */
function Explained({ token: { kind, text, meaning, noteId } }: { token: ExplainedToken }) {
  const Word = kind === "acronym" ? "abbr" : "dfn";
  return (
    <Word tabIndex={0} aria-describedby={noteId} className="acronym">
      {text}
      <span id={noteId} role="tooltip" className="acronym-note">
        {meaning}
      </span>
    </Word>
  );
}

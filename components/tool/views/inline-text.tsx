import { InAppLink } from "@/components/printed/in-app-link";
import type { InlineToken } from "@/lib/domain/toolkit/tokenize-text";
import { Acronym, Term } from "./acronym";

interface InlineTokenViewProps {
  token: InlineToken;
  /** Where the names of tools lead: "/guide/tools" makes "/guide/tools/5". */
  toolsPath: string;
  /** No other on the page has it. */
  noteId: string;
}

/** Printed text: names of tools and addresses as links, acronyms and terms with their meaning. */
export function InlineTokenView({ token, toolsPath, noteId }: InlineTokenViewProps) {
  switch (token.kind) {
    case "text":
      return token.text;
    case "tool":
      return <InAppLink href={`${toolsPath}/${token.slug}`}>{token.text}</InAppLink>;
    case "link":
      return (
        <a href={token.url} className="[overflow-wrap:anywhere]">
          {token.text}
        </a>
      );
    case "acronym":
      return <Acronym id={noteId} text={token.text} meaning={token.meaning} />;
    case "term":
      return <Term id={noteId} text={token.text} meaning={token.meaning} />;
  }
}

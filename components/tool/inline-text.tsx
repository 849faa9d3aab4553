import Link from "next/link";
import type { InlineToken } from "@/lib/tools/inline-text";
import { Acronym } from "./acronym";

/**
 * Printed text: names of tools and addresses as links, acronyms with their meaning.
 * `toolsPath` is where the names of tools lead: "/guide/tools" makes "/guide/tools/5".
 */
export function InlineTokens({ tokens, toolsPath }: { tokens: readonly InlineToken[]; toolsPath: string }) {
  return tokens.map((token, index) => <Token key={index} token={token} toolsPath={toolsPath} />);
}

function Token({ token, toolsPath }: { token: InlineToken; toolsPath: string }) {
  switch (token.kind) {
    case "text":
      return token.text;
    case "tool":
      return <Link href={`${toolsPath}/${token.slug}`}>{token.text}</Link>;
    case "link":
      return (
        <a href={token.url} className="[overflow-wrap:anywhere]">
          {token.text}
        </a>
      );
    case "acronym":
      return <Acronym text={token.text} meaning={token.meaning} />;
  }
}

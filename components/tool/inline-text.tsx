import Link from "next/link";
import { type InlineDictionaries, type InlineToken, tokenizeText } from "@/lib/tools/inline-text";

interface InlineTokensProps {
  tokens: readonly InlineToken[];
  /** Where the names of tools lead: "/guide/tools" makes "/guide/tools/5". */
  toolsPath: string;
}

/** Printed text in its parts: names of tools and addresses as links, acronyms with their meaning. */
export function InlineTokens({ tokens, toolsPath }: InlineTokensProps) {
  return tokens.map((token, index) => <Token key={index} token={token} toolsPath={toolsPath} />);
}

interface InlineTextProps extends InlineDictionaries {
  text: string;
  toolsPath: string;
}

/** The same from the text itself. */
export function InlineText({ text, toolsPath, ...dictionaries }: InlineTextProps) {
  return <InlineTokens tokens={tokenizeText(text, dictionaries)} toolsPath={toolsPath} />;
}

function Token({ token, toolsPath }: { token: InlineToken; toolsPath: string }) {
  switch (token.kind) {
    case "text":
      return token.text;
    case "tool":
      return <Link href={`${toolsPath}/${token.toolNumber}`}>{token.text}</Link>;
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

/** The meaning is read aloud in its place; the note repeats it for the eye on hover and on focus. */
function Acronym({ text, meaning }: { text: string; meaning: string }) {
  return (
    <span className="acronym" tabIndex={0}>
      {text}
      <span className="sr-only"> ({meaning})</span>
      <span aria-hidden="true" className="acronym-note">
        {meaning}
      </span>
    </span>
  );
}

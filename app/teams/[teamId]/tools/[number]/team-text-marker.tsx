import { createTokenizer, type MarkText } from "@/components/guide/marked-text";
import { InlineTokens } from "@/components/tool/inline-text";
import type { ToolNumber } from "@/lib/tools/definition";

/** Marks printed text with links to the team's own tools; `openTools` null means all of them are open to the reader. */
export function createTeamTextMarker(teamId: string, openTools: readonly ToolNumber[] | null): MarkText {
  const tokensOf = createTokenizer();
  return (text) => {
    const tokens = tokensOf(text).map((token) =>
      token.kind === "tool" && openTools && !openTools.includes(token.toolNumber)
        ? ({ kind: "text", text: token.text } as const)
        : token,
    );
    return <InlineTokens tokens={tokens} toolsPath={`/teams/${teamId}/tools`} />;
  };
}

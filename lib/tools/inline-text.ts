import type { ToolNumber } from "./definition";
import type { Acronym } from "./guide";

export type InlineToken =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "tool"; readonly text: string; readonly toolNumber: ToolNumber }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  | { readonly kind: "acronym"; readonly text: string; readonly meaning: string };

export interface InlineDictionaries {
  readonly acronyms: readonly Acronym[];
  readonly tools: readonly { readonly number: ToolNumber; readonly title: string }[];
}

/** Ends before the punctuation that closes a sentence or a bracket. */
const ADDRESS = String.raw`https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]]`;

/**
 * Splits printed text into plain text, names of tools ("Tool 5: Partner Organization Checklist"),
 * web addresses and acronyms. Names and acronyms match whole words and exact case;
 * inside an address or a tool's name no acronym is marked. The token texts, joined, are the text again.
 */
export function tokenizeText(text: string, { acronyms, tools }: InlineDictionaries): InlineToken[] {
  const toolNumbers = new Map(tools.map((tool) => [`Tool ${tool.number}: ${tool.title}`, tool.number]));
  const meanings = new Map(acronyms.map(({ acronym, meaning }) => [acronym, meaning]));
  const words = wholeWords([...toolNumbers.keys(), ...meanings.keys()]);
  const pattern = new RegExp(words === null ? ADDRESS : `${ADDRESS}|${words}`, "gu");

  const tokens: InlineToken[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const found = match[0];
    if (match.index > end) tokens.push({ kind: "text", text: text.slice(end, match.index) });
    end = match.index + found.length;

    const toolNumber = toolNumbers.get(found);
    const meaning = meanings.get(found);
    if (toolNumber !== undefined) tokens.push({ kind: "tool", text: found, toolNumber });
    else if (meaning !== undefined) tokens.push({ kind: "acronym", text: found, meaning });
    else tokens.push({ kind: "link", text: found, url: found });
  }
  if (end < text.length) tokens.push({ kind: "text", text: text.slice(end) });
  return tokens;
}

/** Longest first, so that "TI-ROSC" wins over an acronym it begins with. */
function wholeWords(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const alternatives = [...words].sort((a, b) => b.length - a.length).map(escapeRegExp);
  return String.raw`(?<![\p{L}\p{N}_])(?:${alternatives.join("|")})(?![\p{L}\p{N}_])`;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

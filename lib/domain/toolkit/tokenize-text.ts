import { toolName } from "@/lib/domain/tool/items";
import type { ToolName } from "@/lib/domain/tool/tool-ref";
import type { Acronym, GlossaryTerm } from "./guide";

export type InlineToken =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "tool"; readonly text: string; /** Its part of an address. */ readonly slug: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  | { readonly kind: "acronym"; readonly text: string; readonly meaning: string }
  | { readonly kind: "term"; readonly text: string; readonly meaning: string };

export interface InlineDictionaries {
  readonly acronyms: readonly Acronym[];
  readonly terms?: readonly Pick<GlossaryTerm, "forms" | "meaning">[];
  readonly tools: readonly Pick<ToolName, "label" | "title" | "slug">[];
}

/** Ends before the punctuation that closes a sentence or a bracket. */
const ADDRESS = String.raw`https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]]`;

export type Tokenize = (text: string) => InlineToken[];

/**
 * Makes what splits printed text into plain text, names of tools ("Tool 5: Partner Organization Checklist"),
 * web addresses, acronyms and terms. Names and acronyms match whole words and exact case, terms also with a capital first
 * letter; inside an address or a tool's name nothing else is marked. The token texts, joined, are the text again.
 */
export function inlineTokenizer({ acronyms, terms = [], tools }: InlineDictionaries): Tokenize {
  const slugs = new Map(tools.map((tool) => [toolName(tool), tool.slug]));
  const meanings = new Map(acronyms.map(({ acronym, meaning }) => [acronym, meaning]));
  const termMeanings = new Map(
    terms.flatMap(({ forms, meaning }) => forms.flatMap((form) => [form, capitalize(form)].map((word) => [word, meaning] as const))),
  );
  const words = wholeWords([...slugs.keys(), ...meanings.keys(), ...termMeanings.keys()]);
  const pattern = new RegExp(words === null ? ADDRESS : `${ADDRESS}|${words}`, "gu");

  function tokenOf(found: string): InlineToken {
    const slug = slugs.get(found);
    if (slug !== undefined) return { kind: "tool", text: found, slug };
    const meaning = meanings.get(found);
    if (meaning !== undefined) return { kind: "acronym", text: found, meaning };
    const termMeaning = termMeanings.get(found);
    if (termMeaning !== undefined) return { kind: "term", text: found, meaning: termMeaning };
    return { kind: "link", text: found, url: found };
  }

  return (text) => {
    const tokens: InlineToken[] = [];
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      if (match.index > end) tokens.push({ kind: "text", text: text.slice(end, match.index) });
      end = match.index + match[0].length;
      tokens.push(tokenOf(match[0]));
    }
    if (end < text.length) tokens.push({ kind: "text", text: text.slice(end) });
    return tokens;
  };
}

/** Longest first, so that "TI-ROSC" wins over an acronym it begins with. */
function wholeWords(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const alternatives = [...words].sort((a, b) => b.length - a.length).map(escapeRegExp);
  return String.raw`(?<![\p{L}\p{N}_])(?:${alternatives.join("|")})(?![\p{L}\p{N}_])`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

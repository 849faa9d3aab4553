import type { ElementId, Node, ReferenceBlock, ToolDefinition } from "@/lib/domain/tool/definition";
import { placesIn, type PrintedPlace, printedPlaces } from "./printed-places";
import type { InlineToken, Tokenize } from "./tokenize-text";
import { getElement, type Toolkit } from "./toolkit";

/** What explains itself where it comes first. */
export type ExplainedToken = Extract<InlineToken, { kind: "acronym" | "term" }> & {
  /** No other on the page has it. */
  readonly noteId: string;
};

export type MarkedToken =
  | Exclude<InlineToken, { kind: "acronym" | "term" }>
  | ExplainedToken
  /** An acronym that needs no explanation here; it only stays on one line. */
  | { readonly kind: "known"; readonly text: string };

export type MarkedText = readonly MarkedToken[];

export interface Marking {
  readonly tokenize: Tokenize;
  /** Acronyms that every page is about: the glossary holds them. */
  readonly subjects: readonly string[];
}

/**
 * Marks the texts of one part of a page, given in reading order: links, and acronyms and terms with their meaning. Both
 * are explained where they come first in the part, so that people who move by keyboard don't stop at every one.
 * @param part Names the part within its page.
 */
export function markTexts(texts: readonly string[], part: string, { tokenize, subjects }: Marking): readonly MarkedText[] {
  const known = new Set(subjects);
  let notes = 0;
  const explain = (token: Extract<InlineToken, { kind: "acronym" | "term" }>, key: string): ExplainedToken => {
    known.add(key);
    notes += 1;
    return { ...token, noteId: `note-${part}-${notes}` };
  };
  return texts.map((text) =>
    tokenize(text).map((token) => {
      if (token.kind === "acronym") return known.has(token.text) ? { kind: "known", text: token.text } : explain(token, token.text);
      if (token.kind === "term") return known.has(token.meaning) ? { kind: "text", text: token.text } : explain(token, token.meaning);
      return token;
    }),
  );
}

/** The marked texts of one part of a page, by where they are printed. */
type Marks = ReadonlyMap<object, ReadonlyMap<string, MarkedText>>;

/** Those of a page, part by part: one piece of a definition may stand in several. */
export type MarkedParts = ReadonlyMap<string, Marks>;

/** The marked text of a place; throws a RangeError where nothing was marked. */
export function markedAt(parts: MarkedParts, part: string, owner: object, field: string): MarkedText {
  const text = parts.get(part)?.get(owner)?.get(field);
  if (!text) throw new RangeError(`Nothing was marked in ${part} at ${field} of ${JSON.stringify(owner).slice(0, 80)}`);
  return text;
}

/** Each part by itself: what is folded away in one must not leave the next unexplained. */
function markPart(part: string, places: readonly PrintedPlace[], marking: Marking): Marks {
  const marks = new Map<object, Map<string, MarkedText>>();
  const marked = markTexts(places.map(({ text }) => text), part, marking);
  places.forEach(({ owner, field }, index) => {
    const ofOwner = marks.get(owner) ?? new Map<string, MarkedText>();
    marks.set(owner, ofOwner.set(field, marked[index]!));
  });
  return marks;
}

/** Marks printed text that stands by itself, as one part. */
export function markNodes(nodes: readonly Node[], part: string, marking: Marking): MarkedParts {
  return new Map([[part, markPart(part, printedPlaces(nodes), marking)]]);
}

/** The parts of a tool's page beside its sections, which go by their ids. */
export const ABOUT_PART = "about";
export const CHAPTER_PART = "chapter";
export const tipsPart = (element: ElementId) => `tips-${element}`;

export interface MarkedTool {
  /** Who completes the tool, as it is drawn. */
  readonly completion: ReferenceBlock;
  /** All that its page prints: the tool, the tips of the elements that it names, what its chapter is about. */
  readonly parts: MarkedParts;
}

/** Marks everything that a tool's page prints. */
export function markTool(tool: ToolDefinition, toolkit: Toolkit, marking: Marking): MarkedTool {
  const completion: ReferenceBlock = { kind: "paragraph", text: tool.completion };
  const areas = tool.sections.flatMap(({ nodes }) => nodes).filter((node) => node.kind === "ratings");
  const elements = new Set([tool.element, ...areas.map(({ element }) => element)].filter((id) => id !== undefined));
  const chapter = toolkit.guide.chapters.find(({ id }) => id === tool.chapter);
  const places: (readonly [part: string, places: readonly PrintedPlace[]])[] = [
    [ABOUT_PART, printedPlaces([...tool.purpose, completion, ...tool.directions])],
    ...[...elements].map((id) => [tipsPart(id), placesIn(getElement(toolkit, id).tips, "lead", "items")] as const),
    ...(chapter ? [[CHAPTER_PART, placesIn(chapter, "summary")] as const] : []),
    ...tool.sections.map(({ id, nodes }) => [id, printedPlaces(nodes)] as const),
  ];
  return { completion, parts: new Map(places.map(([part, inPart]) => [part, markPart(part, inPart, marking)])) };
}

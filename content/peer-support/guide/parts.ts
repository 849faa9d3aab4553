import type { ReferenceBlock } from "@/lib/domain/tool/definition";
import type { ChapterPart } from "@/lib/domain/toolkit/guide";

const paragraph = (text: string): ReferenceBlock => ({ kind: "paragraph", text });

/** A part in our own words: plain sentences. */
export function ours(id: string, title: string, ...texts: readonly string[]): ChapterPart {
  return { id, title, words: "ours", blocks: texts.map(paragraph) };
}

/** A part in the guide's own words. */
export function printed(id: string, title: string, ...blocks: readonly ReferenceBlock[]): ChapterPart {
  return { id, title, words: "source", blocks };
}

/** The same part with a note of ours on what is printed there. */
export function withNote(part: ChapterPart, note: string): ChapterPart {
  return { ...part, note };
}

export function list(items: readonly string[], lead?: string): ReferenceBlock {
  return { kind: "list", items, ...(lead === undefined ? {} : { lead }) };
}

export function numbered(items: readonly string[], lead?: string): ReferenceBlock {
  return { kind: "list", ordered: true, items, ...(lead === undefined ? {} : { lead }) };
}

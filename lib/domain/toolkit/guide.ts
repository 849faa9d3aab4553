import type { ElementId, ReferenceBlock } from "@/lib/domain/tool/definition";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";

/** The guide around the tools as plain data: a toolkit holds it (`toolkit.ts`). */

export interface Acronym {
  readonly acronym: string;
  readonly meaning: string;
}

/** A word of the toolkit that people stumble over, explained in our own words. */
export interface GlossaryTerm {
  /** Also its anchor in the glossary; kebab-case. */
  readonly id: string;
  readonly term: string;
  /** How the toolkit prints it, small but for acronyms. */
  readonly forms: readonly string[];
  /** Explained where it is printed, as acronyms are. Few are: each is one more stop for people who move by keyboard. */
  readonly isMarked?: true;
  /** Ours. */
  readonly meaning: string;
}

/** A guiding principle with the bullets of the toolkit's Table 1. */
export interface Principle {
  readonly id: string;
  readonly title: string;
  readonly bullets: readonly string[];
}

export type ElementKind = "infrastructure" | "component" | "step";

export interface Element {
  readonly id: ElementId;
  /** What it is and which, before its title: "Infrastructure element 2". */
  readonly name: string;
  readonly kind: ElementKind;
  /** As printed, without the full stop at its end. */
  readonly title: string;
  /** Ours: one to three plain sentences. */
  readonly summary: string;
  /** Word for word from the toolkit: the lead-in and its bullets. */
  readonly tips: { readonly lead: string; readonly items: readonly string[] };
  /** Empty for the elements without a tool; IS4 leads to two. */
  readonly tools: readonly ToolRef[];
}

export interface Resource {
  /** Permanent and unique among all resources; kebab-case; never reused. */
  readonly id: string;
  readonly title: string;
  readonly organization?: string;
  readonly description: string;
  /** Absent where the printed address can't be passed on. */
  readonly url?: string;
}

export interface ResourceCategory {
  readonly id: string;
  readonly title: string;
  readonly resources: readonly Resource[];
}

export interface GuidePoint {
  readonly term?: string;
  readonly text: string;
}

/** A titled part of the introduction, in our own words. */
export interface GuideSection {
  /** Also the anchor on the guide page. */
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Shown as a list after the paragraphs. */
  readonly points?: readonly GuidePoint[];
}

/** A drawing of ours; `components/guide/chapters` draws it. */
export type DrawingName = "sequential-intercepts";

/** A titled part of a chapter: the source's words, or ours. */
export interface ChapterPart {
  /** Also the anchor on its page. */
  readonly id: string;
  readonly title: string;
  /** Whose words the blocks are; both never stand in one part. */
  readonly words: "source" | "ours";
  readonly blocks: readonly ReferenceBlock[];
  /** Ours, on what the source prints here: a misprint that was put right. */
  readonly note?: string;
  readonly drawing?: DrawingName;
}

/** A page of a guide that tells more than elements and principles do. */
export interface Chapter {
  /** Also its part of an address; kebab-case and permanent. */
  readonly id: string;
  readonly title: string;
  /** Ours: one or two plain sentences. */
  readonly summary: string;
  readonly parts: readonly ChapterPart[];
}

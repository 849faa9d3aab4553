import type { ChartData } from "./chart-data";

/**
 * The vocabulary of the Typst template (template/blocks.typ): what to print, not how it looks.
 * Every string is text to be shown as it stands, never markup; `svg` alone is a drawing.
 */
export type PrintBlock =
  | {
      readonly block: "heading";
      readonly level: 2 | 3;
      readonly text: string;
      /** In the bookmarks and, at level 2, in the contents. */
      readonly isOutlined: boolean;
      /** In the bookmarks only. */
      readonly isLeftOutOfContents?: true;
    }
  | { readonly block: "paragraph"; readonly text: string; readonly tone: "body" | "lead" | "note" }
  | { readonly block: "list"; readonly lead: string; readonly isOrdered: boolean; readonly items: readonly string[] }
  /** A numbered step: a heading of its own in the bookmarks. */
  | { readonly block: "step"; readonly level: 2 | 3; readonly number: string; readonly text: string; readonly note: string }
  | {
      readonly block: "field";
      readonly number: string;
      readonly prompt: string;
      readonly answer: string;
      /** Height left for writing when the answer is blank. */
      readonly room: "line" | "box";
    }
  | {
      readonly block: "options";
      readonly number: string;
      readonly prompt: string;
      readonly bullets: readonly string[];
      readonly options: readonly { readonly label: string; readonly isChosen: boolean }[];
      readonly other: string;
    }
  | PrintTable
  | {
      readonly block: "chart";
      readonly svg: string;
      readonly alternative: string;
      readonly caption: string;
      /** For Word, which draws it itself; without it the words stand alone there. */
      readonly data?: ChartData;
    }
  | { readonly block: "panel"; readonly title: string; readonly lines: readonly string[] }
  /** Lines to be filled in by hand, each after its label. */
  | { readonly block: "write-in"; readonly labels: readonly string[] }
  | { readonly block: "page-break" };

export interface PrintTable {
  readonly block: "table";
  /** Empty when a heading says the same right above. */
  readonly caption: string;
  readonly columns: readonly PrintColumn[];
  readonly rows: readonly (readonly PrintCell[])[];
  /** What one row is ("partner"), where the rows are the team's own. */
  readonly rowName?: string;
}

export interface PrintColumn {
  readonly label: string;
  /** Printed under the label, in lighter type. */
  readonly note?: string;
  readonly example?: string;
  /** Share of the width left over by the columns measured in points. */
  readonly share?: number;
  readonly points?: number;
  readonly isCentred?: true;
}

export type MarkTone = "positive" | "partial" | "negative" | "neutral";

export type PrintCell =
  | {
      readonly cell: "text";
      readonly text: string;
      readonly bullets?: readonly string[];
      readonly isStrong?: true;
      /** Written by the team, not printed in the toolkit. */
      readonly isAnswer?: true;
    }
  /** The chosen one of several columns: mark, word and tint. */
  | { readonly cell: "chosen"; readonly text: string; readonly tone: MarkTone }
  /** A column that was not chosen: an open circle to mark by hand. */
  | { readonly cell: "open" }
  /** A word with a tint: a band, a status. */
  | { readonly cell: "tag"; readonly text: string; readonly tone: MarkTone }
  /** Nothing written yet: room for it. */
  | { readonly cell: "blank" };

export interface PrintChapter {
  readonly eyebrow: string;
  readonly title: string;
  readonly blocks: readonly PrintBlock[];
}

export interface PrintDocument {
  /** For the file's properties: what it is and whose. */
  readonly title: string;
  /** What it is: "PS-COPE Toolkit", "Tools 2 and 9". Printed on the cover or over the contents. */
  readonly name: string;
  readonly author: string;
  readonly language: "en";
  /** Seconds since 1970: the document's own date, so that equal data gives equal bytes. */
  readonly timestamp: number;
  readonly running: { readonly left: string; readonly footer: string };
  /** On a page of its own; otherwise `about` stands at the head of the first page. */
  readonly hasCover: boolean;
  /** A list of the chapters with their pages, under the name. */
  readonly hasContents: boolean;
  /** Letters of 18 points and more. */
  readonly isLargePrint: boolean;
  /** To be filled in by hand: blank places are generous and not called unanswered. */
  readonly isBlankForm: boolean;
  readonly about: PrintAbout;
  /** Sentences printed with `about` that only the engine can tell: what its fonts could not show. */
  readonly notices: readonly string[];
  readonly chapters: readonly PrintChapter[];
  /** In place of everything else: one page by itself. */
  readonly brief?: PrintBrief;
}

/** One page for a wall or a council. */
export interface PrintBrief {
  readonly agency: string;
  readonly date: string;
  readonly title: string;
  /** Whose sentence the title is; empty for a plain name. */
  readonly titleNote: string;
  readonly headline: string;
  /** The numbers of the scale over the areas. */
  readonly scale: { readonly svg: string };
  readonly areas: readonly { readonly name: string; readonly band: string; readonly svg: string; readonly alternative: string }[];
  readonly priorities: readonly { readonly statement: string; readonly why: string }[];
  readonly planned: readonly string[];
  readonly asks: readonly string[];
  /** What the numbers and the words beside them mean. */
  readonly reading: string;
  readonly note: string;
}

/** What the document says about itself. */
export interface PrintAbout {
  /** The toolkit's full name. */
  readonly eyebrow: string;
  readonly agency: string;
  readonly team: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** Sentences about what is in it and what is not. */
  readonly notes: readonly string[];
  readonly attribution: string;
}

/** A cell that leaves room to write when there is no text. */
export function answerCell(text: string): PrintCell {
  return text.trim() === "" ? { cell: "blank" } : { cell: "text", text, isAnswer: true };
}

export function textCell(text: string | number): PrintCell {
  return { cell: "text", text: String(text) };
}

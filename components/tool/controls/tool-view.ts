import type { ReactNode } from "react";
import type { OfferedWordsProps } from "@/components/tool/fields/offered-words";
import type { Answers } from "@/lib/domain/answer/answers";
import type { ElementId, Grid, Item, SectionCondition } from "@/lib/domain/tool/definition";
import type { gridCells } from "@/lib/domain/tool/items";
import type { ItemNotes } from "@/lib/notes/item-notes";

/** The text of a field of a definition, with its tools and addresses as links and its acronyms explained. */
export type Mark = (owner: object, field: string) => ReactNode;

/** A page that says more about the rows of a table: its address, which takes "#row-" and a row's id, and what it is called. */
export interface RowPages {
  readonly href: string;
  readonly label: string;
}

interface PrintedView {
  /** Of the heading that comes next: 3 makes an h3. */
  readonly level: 2 | 3 | 4;
  /** Our plain words for what the tool prints, by an item's id or the text itself; none where a team turned them off. */
  readonly plain: (key: string) => string | undefined;
  /** What tells an item apart from another of the same words; see `placesOfRepeatedItems`. */
  readonly placeOf: (itemId: string) => string | undefined;
  readonly mark: Mark;
  /** The same in another part of the page, as `markTool` names them. */
  readonly markIn: (part: string) => Mark;
  /** From `createPrinter`. */
  readonly print: (content: ReactNode) => ReactNode;
  /** Within something that is printed as a whole. */
  readonly isPrinted?: boolean;
  /** Practice tips of an element, folded, for areas of a tool that belong to elements of their own. */
  readonly drawTips: (element: ElementId) => ReactNode;
}

/** What a team's page brings besides. */
interface TeamView extends PrintedView {
  readonly answers: Answers;
  /** What lies beside each item, by item id; nothing lies beside the items that are missing. */
  readonly notes: ReadonlyMap<string, ItemNotes>;
  /** What other tools' answers offer for an item or a column of a table, by its id. */
  readonly offers: ReadonlyMap<string, readonly OfferedWordsProps[]>;
  /** The page about the rows of a table, for the tables that have one. */
  readonly rowPages: ReadonlyMap<string, RowPages>;
  /** What this workbook shows under a section's heading or below a table, by its id. */
  readonly drawLinks: (placeId: string) => ReactNode;
  /** What lives in the browser: handed in, so that pages that only print a tool carry none of it. */
  readonly live: LiveParts;
}

/** The tool as printed, with room for answers. */
export interface BlankView extends PrintedView {
  readonly state: "blank";
}

/** Answers as text: for people who may not write here, and for a tool marked complete. */
export interface ReadView extends TeamView {
  readonly state: "read";
}

/** To be filled in. */
export interface FillView extends TeamView {
  readonly state: "fill";
}

/** What every part of a tool needs to draw itself, blank, to read or to fill in. */
export type ToolView = BlankView | ReadView | FillView;

export type GridItem = ReturnType<typeof gridCells>[number];

/** One cell of a grid: an item of a row and a column. */
export interface GridPlace {
  readonly item: GridItem;
  readonly row: Grid["rows"][number];
  readonly column: Grid["columns"][number];
  readonly grid: Grid;
}

/** Drawn by whoever fills in or reads along. */
export interface LiveParts {
  /** An item that can be answered. */
  readonly drawItem: (item: Item, view: FillView) => ReactNode;
  readonly drawCell: (place: GridPlace, view: FillView) => ReactNode;
  /** The way to what lies beside an item. */
  readonly drawMore: (item: Item, view: ReadView, isCell?: boolean) => ReactNode;
  /** What only some teams are asked. */
  readonly drawAsked: (when: SectionCondition, inside: ReactNode) => ReactNode;
  /** What is shown once somebody needs it. */
  readonly drawOnDemand: (sectionId: string, inside: ReactNode) => ReactNode;
}

/** What belongs inside of something that is printed as a whole, or below a heading. */
export function within<V extends ToolView>(view: V, change: Partial<Pick<PrintedView, "isPrinted" | "level">>): V {
  return { ...view, ...change };
}

/** What belongs to a part of the page in which words are explained anew. */
export function inPart<V extends ToolView>(view: V, part: string): V {
  return { ...view, mark: view.markIn(part) };
}

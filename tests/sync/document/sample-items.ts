import type { DocumentItem, DocumentTable } from "@/lib/sync/document/document-item";

/** One item of each kind; ids say the kind. */
export const TABLE = {
  id: "partners",
  kind: "table",
  columns: [
    { id: "name", kind: "text" },
    { id: "due", kind: "date" },
  ],
} as const satisfies DocumentTable;

export const TEXT = { id: "vision", kind: "text" } as const;
export const DATE = { id: "start", kind: "date" } as const;
export const STATUS = { id: "policy", kind: "status" } as const;
export const RATING = { id: "rating", kind: "rating" } as const;
export const CHOICE = { id: "frequency", kind: "choice", otherOptionId: "other" } as const;

export const ITEMS: readonly DocumentItem[] = [TEXT, DATE, STATUS, RATING, CHOICE, TABLE];
export const ITEM_INDEX: ReadonlyMap<string, DocumentItem> = new Map(ITEMS.map((item) => [item.id, item]));

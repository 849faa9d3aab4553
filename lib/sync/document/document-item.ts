import type { AnswerByKind } from "@/lib/domain/answer/answers";
import type { CellKind } from "@/lib/domain/tool/definition";

/**
 * What the shared document needs to know of an item. Every `Item` fits; the browser is sent no more than this,
 * since prompts are already on the page.
 */
export type DocumentItem =
  | { readonly id: string; readonly kind: "text" | "date" | "status" | "rating" | "person" }
  | { readonly id: string; readonly kind: "choice"; readonly otherOptionId?: string }
  | DocumentTable;

export interface DocumentTable {
  readonly id: string;
  readonly kind: "table";
  readonly columns: readonly { readonly id: string; readonly kind: CellKind }[];
}

export type AnswerTo<I extends DocumentItem> = AnswerByKind[I["kind"]];

/** The parts of an item the document needs, and nothing else of it. */
export function toDocumentItem(item: DocumentItem): DocumentItem {
  if (item.kind === "table") {
    return { id: item.id, kind: "table", columns: item.columns.map(({ id, kind }) => ({ id, kind })) };
  }
  if (item.kind === "choice") {
    return item.otherOptionId
      ? { id: item.id, kind: "choice", otherOptionId: item.otherOptionId }
      : { id: item.id, kind: "choice" };
  }
  return { id: item.id, kind: item.kind };
}

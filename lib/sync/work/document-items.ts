import { toDocumentItem, type DocumentItem } from "@/lib/sync/document/document-item";

// The toolkit's own content, the same for everyone and for good.
const known = new WeakMap<ReadonlyMap<string, DocumentItem>, readonly DocumentItem[]>();

/** What a document needs to know of a tool's items, as plain data that can go to another thread. */
export function documentItemsOf(items: ReadonlyMap<string, DocumentItem>): readonly DocumentItem[] {
  const found = known.get(items) ?? [...items.values()].map(toDocumentItem);
  known.set(items, found);
  return found;
}

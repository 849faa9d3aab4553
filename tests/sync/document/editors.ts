import { applyUpdate, type Doc, encodeStateAsUpdate } from "yjs";
import { createDocument } from "@/lib/sync/document/document";
import { ITEMS } from "./sample-items";

/** A document whose changes are collected, as a browser's are. */
export interface Editor {
  readonly doc: Doc;
  readonly updates: Uint8Array[];
}

export function createEditor(state?: Uint8Array): Editor {
  const doc = createDocument(ITEMS);
  if (state) applyUpdate(doc, state);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "other") updates.push(update);
  });
  return { doc, updates };
}

/** Editors that begin with what the first one's `prepare` wrote. */
export function createEditors(count: number, prepare: (doc: Doc) => void = () => undefined): Editor[] {
  const first = createEditor();
  prepare(first.doc);
  const state = encodeStateAsUpdate(first.doc);
  return Array.from({ length: count }, () => createEditor(state));
}

/** Brings everybody's changes to everybody. */
export function exchange(editors: readonly Editor[]): void {
  for (const to of editors) {
    for (const from of editors) {
      if (from !== to) applyUpdate(to.doc, encodeStateAsUpdate(from.doc), "other");
    }
  }
}

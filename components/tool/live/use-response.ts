"use client";

import { use, useCallback, useSyncExternalStore } from "react";
import type { AnswerByKind } from "@/lib/domain/answer/answers";
import { isAnswered, type Progress } from "@/lib/domain/item/item-readers";
import type { Item } from "@/lib/domain/tool/definition";
import type { ResponseStore } from "@/lib/sync/browser/response-store";
import type { SaveState } from "@/lib/sync/browser/save-state";
import { CountedItems, ItemKinds, StoreContext } from "./response-provider";

type ItemRef = Pick<Item, "id" | "kind">;

export function useResponseStore(): ResponseStore {
  const store = use(StoreContext);
  if (!store) throw new Error("A control that saves needs a ResponseProvider above it.");
  return store;
}

/** The item's answer, or null; draws the component again only when this answer changes. */
export function useAnswer<I extends ItemRef>(item: I): AnswerByKind[I["kind"]] | null {
  const store = useResponseStore();
  const subscribe = useCallback((listener: () => void) => store.subscribe(item.id, listener), [store, item.id]);
  return useSyncExternalStore(
    subscribe,
    () => store.getAnswer(item.id),
    () => store.getInitialAnswer(item.id),
  ) as AnswerByKind[I["kind"]] | null;
}

/** Whether anything is answered, whatever its kind. */
export function useHasAnswer(itemId: string): boolean {
  const store = useResponseStore();
  const subscribe = useCallback((listener: () => void) => store.subscribe(itemId, listener), [store, itemId]);
  return useSyncExternalStore(
    subscribe,
    () => store.getAnswer(itemId) !== null,
    () => store.getInitialAnswer(itemId) !== null,
  );
}

const SAVED: SaveState = { status: "saved" };

/** Where the person's changes are: saved, saving, offline, signed out, refused. */
export function useSaveState(): SaveState {
  const store = useResponseStore();
  const subscribe = useCallback((listener: () => void) => store.subscribeSaveState(listener), [store]);
  return useSyncExternalStore(
    subscribe,
    () => store.getSaveState(),
    () => SAVED,
  );
}

/** Places of the first and behind the last of some items among those that count. */
export type ItemRange = readonly [from: number, to: number];

/** How many of the items are answered; of all that count without a range. */
export function useProgress(range?: ItemRange): Progress {
  const store = useResponseStore();
  const kinds = use(ItemKinds);
  const all = use(CountedItems);
  const itemIds = range ? all.slice(...range) : all;
  const count = (getAnswer: typeof store.getAnswer) =>
    itemIds.filter((id) => isAnswered({ kind: kinds.get(id) } as Item, getAnswer(id))).length;
  const subscribe = useCallback((listener: () => void) => store.subscribeAll(listener), [store]);
  const answered = useSyncExternalStore(
    subscribe,
    () => count((itemId) => store.getAnswer(itemId)),
    () => count((itemId) => store.getInitialAnswer(itemId)),
  );
  return { answered, total: itemIds.length };
}

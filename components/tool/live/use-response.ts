"use client";

import { use, useCallback, useSyncExternalStore } from "react";
import type { AnswerByKind } from "@/lib/domain/answer/answers";
import { isMet } from "@/lib/domain/item/asked-items";
import { isAnswered, type Progress } from "@/lib/domain/item/item-readers";
import type { Item, SectionCondition } from "@/lib/domain/tool/definition";
import type { ResponseStore } from "@/lib/sync/browser/response-store";
import type { SaveState } from "@/lib/sync/browser/save-state";
import { ItemKinds, StoreContext } from "./response-provider";

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

/** Items that count only while a choice makes them the team's. */
export interface ConditionalItems extends Pick<SectionCondition, "item" | "options"> {
  readonly itemIds: readonly string[];
}

const NO_CONDITIONS: readonly ConditionalItems[] = [];

/** How many of the items are answered, of those that are asked. */
export function useProgress(itemIds: readonly string[], conditions = NO_CONDITIONS): Progress {
  const store = useResponseStore();
  const kinds = use(ItemKinds);
  const subscribe = useCallback((listener: () => void) => store.subscribeAll(listener), [store]);
  const now = (itemId: string) => store.getAnswer(itemId);
  const first = (itemId: string) => store.getInitialAnswer(itemId);
  const asked = (getAnswer: typeof now) => {
    const unasked = new Set(conditions.filter((one) => !isMet(one, getAnswer(one.item))).flatMap((one) => one.itemIds));
    return unasked.size === 0 ? itemIds : itemIds.filter((id) => !unasked.has(id));
  };
  const count = (getAnswer: typeof now) =>
    asked(getAnswer).filter((id) => isAnswered({ kind: kinds.get(id) } as Item, getAnswer(id))).length;
  const answered = useSyncExternalStore(subscribe, () => count(now), () => count(first));
  const total = useSyncExternalStore(subscribe, () => asked(now).length, () => asked(first).length);
  return { answered, total };
}

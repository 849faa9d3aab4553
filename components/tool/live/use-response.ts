"use client";

import { use, useCallback, useSyncExternalStore } from "react";
import type { AnswerByKind } from "@/lib/domain/answer/answers";
import { isSameAnswer } from "@/lib/domain/answer/same-answer";
import { isMet } from "@/lib/domain/item/asked-items";
import { isAnswered, type Progress } from "@/lib/domain/item/item-readers";
import type { Item } from "@/lib/domain/tool/definition";
import type { ResponseHandle } from "@/lib/sync/opening/response-handle";
import type { SaveState } from "@/lib/sync/browser/save-state";
import { Conditions, CountedItems, ItemKinds, StoreContext, WaitingItems } from "./response-provider";

type ItemRef = Pick<Item, "id" | "kind">;

/** For everything that shows or enters answers. */
export function useResponseStore(): ResponseHandle {
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

/** Of items that count those that are asked, by answers that are read so. */
export function useAsked(): (itemIds: readonly string[], read: ResponseHandle["getAnswer"]) => readonly string[] {
  const conditions = use(Conditions);
  return useCallback(
    (itemIds, read) => {
      const unasked = new Set(conditions.filter((one) => !isMet(one, read(one.item))).flatMap((one) => one.itemIds));
      return unasked.size === 0 ? itemIds : itemIds.filter((id) => !unasked.has(id));
    },
    [conditions],
  );
}

/** Whether an item, by answers that are read so, has none: a carried answer that is as it came counts as none until somebody looks at it. */
export function useIsBlank(): (itemId: string, read: ResponseHandle["getAnswer"]) => boolean {
  const store = useResponseStore();
  const kinds = use(ItemKinds);
  const waiting = use(WaitingItems);
  return useCallback(
    (itemId, read) => {
      const answer = read(itemId);
      return !isAnswered({ kind: kinds.get(itemId) } as Item, answer) || (waiting.has(itemId) && isSameAnswer(answer, store.getInitialAnswer(itemId)));
    },
    [store, kinds, waiting],
  );
}

/** Whether an answer was carried forward, and is as it came. */
export function useWaits(itemId: string): boolean {
  const store = useResponseStore();
  const waiting = use(WaitingItems);
  const subscribe = useCallback((listener: () => void) => store.subscribe(itemId, listener), [store, itemId]);
  return useSyncExternalStore(
    subscribe,
    () => waiting.has(itemId) && isSameAnswer(store.getAnswer(itemId), store.getInitialAnswer(itemId)),
    () => waiting.has(itemId),
  );
}

/** How many of the items that are asked are answered; of all that count without a range. */
export function useProgress(range?: ItemRange): Progress {
  const store = useResponseStore();
  const isBlank = useIsBlank();
  const all = use(CountedItems);
  const onlyAsked = useAsked();
  const subscribe = useCallback((listener: () => void) => store.subscribeAll(listener), [store]);
  const now = (itemId: string) => store.getAnswer(itemId);
  const first = (itemId: string) => store.getInitialAnswer(itemId);
  const asked = (read: typeof now) => onlyAsked(range ? all.slice(...range) : all, read);
  const count = (read: typeof now) => asked(read).filter((id) => !isBlank(id, read)).length;
  const answered = useSyncExternalStore(subscribe, () => count(now), () => count(first));
  const total = useSyncExternalStore(subscribe, () => asked(now).length, () => asked(first).length);
  return { answered, total };
}

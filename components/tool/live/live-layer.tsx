"use client";

import { useMemo } from "react";
import type { DocumentItem } from "@/lib/sync/document/document-item";
import type { ResponseStore } from "@/lib/sync/browser/response-store";
import type { SetByItem } from "@/lib/sync/set-by";
import type { HistoryNames } from "@/lib/domain/people/person";
import { ItemMarks } from "./item-marks";
import { PresenceList } from "./presence-list";
import { ReadOnlyChange } from "./read-only-change";
import { useLiveUpdates } from "./use-live-updates";

export interface LiveLayerProps {
  readonly store: ResponseStore;
  readonly userId: string;
  readonly personId: string;
  readonly historyNames: HistoryNames;
  readonly toolUrl: string;
  readonly items: readonly DocumentItem[];
  readonly setBy: SetByItem;
  readonly canEdit: boolean;
}

/**
 * What comes to life after the page can be used: teammates' changes, who is here, who set what. It draws into places
 * that the page leaves for it.
 */
export function LiveLayer({ store, userId, personId, historyNames, toolUrl, items, setBy, canEdit }: LiveLayerProps) {
  const itemIds = useMemo(() => new Set(items.map(({ id }) => id)), [items]);
  const markedIds = useMemo(
    () => new Set(items.filter(({ kind }) => kind !== "text" && kind !== "table").map(({ id }) => id)),
    [items],
  );
  const live = useLiveUpdates({ store, userId, personId, toolUrl, itemIds, markedIds, setBy, canEdit });
  return (
    <>
      <PresenceList people={live.people} />
      <ItemMarks people={live.people} setBy={live.setBy} personId={personId} historyNames={historyNames} />
      <ReadOnlyChange canEdit={canEdit} itemIds={itemIds} />
    </>
  );
}

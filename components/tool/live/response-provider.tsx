"use client";

import { type ComponentType, createContext, type ReactNode, useEffect, useState } from "react";
import type { Answers } from "@/lib/domain/answer/answers";
import type { HistoryNames } from "@/lib/domain/people/person";
import { base64ToBytes } from "@/lib/sync/base64";
import { followBrowser } from "@/lib/sync/browser/follow-browser";
import { openStore } from "@/lib/sync/browser/open-stores";
import type { ResponseStore } from "@/lib/sync/browser/response-store";
import { indexedDbStorage } from "@/lib/sync/browser/unsent-indexed-db";
import type { DocumentItem } from "@/lib/sync/document/document-item";
import type { SetByItem } from "@/lib/sync/set-by";
import type { LiveLayerProps } from "./live-layer";

export const StoreContext = createContext<ResponseStore | null>(null);

export const ItemKinds = createContext<ReadonlyMap<string, DocumentItem["kind"]>>(new Map());

interface ResponseProviderProps {
  readonly teamId: string;
  /** The tool’s part of an address. */
  readonly slug: string;
  readonly userId: string;
  /** Who the person is shown as. */
  readonly personId: string;
  readonly historyNames: HistoryNames;
  /** Made with `toDocumentItem`, so that prompts are not sent a second time. */
  readonly items: readonly DocumentItem[];
  /** From `getResponseView`. */
  readonly response: {
    readonly answers: Answers;
    readonly documentState: string;
    readonly seq: number;
    readonly setBy: SetByItem;
  };
  /** False for viewers and while the tool is marked complete. */
  readonly canEdit: boolean;
  readonly children: ReactNode;
}

/** Holds one response for the controls below it. */
export function ResponseProvider({
  teamId,
  slug,
  userId,
  personId,
  historyNames,
  items,
  response,
  canEdit,
  children,
}: ResponseProviderProps) {
  const toolUrl = `/api/teams/${teamId}/tools/${slug}`;
  const { setBy, documentState, seq } = response;
  const [store] = useState(() =>
    openStore({
      userId,
      updatesUrl: `${toolUrl}/updates`,
      items,
      ...response,
      storage: indexedDbStorage,
    }),
  );

  const [kinds] = useState(() => new Map(items.map(({ id, kind }) => [id, kind])));
  const [LiveLayer, setLiveLayer] = useState<ComponentType<LiveLayerProps> | null>(null);

  // After the first paint: opening the document is not needed to read the page.
  useEffect(() => {
    void store.resume();
    import("./live-layer").then(
      (layer) => setLiveLayer(() => layer.LiveLayer),
      // Without it the page still saves, and catches up whenever it is looked at again.
      () => undefined,
    );
    return followBrowser(store);
  }, [store]);

  // The page drawn anew brings what was saved until then.
  useEffect(() => {
    if (seq > store.seq) store.receive(base64ToBytes(documentState), seq);
  }, [store, documentState, seq]);

  // What was refused while the tool was complete goes again once it is reopened. Sends nothing when all is saved.
  useEffect(() => {
    if (canEdit) void store.sendNow();
  }, [canEdit, store]);

  return (
    <StoreContext value={store}>
      <ItemKinds value={kinds}>{children}</ItemKinds>
      {LiveLayer ? (
        <LiveLayer
          userId={userId}
          personId={personId}
          historyNames={historyNames}
          toolUrl={toolUrl}
          items={items}
          setBy={setBy}
          canEdit={canEdit}
        />
      ) : null}
    </StoreContext>
  );
}

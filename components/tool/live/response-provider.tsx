"use client";

import { type ComponentType, createContext, type ReactNode, useEffect, useState } from "react";
import type { Answers } from "@/lib/domain/answer/answers";
import type { HistoryNames } from "@/lib/domain/people/person";
import type { SectionCondition } from "@/lib/domain/tool/definition";
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

/** The items that count, those that the toolkit prints, in its order: parts of the page name them by their places in it. */
export const CountedItems = createContext<readonly string[]>([]);

/** Items that count only while a choice makes them the team's. */
export interface ConditionalItems extends Pick<SectionCondition, "item" | "options"> {
  readonly itemIds: readonly string[];
}

const NO_CONDITIONS: readonly ConditionalItems[] = [];

export const Conditions = createContext(NO_CONDITIONS);

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
  /** Of these, those that the workbook added: they count in no number. */
  readonly extensions: readonly string[];
  /** Of a tool with parts that are not asked of everybody. */
  readonly conditions?: readonly ConditionalItems[];
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
  extensions,
  conditions = NO_CONDITIONS,
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
  const [counted] = useState(() => items.map(({ id }) => id).filter((id) => !extensions.includes(id)));
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
      <ItemKinds value={kinds}>
        <CountedItems value={counted}>
          <Conditions value={conditions}>{children}</Conditions>
        </CountedItems>
      </ItemKinds>
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

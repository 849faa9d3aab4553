"use client";

import { type ComponentType, createContext, type ReactNode, useEffect, useMemo, useState } from "react";
import type { HistoryNames } from "@/lib/domain/people/person";
import type { SectionCondition } from "@/lib/domain/tool/definition";
import { followBrowser } from "@/lib/sync/browser/follow-browser";
import type { ResponseStore } from "@/lib/sync/browser/response-store";
import { openSoon } from "@/lib/sync/opening/open-soon";
import { type PageResponse, ResponseHandle } from "@/lib/sync/opening/response-handle";
import type { DocumentItem } from "@/lib/sync/document/document-item";
import type { SetByItem } from "@/lib/sync/set-by";
import type { LiveLayerProps } from "./live-layer";
import type { openResponse } from "./open-response";

export const StoreContext = createContext<ResponseHandle | null>(null);

export const ItemKinds = createContext<ReadonlyMap<string, DocumentItem["kind"]>>(new Map());

/** The items that count, those that the toolkit prints, in its order: parts of the page name them by their places in it. */
export const CountedItems = createContext<readonly string[]>([]);

/** Items that count only while a choice makes them the team's. */
export interface ConditionalItems extends Pick<SectionCondition, "item" | "options"> {
  readonly itemIds: readonly string[];
}

/** Items whose answers were carried forward into a reassessment, and that nobody had looked at when the page was made. */
export const WaitingItems = createContext<ReadonlySet<string>>(new Set());

const NO_CONDITIONS: readonly ConditionalItems[] = [];
const NO_WAITING: readonly string[] = [];

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
  /** Items whose answers were carried forward, while nobody has looked at them. */
  readonly waiting?: readonly string[];
  /** From `getResponseView`. */
  readonly response: PageResponse & { readonly setBy: SetByItem };
  /** False for viewers and while the tool is marked complete. */
  readonly canEdit: boolean;
  readonly children: ReactNode;
}

/** What loads a store, once it has been loaded: the next page has its own at once. */
let openLoaded: typeof openResponse | null = null;

interface Alive {
  readonly store: ResponseStore;
  readonly LiveLayer: ComponentType<LiveLayerProps>;
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
  waiting = NO_WAITING,
  response,
  canEdit,
  children,
}: ResponseProviderProps) {
  const toolUrl = `/api/teams/${teamId}/tools/${slug}`;
  const { setBy } = response;
  const [handle] = useState(() => {
    const options = { userId, updatesUrl: `${toolUrl}/updates`, items };
    const open = async (page: PageResponse) => {
      ({ openResponse: openLoaded } = await import("./open-response"));
      return openLoaded({ ...options, ...page });
    };
    return new ResponseHandle(response, open, openLoaded?.({ ...options, ...response }));
  });

  const [kinds] = useState(() => new Map(items.map(({ id, kind }) => [id, kind])));
  const [counted] = useState(() => items.map(({ id }) => id).filter((id) => !extensions.includes(id)));
  const waitingIds = useMemo(() => new Set(waiting), [waiting]);
  const [alive, setAlive] = useState<Alive | null>(null);

  useEffect(() => {
    const stops = [
      handle.whenOpened((store) => {
        let isOver = false;
        void store.resume();
        const stopFollowing = followBrowser(store);
        import("./live-layer").then(
          ({ LiveLayer }) => isOver || setAlive({ store, LiveLayer }),
          // Without it the page still saves, and catches up whenever it is looked at again.
          () => undefined,
        );
        return () => {
          isOver = true;
          stopFollowing();
        };
      }),
      handle.stay(),
      openSoon(handle),
    ];
    return () => stops.forEach((stop) => stop());
  }, [handle]);

  useEffect(() => handle.renew(response), [handle, response]);

  // What was refused while the tool was complete goes again once it is reopened. Sends nothing when all is saved.
  useEffect(() => {
    if (canEdit) void handle.opened?.sendNow();
  }, [canEdit, handle]);

  return (
    <StoreContext value={handle}>
      <ItemKinds value={kinds}>
        <CountedItems value={counted}>
          <Conditions value={conditions}>
            <WaitingItems value={waitingIds}>{children}</WaitingItems>
          </Conditions>
        </CountedItems>
      </ItemKinds>
      {alive ? (
        <alive.LiveLayer
          store={alive.store}
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

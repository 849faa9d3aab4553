"use client";

import { createContext, type ReactNode, useEffect, useState } from "react";
import type { DocumentItem } from "@/lib/collab/document-item";
import { followBrowser } from "@/lib/collab/follow-browser";
import { openStore } from "@/lib/collab/open-stores";
import type { ResponseStore } from "@/lib/collab/response-store";
import { indexedDbStorage } from "@/lib/collab/unsent-indexed-db";
import type { Answers } from "@/lib/tools/answers";
import type { ToolNumber } from "@/lib/tools/definition";

export const StoreContext = createContext<ResponseStore | null>(null);

interface ResponseProviderProps {
  readonly teamId: string;
  readonly toolNumber: ToolNumber;
  readonly userId: string;
  /** Made with `toDocumentItem`, so that prompts are not sent a second time. */
  readonly items: readonly DocumentItem[];
  /** From `getResponseView`. */
  readonly response: { readonly answers: Answers; readonly documentState: string; readonly seq: number };
  /** False for viewers and while the tool is marked complete. */
  readonly canEdit: boolean;
  readonly children: ReactNode;
}

/** Holds one response for the controls below it. */
export function ResponseProvider({
  teamId,
  toolNumber,
  userId,
  items,
  response,
  canEdit,
  children,
}: ResponseProviderProps) {
  const [store] = useState(() =>
    openStore({
      userId,
      updatesUrl: `/api/teams/${teamId}/tools/${toolNumber}/updates`,
      items,
      ...response,
      storage: indexedDbStorage,
    }),
  );

  // After the first paint: opening the document is not needed to read the page.
  useEffect(() => {
    void store.resume();
    return followBrowser(store);
  }, [store]);

  // What was refused while the tool was complete goes again once it is reopened. Sends nothing when all is saved.
  useEffect(() => {
    if (canEdit) void store.sendNow();
  }, [canEdit, store]);

  return <StoreContext value={store}>{children}</StoreContext>;
}

"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { NOTES_CHANGED } from "@/components/item-panel/notes-changed";
import { PEOPLE_ASKED, usePeople } from "@/components/people/shown-people";
import type { ResponseStore } from "@/lib/sync/browser/response-store";
import { randomId } from "@/lib/sync/document/random-id";
import { LiveUpdates } from "@/lib/sync/following/live-updates";
import { PresenceSender } from "@/lib/sync/following/presence-sender";
import { SharedStream } from "@/lib/sync/following/shared-stream";
import type { Author, PresentTab } from "@/lib/sync/protocol";
import { mergeSetBy, noteSetBy, type SetByItem, tellsWho } from "@/lib/sync/set-by";
import { findItemId } from "./item-of-element";

export interface LiveOptions {
  readonly store: ResponseStore;
  readonly userId: string;
  /** Who the person is shown as. */
  readonly personId: string;
  /** "/api/teams/…/tools/…" */
  readonly toolUrl: string;
  /** All items of the tool. */
  readonly itemIds: ReadonlySet<string>;
  /** Those whose answers show who set them. */
  readonly markedIds: ReadonlySet<string>;
  /** From the page. */
  readonly setBy: SetByItem;
  readonly canEdit: boolean;
}

interface LiveState {
  /** Other people's open tabs. */
  readonly people: readonly PresentTab[];
  readonly setBy: SetByItem;
}

/** Between a change and drawing the page anew for it, milliseconds; several soon after each other count as one. */
const REFRESH_MS = 1_000;
/** The same for answers that teammates are still typing, where the page shows them as text. */
const REFRESH_READING_MS = 4_000;
/** Before it is tried again while nobody, or somebody else, is signed in. */
const REFRESH_SIGNED_OUT_MS = 60_000;

/** Follows the tool while it is open: who else is here, who set which answer, and what changed beside the answers. */
export function useLiveUpdates({ store, userId, personId, toolUrl, itemIds, markedIds, setBy, canEdit }: LiveOptions): LiveState {
  const router = useRouter();
  const { people: directory, learn, hasAsked } = usePeople();
  const [people, setPeople] = useState<readonly PresentTab[]>([]);
  const [known, setKnown] = useState(setBy);
  const [fromPage, setFromPage] = useState(setBy);
  if (fromPage !== setBy) {
    setFromPage(setBy);
    setKnown(mergeSetBy(known, setBy, personId));
  }

  const marked = (ids: readonly string[]) => ids.filter((itemId) => markedIds.has(itemId));
  /** @returns whether the page has to be asked who set what. */
  const noteUpdate = useEffectEvent((by: Author | null, ids: readonly string[]): boolean => {
    if (!canEdit) return true;
    if (!tellsWho(by, ids)) return ids.length === 0 || marked(ids).length > 0;
    // They may have come after the page; their role is not told with a save.
    if (!directory.has(by.userId)) learn([[by.userId, { name: by.name, role: null }]]);
    if (marked(ids).length > 0) setKnown((before) => noteSetBy(before, marked(ids), by.userId));
    return false;
  });
  const noteEdit = useEffectEvent((ids: readonly string[]) => {
    if (marked(ids).length > 0) setKnown((before) => noteSetBy(before, marked(ids), personId));
  });
  const meet = useEffectEvent((present: readonly PresentTab[]) => {
    const others = present.filter((other) => other.userId !== personId);
    store.setWatched(others.length > 0);
    setPeople(others);
  });
  const findItem = useEffectEvent((element: Element) => findItemId(element, itemIds));

  useEffect(() => {
    const tab = randomId();
    let refreshing: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const refreshSoon = (wait = REFRESH_MS) => {
      refreshing ??= setTimeout(() => void refresh(), wait);
    };
    /**
     * Only while the server answers, to this person: otherwise Next would leave the page for the browser's error page, or
     * for the sign-in page.
     */
    const refresh = async () => {
      const outcome = await store.pull();
      refreshing = undefined;
      if (isOver) return;
      if (outcome === "fetched" || outcome === "no-access") router.refresh();
      else refreshSoon(outcome === "unreachable" ? REFRESH_READING_MS : REFRESH_SIGNED_OUT_MS);
    };
    const presence = new PresenceSender({ toolUrl, userId, tab, onPeople: (present) => meet(present) });
    const live = new LiveUpdates({
      store,
      topicUrl: toolUrl,
      userId,
      tab,
      openStream: (url) => SharedStream.open(url, userId),
      onUpdate: (by, ids) => noteUpdate(by, ids) && refreshSoon(REFRESH_READING_MS),
      onPeople: (present) => meet(present),
      onChanged: () => {
        window.dispatchEvent(new Event(NOTES_CHANGED));
        refreshSoon();
      },
      onCaughtUp: () => refreshSoon(),
      onAsking: () => presence.repeat(),
    });
    const onFocus = ({ target }: FocusEvent) => presence.moveTo(target instanceof Element ? findItem(target) : null);
    const onInput = () => presence.touch();
    const stopEdits = store.subscribeEdits(noteEdit);
    const onAsked = () => refreshSoon();
    document.addEventListener("focusin", onFocus);
    document.addEventListener("input", onInput);
    window.addEventListener(PEOPLE_ASKED, onAsked);
    // Asked before this came to life.
    if (hasAsked()) refreshSoon();
    const stopFollowing = store.follow(live);
    if (document.visibilityState === "visible") live.start();
    if (document.activeElement) presence.moveTo(findItem(document.activeElement));
    return () => {
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("input", onInput);
      window.removeEventListener(PEOPLE_ASKED, onAsked);
      stopEdits();
      isOver = true;
      clearTimeout(refreshing);
      presence.stop();
      store.setWatched(false);
      stopFollowing();
    };
  }, [store, toolUrl, userId, router, hasAsked]);

  return { people, setBy: known };
}

"use client";

import { type MouseEvent, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "@/components/ui/button";
import { findItemId } from "@/components/tool/live/item-of-element";
import { useMarkPlaces } from "@/components/tool/live/use-mark-places";
import { Looked } from "./looked";
import { nextOf, type SinceChange, type SinceData } from "./since-data";

interface SinceBarProps {
  teamId: string;
  /** The tool's part of an address. */
  slug: string;
  userId: string;
  since: SinceData;
  /** All items, in the order of the page. */
  itemIds: readonly string[];
}

/** How long an item is in view before it counts as looked at, milliseconds. */
const LOOK_MS = 1_500;

/**
 * What is new since the reader looked at this tool: marks beside the items until they have been in view, the way to the next
 * one, and what happened to the tool. Opens the tool where it was left.
 */
export function SinceBar({ teamId, slug, userId, since: fromPage, itemIds }: SinceBarProps) {
  // A page that is drawn again, as after a teammate's change, still shows what was new when it was opened.
  const [since] = useState(fromPage);
  const { changes, events } = since;
  const [looked] = useState(
    () =>
      new Looked({
        toolUrl: `/api/teams/${teamId}/tools/${slug}`,
        userId,
        at: since.at,
        itemIds: changes.map(({ itemId }) => itemId),
        lastItem: since.lastItem,
      }),
  );
  const [shown, setShown] = useState({ changes, events });
  const [left, setLeft] = useState(changes.length);
  const [isBack, setIsBack] = useState(false);
  const place = useRef<string | null>(null);

  useEffect(() => {
    if (changes.length === 0 && events.length > 0) looked.lookAtAll();
  }, [looked, changes, events]);
  useLooking(shown.changes, (itemId) => {
    looked.lookAt(itemId);
    setLeft(looked.left);
  });
  usePlace(itemIds, place, looked);
  useEffect(() => {
    if (!since.lastItem || !isFreshVisit()) return;
    const { lastItem } = since;
    // Once the page has its height.
    const frame = requestAnimationFrame(() => {
      const goal = document.getElementById(lastItem);
      if (!goal) return;
      place.current = lastItem;
      goal.scrollIntoView({ block: "center" });
      setIsBack(true);
    });
    return () => cancelAnimationFrame(frame);
  }, [since]);

  const ids = shown.changes.map(({ itemId }) => itemId);
  const first = ids[0];
  function goOn(event: MouseEvent<HTMLAnchorElement>) {
    const next = nextOf(ids, itemIds, place.current);
    if (next === null) return;
    place.current = next;
    event.currentTarget.href = `#${next}`;
  }

  return (
    <>
      {first !== undefined ? (
        <div className="since-bar no-print">
          <span>
            {ids.length}
            <span className="since-wide">{ids.length === 1 ? " item is" : " items are"}</span> new to you
            {left < ids.length ? `, ${left === 0 ? "all looked at" : `${left} still to look at`}` : null}
          </span>
          <a href={`#${first}`} onClick={goOn} className="button button-secondary button-small" aria-keyshortcuts="Alt+N">
            Next changed
          </a>
          <Button
            variant="quiet"
            size="small"
            onClick={() => {
              looked.lookAtAll();
              setShown({ changes: [], events: [] });
              document.getElementById("main")?.focus({ preventScroll: true });
            }}
          >
            Mark all as seen
          </Button>
        </div>
      ) : null}
      {shown.events.length > 0 ? <p className="since-bar no-print">Since you were last here: {shown.events.join(". ")}.</p> : null}
      {isBack ? (
        <p className="since-bar no-print">
          You are where you left off. <a href="#main">Go to the beginning</a>
        </p>
      ) : null}
      <SinceMarks changes={shown.changes} />
    </>
  );
}

/** Beside each changed item: that it is new, what was done, and what it was, without a name. */
function SinceMarks({ changes }: { changes: readonly SinceChange[] }) {
  const places = useMarkPlaces("[data-item-marks]");
  return changes.map(({ itemId, words, was }) => {
    const place = places.get(itemId);
    return place
      ? createPortal(
          <span className="since-mark">
            <span aria-hidden="true" className="since-dot" />
            New to you: {words.charAt(0).toLowerCase() + words.slice(1)}
            {was === null ? null : <span className="text-muted">, was “{was}”</span>}
          </span>,
          place,
          `since ${itemId}`,
        )
      : null;
  });
}

/** Tells which of these items have been in view for a while. */
function useLooking(changes: readonly SinceChange[], onLook: (itemId: string) => void): void {
  const tell = useRef(onLook);
  useEffect(() => {
    tell.current = onLook;
  });
  useEffect(() => {
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const itemId = target.id;
        clearTimeout(timers.get(itemId));
        if (!isIntersecting) continue;
        timers.set(itemId, setTimeout(() => {
          if (document.visibilityState !== "visible") return;
          observer.unobserve(target);
          tell.current(itemId);
        }, LOOK_MS));
      }
    });
    for (const { itemId } of changes) {
      const element = document.getElementById(itemId);
      if (element) observer.observe(element);
    }
    return () => {
      observer.disconnect();
      timers.forEach(clearTimeout);
    };
  }, [changes]);
}

/** Follows where in the tool the person is, and says so when they leave. */
function usePlace(itemIds: readonly string[], place: React.RefObject<string | null>, looked: Looked): void {
  useEffect(() => {
    const ids = new Set(itemIds);
    const note = ({ target }: FocusEvent) => {
      const itemId = target instanceof Element ? findItemId(target, ids) : null;
      if (itemId === null) return;
      place.current = itemId;
      looked.moveTo(itemId);
    };
    const leave = () => {
      if (document.visibilityState === "hidden") looked.leave();
    };
    const go = () => looked.leave();
    document.addEventListener("focusin", note);
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pagehide", go);
    return () => {
      document.removeEventListener("focusin", note);
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("pagehide", go);
      // On to another page of the workbook.
      looked.leave();
    };
  }, [itemIds, place, looked]);
}

/** Neither led to a place of the page, nor back to where the browser itself knows the place. */
function isFreshVisit(): boolean {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const isFirstPage = navigation !== undefined && new URL(navigation.name).pathname === location.pathname;
  if (isFirstPage && navigation.type !== "navigate") return false;
  return location.hash === "" && location.search === "" && window.scrollY === 0;
}

"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { followPage } from "@/lib/sync/following/follow-page";
import { useFreshPage } from "@/components/live/use-fresh-page";
import { FollowedSaves } from "@/lib/sync/following/followed-saves";
import { LiveUpdates } from "@/lib/sync/following/live-updates";
import { SharedStream } from "@/lib/sync/following/shared-stream";
import { randomId } from "@/lib/sync/document/random-id";

/** Between a change and drawing the page anew for it, milliseconds; several soon after each other count as one. */
const REFRESH_MS = 700;
/** Before it is tried again while the server can't be reached. */
const RETRY_MS = 4_000;

interface PlanLiveOptions {
  readonly teamId: string;
  /** The plan's tool, as a part of its address. */
  readonly slug: string;
  readonly userId: string;
  /** Number of the newest save that the page shows. */
  readonly seq: number;
  /** How the board stood before the page was read. */
  readonly boardMark: string;
}

/** Follows what is saved in the plan's tool, and where its ideas come from, while the page is open; both show where they stand. @returns whether there is no network. */
export function usePlanLive({ teamId, slug, userId, seq, boardMark }: PlanLiveOptions): boolean {
  useFreshPage({ topicUrl: `/api/teams/${teamId}/board`, userId, follower: userId, mark: boardMark });
  const router = useRouter();
  const [isOffline, setOffline] = useState(false);
  // The page as it came; what came since the follower knows itself.
  const [first] = useState(seq);
  const shown = useRef(seq);
  useEffect(() => {
    shown.current = seq;
  }, [seq]);

  useEffect(() => {
    const toolUrl = `/api/teams/${teamId}/tools/${slug}`;
    const saves = new FollowedSaves({ updatesUrl: `${toolUrl}/updates`, userId, seq: first, onReach: (reach) => setOffline(reach === "offline") });
    let refreshing: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    /** Something beside the answers changed, which has no number. */
    let isStale = false;
    const refreshSoon = (wait = REFRESH_MS) => {
      refreshing ??= setTimeout(() => void refresh(), wait);
    };
    // Only while the server answers: otherwise Next would leave the page for the browser's error page.
    const refresh = async () => {
      const outcome = await saves.pull();
      refreshing = undefined;
      if (isOver) return;
      if (outcome === "unreachable") refreshSoon(RETRY_MS);
      // What was changed here came with the answer to it.
      else if (isStale || outcome !== "fetched" || saves.seq > shown.current) router.refresh();
      isStale = false;
    };
    const live = new LiveUpdates({
      store: saves,
      topicUrl: toolUrl,
      userId,
      tab: randomId(),
      openStream: (url) => SharedStream.open(url, userId),
      onUpdate: () => refreshSoon(),
      onPeople: () => undefined,
      onChanged: () => {
        isStale = true;
        refreshSoon();
      },
      onCaughtUp: () => refreshSoon(),
      onAsking: () => undefined,
    });
    const stop = followPage({ live, onLost: () => setOffline(true) });
    return () => {
      isOver = true;
      clearTimeout(refreshing);
      stop();
    };
  }, [teamId, slug, userId, first, router]);

  return isOffline;
}

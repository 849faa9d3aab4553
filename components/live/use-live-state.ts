"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { Reach } from "@/lib/sync/browser/save-state";
import { randomId } from "@/lib/sync/document/random-id";
import { followPage } from "@/lib/sync/following/follow-page";
import { FollowedState } from "@/lib/sync/following/followed-state";
import { LiveUpdates } from "@/lib/sync/following/live-updates";
import { SharedStream } from "@/lib/sync/following/shared-stream";

export interface LiveStateOptions<State extends object> {
  /** Where the topic is: "/api/teams/…/rounds/…"; its stream is "…/events". */
  readonly topicUrl: string;
  /** The account; null for somebody without one. */
  readonly userId: string | null;
  /** Names whoever watches among those who use this browser, so that only their own tabs share a stream: the account, or the rater. */
  readonly follower: string;
  /** How the topic stands: soon after the page came, and whenever that has changed. */
  readonly onState: (state: State) => void;
}

/** Follows a topic with a state while the page is open. @returns how the page stands with the server. */
export function useLiveState<State extends object>({ topicUrl, userId, follower, onState }: LiveStateOptions<State>): Reach {
  const [reach, setReach] = useState<Reach>("ok");
  const learn = useEffectEvent((state: object) => onState(state as State));
  useEffect(() => {
    const store = new FollowedState({ topicUrl, userId, onState: (state) => learn(state), onReach: setReach });
    const live = new LiveUpdates({
      store,
      topicUrl,
      userId: follower,
      tab: randomId(),
      openStream: (url) => SharedStream.open(url, follower),
      onUpdate: () => undefined,
      onPeople: () => undefined,
      onChanged: () => undefined,
      onCaughtUp: () => undefined,
      onAsking: () => undefined,
    });
    return followPage({ live, onLost: () => setReach("offline") });
  }, [topicUrl, userId, follower]);
  return reach;
}

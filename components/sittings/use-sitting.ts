"use client";

import { useState } from "react";
import { useLiveState } from "@/components/live/use-live-state";
import type { SittingState } from "@/lib/domain/sittings/sitting-state";

interface UseSittingOptions {
  /** How it stood when the page was made. */
  readonly initial: SittingState;
  readonly topicUrl: string;
  /** The account; null for a phone. */
  readonly userId: string | null;
  readonly follower: string;
}

/** A sitting as it stands now, and when that was heard by the browser's own clock. */
export function useSitting({ initial, topicUrl, userId, follower }: UseSittingOptions) {
  const [heard, setHeard] = useState(() => ({ state: initial, receivedAt: Date.now() }));
  const reach = useLiveState<SittingState>({ topicUrl, userId, follower, onState: (state) => setHeard({ state, receivedAt: Date.now() }) });
  return { ...heard, reach };
}

"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Reach } from "@/lib/sync/browser/save-state";
import { type LiveStateOptions, useLiveState } from "./use-live-state";

/** Between a change and drawing the page anew for it, milliseconds; several soon after each other count as one. */
const REFRESH_MS = 500;

/** A state that says of itself whether it is another. */
interface Marked {
  readonly mark: string;
}

interface FreshPageOptions extends Omit<LiveStateOptions<Marked>, "onState"> {
  /** Of the state that the page shows, read before anything else of it. */
  readonly mark: string;
  /** Holds the page as it is. */
  readonly isHeld?: boolean;
}

/**
 * Reads the page again whenever its topic stands otherwise than the page shows; what is typed, the focus and what is unfolded stay.
 * @returns the state as it was last told, and how the page stands with the server
 */
export function useFreshPage<State extends Marked>({ mark, isHeld = false, ...topic }: FreshPageOptions): { readonly told: State | null; readonly reach: Reach } {
  const router = useRouter();
  const [told, setTold] = useState<State | null>(null);
  const reach = useLiveState<State>({ ...topic, onState: setTold });
  /** The mark that the page was last read again for: once each, whatever comes of it. */
  const asked = useRef<string | null>(null);
  const wanted = told && told.mark !== mark && !isHeld ? told.mark : null;
  useEffect(() => {
    if (wanted === null || wanted === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = wanted;
      router.refresh();
    }, REFRESH_MS);
    return () => clearTimeout(timer);
  }, [wanted, router]);
  return { told, reach };
}

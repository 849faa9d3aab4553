import type { LiveUpdates } from "./live-updates";

interface PageLife {
  readonly live: LiveUpdates;
  /** The device says it has no network. */
  readonly onLost?: () => void;
}

/** Begins, and follows as the page comes and goes and the device goes on- and offline. Returns how to stop. */
export function followPage({ live, onLost }: PageLife): () => void {
  const onVisibility = () => (document.visibilityState === "visible" ? live.show() : live.hide());
  const onOnline = () => live.wake();
  const onOffline = () => {
    live.lose();
    onLost?.();
  };
  const onLeave = () => live.stop();
  const onReturn = ({ persisted }: PageTransitionEvent) => persisted && live.wake();
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("online", onOnline);
  window.addEventListener("offline", onOffline);
  window.addEventListener("pagehide", onLeave);
  window.addEventListener("pageshow", onReturn);
  if (document.visibilityState === "visible") live.start();
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("online", onOnline);
    window.removeEventListener("offline", onOffline);
    window.removeEventListener("pagehide", onLeave);
    window.removeEventListener("pageshow", onReturn);
    live.stop();
  };
}

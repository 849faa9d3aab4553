import type { ResponseStore } from "./response-store";

const TICK_MS = 10_000;
/** A clock that jumped this far: the device slept, and its connections may be dead without knowing. */
const SLEPT_MS = 30_000;

/** Sends and fetches as the page comes and goes, and as the device sleeps and goes on- and offline. Returns how to stop. */
export function followBrowser(store: ResponseStore): () => void {
  const comeBack = () => {
    void store.sendAfresh();
    if (store.follower) store.follower.wake();
    else void store.pull();
  };
  const onVisibility = () => {
    void store.sendNow();
    if (document.visibilityState !== "visible") store.follower?.hide();
    else if (store.follower) store.follower.show();
    else void store.pull();
  };
  const onOffline = () => void store.lose();
  const onLeave = () => {
    store.sendBeforeLeaving();
    store.follower?.stop();
  };
  const onReturn = (event: PageTransitionEvent) => {
    if (event.persisted) comeBack();
  };
  let last = Date.now();
  const ticking = setInterval(() => {
    const now = Date.now();
    if (now - last > SLEPT_MS && document.visibilityState === "visible") comeBack();
    last = now;
  }, TICK_MS);

  window.addEventListener("online", comeBack);
  window.addEventListener("offline", onOffline);
  window.addEventListener("pagehide", onLeave);
  window.addEventListener("pageshow", onReturn);
  document.addEventListener("visibilitychange", onVisibility);
  return () => {
    clearInterval(ticking);
    window.removeEventListener("online", comeBack);
    window.removeEventListener("offline", onOffline);
    window.removeEventListener("pagehide", onLeave);
    window.removeEventListener("pageshow", onReturn);
    document.removeEventListener("visibilitychange", onVisibility);
    void store.sendNow();
  };
}

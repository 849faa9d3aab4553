import type { ResponseStore } from "./response-store";

/** Sends and fetches as the page comes and goes, and as the device goes on- and offline. Returns how to stop. */
export function followBrowser(store: ResponseStore): () => void {
  const comeBack = () => {
    void store.sendNow();
    void store.pull();
  };
  const onVisibility = () => (document.visibilityState === "visible" ? comeBack() : void store.sendNow());
  const onLeave = () => store.sendBeforeLeaving();
  window.addEventListener("online", comeBack);
  window.addEventListener("pagehide", onLeave);
  document.addEventListener("visibilitychange", onVisibility);
  return () => {
    window.removeEventListener("online", comeBack);
    window.removeEventListener("pagehide", onLeave);
    document.removeEventListener("visibilitychange", onVisibility);
    void store.sendNow();
  };
}

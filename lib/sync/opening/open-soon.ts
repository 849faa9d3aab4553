import type { ResponseHandle } from "./response-handle";

/** What people do before they enter something. */
const INTENTS = ["pointermove", "pointerdown", "touchstart", "wheel", "keydown", "focusin"] as const;

/** Without any of it, milliseconds after the page has come: by then it is shown, and whoever loses the network keeps what they write. */
const QUIET_MS = 1_000;

/**
 * Opens a response when the person moves, or has looked at the page for a moment, and again once the network is back.
 * @returns how to stop waiting.
 */
export function openSoon(handle: ResponseHandle): () => void {
  const listening = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    handle.open().then(
      () => listening.abort(),
      () => undefined,
    );
  };
  const waitForQuiet = () => {
    timer = setTimeout(open, QUIET_MS);
  };
  for (const intent of INTENTS) document.addEventListener(intent, open, { capture: true, passive: true, once: true, signal: listening.signal });
  window.addEventListener("online", open, { signal: listening.signal });
  if (document.readyState === "complete") waitForQuiet();
  else window.addEventListener("load", waitForQuiet, { signal: listening.signal });
  // Somebody is in a box already, as after what was typed early.
  if (document.activeElement?.matches("input, textarea, select")) open();
  return () => {
    listening.abort();
    clearTimeout(timer);
  };
}

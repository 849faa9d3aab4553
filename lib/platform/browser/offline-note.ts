/** Whose unsent changes the offline page may count; it has no other way to know who is signed in. */
const USER_KEY = "workbook-user";

/** Notes who is signed in in this browser; null for nobody. */
export function rememberUser(userId: string | null): void {
  try {
    if (userId === null) localStorage.removeItem(USER_KEY);
    else localStorage.setItem(USER_KEY, userId);
  } catch {
    // A browser that keeps nothing has nothing to count either.
  }
}

/** From then on a page that can't be fetched is replaced by one of ours (public/service-worker.js). */
export function prepareOfflinePage(): void {
  // Without https browsers have no service workers.
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
}

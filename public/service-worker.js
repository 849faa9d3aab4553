// Shows a page of ours where a page can't be fetched. Keeps nothing but that page, which is the same for everybody:
// no page of the workbook and no answer is ever stored here, and saves do not pass through.

/** Changes with the files below (a test says to what), so that browsers fetch them anew. */
const VERSION = "d009e77f0a35";
const CACHE = `offline-${VERSION}`;
const PAGE = "/offline/index.html";
const FILES = [PAGE, "/offline/offline.css", "/offline/offline.js"];

self.addEventListener("install", (event) => {
  // Where browsers know it, everything but pages goes to the network without asking here.
  event.addRoutes?.({
    condition: { not: { or: [{ requestMode: "navigate" }, { urlPattern: "/offline/*" }] } },
    source: "network",
  })?.catch(() => undefined);
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    Promise.all([
      self.registration.navigationPreload?.enable(),
      caches.keys().then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)))),
    ]),
  );
});

/** What the network has; the page of ours when it fails. An answer of the server, whatever its status, is not a failure. */
async function fetchPage(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch (error) {
    const page = await caches.match(PAGE);
    if (page) return page;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { pathname } = new URL(url);
  // Downloads fail as downloads do.
  if (mode === "navigate") {
    if (method === "GET" && !pathname.startsWith("/api/")) event.respondWith(fetchPage(event));
  } else if (FILES.includes(pathname)) {
    event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(event.request)));
  }
});

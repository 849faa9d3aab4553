// Runs without the rest of the app, which can't be fetched: says what waits on this device, as numbers only.

const DATABASE = "unsent-changes";
/** Who is signed in here, as the app's pages note it (lib/platform/browser/offline-note.ts). */
const USER_KEY = "workbook-user";
/** Between two looks whether the server answers, milliseconds. */
const LOOK_MS = 15_000;

const element = (id) => document.getElementById(id);

function readUser() {
  try {
    return localStorage.getItem(USER_KEY);
  } catch {
    return null;
  }
}

/** The person's unsent changes; none where the app has never kept any. */
function readKept(userId) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE);
    // There is no such database; an empty one would stand in the app's way.
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => resolve([]);
    opening.onsuccess = () => {
      const range = IDBKeyRange.bound([userId], [userId, []]);
      const reading = opening.result.transaction("updates").objectStore("updates").index("by-response").getAll(range);
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error);
    };
  });
}

/** How many answers of each tool hold such changes, by the address of its page. */
function countByTool(kept) {
  const answers = new Map();
  for (const { updatesUrl, itemIds } of kept) {
    const [, page] = /^\/api(\/teams\/[^/]+\/tools\/[a-z0-9-]+)\/updates$/.exec(updatesUrl) ?? [];
    if (page) answers.set(page, new Set([...(answers.get(page) ?? []), ...itemIds]));
  }
  return [...answers].map(([page, ids]) => ({ page, count: ids.size })).sort((a, b) => a.page.localeCompare(b.page, "en", { numeric: true }));
}

/** A tool by its part of an address, which is its number or its name: "9", "peer-worksheet-1". */
function nameOf(slug) {
  const words = slug.replaceAll("-", " ");
  return /^\d+$/.test(slug) ? `Tool ${slug}` : words.charAt(0).toUpperCase() + words.slice(1);
}

function describe({ page, count }) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = page;
  link.textContent = nameOf(page.split("/").at(-1));
  line.append(count === 1 ? "1 answer in " : `${count} answers in `, link);
  return line;
}

async function showKept() {
  const userId = readUser();
  // Nobody is signed in: what somebody else left here is not for whoever looks now.
  if (!userId) return;
  const tools = countByTool(await readKept(userId).catch(() => []));
  element("kept-list").replaceChildren(...tools.map(describe));
  element("kept").hidden = tools.length === 0;
  element("nothing-kept").hidden = tools.length > 0;
}

async function look() {
  const answer = await fetch("/api/health", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) location.reload();
}

const OFFLINE = { title: element("title").textContent, reason: element("reason").textContent };
const UNREACHED = {
  title: "The workbook can’t be reached",
  reason: "The page you asked for can’t be shown: the workbook does not answer, or something between it and this device does not let it through.",
};

/** The device may lose its network, or notice that it has none, while this page is shown. */
function sayWhy() {
  const { title, reason } = navigator.onLine ? UNREACHED : OFFLINE;
  element("title").textContent = title;
  element("reason").textContent = reason;
  document.title = `${title} · PS-COPE Workbook`;
}

sayWhy();
addEventListener("offline", sayWhy);
element("again").addEventListener("click", (event) => {
  event.preventDefault();
  location.reload();
});
addEventListener("online", look);
setInterval(look, LOOK_MS);
void showKept();

import type { Page } from "@playwright/test";

/** Keeps the page's scripts on their way, as a bad network does. @returns how to let them arrive. */
export async function holdScripts(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const arrival = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await arrival;
    await route.continue();
  });
  return release;
}

/** Puts an element before every field as soon as there is one, as password managers and writing helpers do. */
export async function addExtension(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const mark = () => {
      for (const field of document.querySelectorAll("body input, body textarea, body select")) {
        if (field.previousElementSibling?.tagName === "EXTENSION-MARK") continue;
        field.before(document.createElement("extension-mark"));
      }
    };
    new MutationObserver(mark).observe(document, { childList: true, subtree: true });
  });
}

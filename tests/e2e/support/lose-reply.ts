import type { Page, Request } from "@playwright/test";

/** The next such request reaches the server and is done; its answer never arrives. */
export async function loseReply(page: Page, isIt: (request: Request) => boolean): Promise<void> {
  let isLost = false;
  await page.route("**/*", async (route) => {
    if (isLost || !isIt(route.request())) return route.fallback();
    isLost = true;
    await route.fetch();
    await route.abort();
  });
}

export const isAction = (request: Request): boolean => request.method() === "POST" && "next-action" in request.headers();

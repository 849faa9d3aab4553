import type { Browser, Page } from "@playwright/test";
import type { RunningApp } from "@/tests/support/e2e-app";

/** Someone signed in to the sample agency, whose tools hold answers as real ones do. */
export interface Sample {
  readonly page: Page;
  readonly ids: { readonly teamId: string; readonly agencyId: string };
  close(): Promise<void>;
}

export async function openSample(browser: Browser, { url }: RunningApp): Promise<Sample> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Open the sample agency" }).click();
  await page.waitForURL(/\/(agencies|teams)/);
  await page.goto("/agencies");
  const idIn = async (selector: string, pattern: RegExp) => {
    const href = (await page.locator(selector).first().getAttribute("href")) ?? "";
    return pattern.exec(href)?.[1] ?? "";
  };
  const ids = {
    teamId: await idIn('main a[href^="/teams/"]', /^\/teams\/([^/?#]+)/),
    agencyId: await idIn('main a[href^="/agencies/"]', /^\/agencies\/([^/?#]+)/),
  };
  return { page, ids, close: () => context.close() };
}

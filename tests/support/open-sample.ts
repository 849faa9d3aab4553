import type { Browser, Page } from "@playwright/test";
import { SAMPLE_SECOND_TEAM, SAMPLE_TEAM } from "@/prisma/sample/sample-agency";
import type { RunningApp } from "./e2e-app";

/** Someone signed in to the sample agency, whose tools hold answers as real ones do. */
export interface Sample {
  readonly page: Page;
  readonly ids: {
    readonly teamId: string;
    readonly agencyId: string;
    /** The team that works with what can be added to the first toolkit, too. */
    readonly supplementTeamId: string;
  };
  close(): Promise<void>;
}

export async function openSample(browser: Browser, { url }: Pick<RunningApp, "url">): Promise<Sample> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Open the sample agency" }).click();
  await page.waitForURL(/\/(agencies|teams)/);
  await page.goto("/agencies");
  const main = page.getByRole("main");
  const idIn = async (link: ReturnType<typeof main.locator>, kind: "teams" | "agencies") => {
    const href = (await link.first().getAttribute("href")) ?? "";
    // An id: the same page also has a link to /agencies/new.
    const id = new RegExp(`^/${kind}/([0-9a-f-]{36})(?:$|[/?#])`).exec(href)?.[1];
    if (!id) throw new Error(`The sample agency's page has no link into /${kind}: ${href}`);
    return id;
  };
  const ids = {
    teamId: await idIn(main.getByRole("link", { name: SAMPLE_TEAM, exact: true }), "teams"),
    supplementTeamId: await idIn(main.getByRole("link", { name: SAMPLE_SECOND_TEAM, exact: true }), "teams"),
    agencyId: await idIn(main.locator('a[href^="/agencies/"]:not([href="/agencies/new"])'), "agencies"),
  };
  return { page, ids, close: () => context.close() };
}

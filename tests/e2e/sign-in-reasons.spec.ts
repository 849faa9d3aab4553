import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./support/test";

const summary = (page: Page) => page.getByRole("alert").filter({ hasText: "There is a problem" });

async function tryToSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  const button = page.getByRole("button", { name: "Sign in" });
  await Promise.all([page.waitForResponse(/callback\/password/), button.click()]);
  await expect(button).toHaveText("Sign in");
}

test("after five wrong tries the right password is told to wait, and a stranger's address the same", async ({ lead, page, problems }) => {
  problems.expect(/status of 401/);
  const said: (string | null)[] = [];
  for (const email of [lead.email, "nobody-has-this@example.org"]) {
    await page.goto("/sign-in");
    for (let tries = 0; tries < 5; tries += 1) {
      await tryToSignIn(page, email, "not the right words");
      await expect(summary(page)).toContainText("do not match");
    }
    await tryToSignIn(page, email, lead.password);
    await expect(summary(page)).toContainText("Signing in with this email address or sign-in name is paused");
    await expect(summary(page)).toContainText("15 minutes");
    said.push(await summary(page).textContent());
    expect(page.url()).toMatch(/\/sign-in$/);
  }
  expect(said[0]).toBe(said[1]);
});

/** What a browser with blocked cookies does: it stores none and sends none. Chromium has no switch for it in tests. */
async function blockCookies(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "cookieEnabled", { get: () => false }));
  await context.route("**/api/auth/**", async (route) => {
    const headers = { ...(await route.request().allHeaders()) };
    delete headers.cookie;
    const response = await route.fetch({ headers });
    const kept = Object.fromEntries(Object.entries(response.headers()).filter(([name]) => name !== "set-cookie"));
    await route.fulfill({ response, headers: kept });
    await context.clearCookies();
  });
}

test("a browser that blocks cookies is told so, before and after trying", async ({ context, lead, page }) => {
  await blockCookies(context);
  await page.goto("/sign-in");
  await expect(page.getByText("Cookies are blocked")).toBeVisible();
  await tryToSignIn(page, lead.email, lead.password);
  await expect(summary(page)).toContainText("Your browser blocks cookies for this site.");
  await expect(summary(page)).not.toContainText("do not match");
  await page.getByRole("button", { name: "Open the sample agency" }).click();
  await expect(page.getByText("opening the sample agency needs one")).toBeVisible();
});

test("nothing is said of cookies where they work", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
  await expect(page.getByText("Cookies are blocked")).toHaveCount(0);
});

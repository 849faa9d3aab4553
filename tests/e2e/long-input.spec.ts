import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

/** Two bytes each when they are sent. */
const marks = (count: number) => `a${"\u0301".repeat(count)}`;

async function fill(page: Page, name: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Work email address").fill("somebody@newcomers.example");
  await page.getByLabel("Choose a password", { exact: true }).fill("seven lanterns over quiet water");
}

async function send(page: Page): Promise<number> {
  const [response] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === "POST"),
    page.getByRole("button", { name: "Sign up" }).click(),
  ]);
  return response.status();
}

test("a name of thousands of marks is refused at its field", async ({ openBrowser }) => {
  const page = await (await openBrowser(null)).newPage();
  await fill(page, marks(5_000));
  expect(await send(page)).toBe(200);
  await expect(page.getByLabel("Your name")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("Use 100 characters or fewer.").first()).toBeVisible();
});

test("one of a hundred thousand letters isn't sent, and stays in its field", async ({ openBrowser }) => {
  const page = await (await openBrowser(null)).newPage();
  await fill(page, "a".repeat(100_000));
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByText("Shorten your texts and try again.")).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("a".repeat(100_000));
});

test("a request of more than 64 KB is refused before it is parsed", async ({ openBrowser, problems }) => {
  const page = await (await openBrowser(null)).newPage();
  await fill(page, "Somebody");
  problems.expect(/(answer|status of) 413/);
  await page.route("**/sign-up", (route) =>
    route.request().method() === "POST"
      ? route.continue({ postData: JSON.stringify([{ name: marks(40_000), email: "somebody@newcomers.example", password: "x" }]) })
      : route.fallback(),
  );
  expect(await send(page)).toBe(413);
});

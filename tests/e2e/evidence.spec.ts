import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { toolItems } from "@/lib/domain/tool/items";
import { getTool } from "@/tests/support/tools";
import { createMember, createTestTeam } from "@/tests/support/e2e-database";
import { pdfOf } from "@/tests/support/evidence-files";
import { expectAccessible } from "./support/axe";
import { expect, test } from "./support/test";
import { openItemPanel, openTool } from "./support/tool-page";

const itemId = toolItems(getTool(4))[0]?.id as string;
const policy = { name: "Training policy.pdf", mimeType: "application/pdf", buffer: Buffer.from(pdfOf()) };

async function openFiles(page: Page): Promise<Locator> {
  const panel = await openItemPanel(page, itemId, "Files");
  await expect(panel.getByRole("heading", { name: /file/i })).toBeVisible();
  return panel;
}

test("a file is added with a privacy reminder, downloaded as it was, and removed after asking", async ({
  app,
  leadPage: page,
  openBrowser,
  problems,
  team,
}) => {
  problems.expect(/422/);
  await openTool(page, team, 4);
  const panel = await openFiles(page);
  await expect(panel.getByText("safety, privacy, and confidentiality protected")).toBeVisible();
  await panel.getByLabel("Files to add").setInputFiles([policy, { ...policy, name: "page.pdf", buffer: Buffer.from("<html>") }]);
  await expect(panel.getByText("what is inside is no PDF")).toBeVisible();
  const download = panel.getByRole("link", { name: "Download Training policy.pdf" });
  await expect(download).toBeVisible();
  await expectAccessible(page);
  const [file] = await Promise.all([page.waitForEvent("download"), download.click()]);
  expect(file.suggestedFilename()).toBe("Training policy.pdf");
  expect(readFileSync(await file.path()).equals(policy.buffer)).toBe(true);

  // Over the real server: the policy of the file is the strict one, and another agency sees nothing.
  const address = new URL((await download.getAttribute("href")) ?? "", app.url).href;
  const own = await page.request.get(address);
  expect(own.headers()["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
  const stranger = await openBrowser(await createMember(app, await createTestTeam(app, "Other"), "admin"));
  const foreign = await stranger.request.get(address);
  expect(foreign.status()).toBe(404);
  expect(await foreign.text()).not.toContain("Training policy");

  await panel.getByRole("button", { name: "Remove Training policy.pdf" }).click();
  await expect(panel.getByText("Remove this file for everyone?")).toBeFocused();
  await panel.getByRole("button", { name: "Remove file" }).click();
  await expect(panel.getByText("Training policy.pdf was removed.")).toBeVisible();
  await expect(panel.getByRole("heading", { name: "No files yet" })).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(404);
});

test("a file that did not get through is kept in the list, to be sent again", async ({ leadPage: page, problems, team }) => {
  problems.expect(/ERR_FAILED/);
  await openTool(page, team, 4);
  const panel = await openFiles(page);
  await page.route("**/files", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await panel.getByLabel("Files to add").setInputFiles([policy]);
  await expect(panel.getByText("We could not reach the workbook, so this file was not added.")).toBeVisible();
  await page.unroute("**/files");
  await panel.getByRole("button", { name: "Try again Training policy.pdf" }).click();
  await expect(panel.getByRole("link", { name: "Download Training policy.pdf" })).toBeVisible();
});

test("a file of ten megabytes arrives whole", async ({ leadPage: page, team }) => {
  await openTool(page, team, 4);
  const panel = await openFiles(page);
  const buffer = Buffer.alloc(10 * 1024 * 1024, "month,calls\n");
  await panel.getByLabel("Files to add").setInputFiles([{ name: "calls.csv", mimeType: "text/csv", buffer }]);
  await expect(panel.getByText("CSV table, 10 MB")).toBeVisible();
});

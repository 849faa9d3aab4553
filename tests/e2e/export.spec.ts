import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { extractRawText } from "mammoth";
import { getTool, TOOLS } from "@/tests/support/tools";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems, toolName } from "@/lib/domain/tool/items";
import { readPdf, squash } from "@/tests/exports/pdf/read-pdf";
import { exampleAnswers, saveAnswers } from "@/tests/support/e2e-answers";
import { createMember } from "@/tests/support/e2e-database";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { tabTo } from "./support/keys";
import { expect, test } from "./support/test";
import { openToolMenu, toolPath } from "./support/tool-page";

async function download(page: Page, button: Locator): Promise<{ fileName: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  // Agency and team stand in the running head, which readers may skip.
  const { text, artefacts } = await readPdf(readFileSync(await file.path()));
  return { fileName: file.suggestedFilename(), text: `${text} ${artefacts}` };
}

test("one tool downloads as a PDF with agency, team, prompts and answers", { tag: "@smoke" }, async ({ app, lead, leadPage: page, team }) => {
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 2 }, exampleAnswers(2));
  await page.goto(toolPath(team, 2));
  await openToolMenu(page);
  const { fileName, text } = await download(page, page.getByRole("link", { name: /^Download this tool/ }));
  expect(fileName).toMatch(/\.pdf$/);
  for (const words of [team.agencyName, team.teamName, toolName(getTool(2))]) expect(text).toContain(squash(words));
  for (const item of toolItems(getTool(2))) {
    expect(text).toContain(squash(item.prompt));
    expect(text).toContain(squash(formatAnswer(item, exampleAnswer(item))));
  }
});

test("the whole toolkit downloads as one PDF with all thirteen tools and the answers in them", async ({
  app,
  lead,
  leadPage: page,
  team,
}) => {
  for (const { number } of TOOLS) {
    await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: number }, exampleAnswers(number));
  }
  await page.goto(`/teams/${team.teamId}`);
  await page.getByRole("link", { name: /^Download and share/ }).click();
  await expect(page.getByRole("radio", { name: "The whole toolkit" })).toBeChecked();
  const { fileName, text } = await download(page, page.getByRole("button", { name: "Download" }));
  expect(fileName).toMatch(/\.pdf$/);
  for (const words of [team.agencyName, team.teamName, "Readiness and gap report"]) expect(text).toContain(squash(words));
  for (const tool of TOOLS) {
    expect(text).toContain(squash(toolName(tool)));
    const texts = toolItems(tool).filter((item) => item.kind === "text");
    for (const item of texts) expect(text).toContain(squash(formatAnswer(item, exampleAnswer(item))));
  }
});

test("a download that fails says why and leaves the page as it was", async ({ app, lead, leadPage: page, problems, team }) => {
  problems.expect(/status of 401/);
  await page.goto(`/teams/${team.teamId}/export`);
  await expect(page.getByRole("radio", { name: "The whole toolkit" })).toBeChecked();
  await app.database.query("update session set revoked_at = now() where user_id = $1", [lead.userId]);
  await page.getByRole("button", { name: "Download" }).click();
  await expect(page.getByText("You are signed out. Sign in again to go on.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Download and share" })).toBeVisible();
});

test("the page says what a PDF lacks: characters it could not show, and the mark as PDF/UA-1", async ({
  app,
  lead,
  leadPage: page,
  team,
}) => {
  const [item] = toolItems(getTool(2)).filter(({ kind }) => kind === "text");
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 2 }, { [item?.id ?? ""]: "Seen at \u{13000}\u{13001}" });
  await page.goto(toolPath(team, 2));
  await openToolMenu(page);
  await download(page, page.getByRole("link", { name: /^Download this tool/ }));
  const said = "The PDF is in your downloads. 2 characters could not be shown and are marked \ufffd in the file.";
  await expect(page.getByText(said, { exact: true })).toBeVisible();
  // What the server adds where its engine does not vouch for the file: off Linux on x64 it has no engine that does.
  await page.route(/\/export\?/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "X-Pdf-Ua": "not-claimed" } });
  });
  await download(page, page.getByRole("link", { name: /^Download this tool/ }));
  await expect(page.getByText(`${said} It has headings and tables for screen readers, but could not be marked as PDF/UA-1.`)).toBeVisible();
});

const summaryOf = (page: Page) => page.getByRole("status").filter({ hasText: "questions are answered" });

test("on the page for downloads the preview follows every choice, and the file holds what it told", async ({
  app,
  lead,
  leadPage: page,
  team,
}) => {
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 2 }, exampleAnswers(2));
  await page.goto(toolPath(team, 2));
  await openToolMenu(page);
  await page.getByRole("link", { name: "More ways to download" }).click();
  await expect(page.getByRole("checkbox", { name: toolName(getTool(2)) })).toBeChecked();
  await page.getByRole("checkbox", { name: toolName(getTool(4)) }).check();
  await page.getByRole("checkbox", { name: "History" }).check();
  await page.getByRole("radio", { name: "By role only" }).check();
  await page.getByRole("radio", { name: "Word" }).check();
  const total = toolItems(getTool(2)).length;
  await expect(summaryOf(page)).toHaveText(new RegExp(`^Word with 2 tools, ${total} changes, and no supporting files.*by role\\.$`));
  await expect(page.getByRole("radio", { name: "Word" })).toBeFocused();
  const parts = page.getByRole("region", { name: "What will be inside" }).getByRole("listitem");
  await expect(parts.filter({ hasText: /^Tool \d/ })).toHaveText([
    new RegExp(`^${toolName(getTool(2))}${total} of ${total} answered, ${total} changes$`),
    new RegExp(`^${toolName(getTool(4))}0 of \\d+ answered$`),
  ]);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download" }).click()]);
  expect(file.suggestedFilename()).toMatch(/^PS-COPE tools \(roles only, with history\), .+, \d{4}-\d{2}-\d{2}\.docx$/);
  await expect(page.getByText("The Word file is in your downloads.")).toBeVisible();
  const { value: text } = await extractRawText({ path: await file.path() });
  expect(squash(text)).toContain(squash(toolName(getTool(4))));
  expect(squash(text)).toContain(squash("Team lead"));
  expect(squash(text)).not.toContain(squash(lead.name));
});

test("a download can be chosen and made with keys alone", async ({ leadPage: page, team }) => {
  await page.goto(`/teams/${team.teamId}/export`);
  await page.getByRole("radio", { name: "The whole toolkit" }).focus();
  for (const next of ["Some tools", "The readiness and gap report alone", "A one-page brief", "The plan alone", "Blank forms"]) {
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: next })).toBeChecked();
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("checkbox", { name: toolName(getTool(1)) })).toBeChecked();
  await expect(page.getByText("PDF with 1 blank form.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: toolName(getTool(1)) })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Download" }));
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(file.suggestedFilename()).toMatch(/^PS-COPE blank forms, .+\.pdf$/);
});

test("without JavaScript the form shows what will be inside and downloads it", async ({ lead, openBrowser, problems, team }) => {
  problems.expect(/\(csp\)/);
  const page = await (await openBrowser(lead, { javaScriptEnabled: false })).newPage();
  await page.goto(`/teams/${team.teamId}/export`);
  await page.getByRole("radio", { name: "Some tools" }).check();
  await page.getByRole("button", { name: "Show what will be inside" }).click();
  await expect(page.getByText("Choose at least one tool.")).toBeVisible();
  await page.getByRole("checkbox", { name: toolName(getTool(6)) }).check();
  await page.getByRole("radio", { name: "CSV" }).check();
  await page.getByRole("button", { name: "Show what will be inside" }).click();
  await expect(page.getByText(/^CSV with 1 tool and no supporting files\./)).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download" }).click()]);
  expect(file.suggestedFilename()).toMatch(/^PS-COPE Tool 6 \(roles only\), .+\.zip$/);
});

test("where the agency limits downloads, the team home, the tool and the page say so and offer blank forms", async ({
  app,
  openBrowser,
  team,
}) => {
  await app.database.query("update agency set exporters = 'leads' where id = $1", [team.agencyId]);
  const page = await (await openBrowser(await createMember(app, team, "viewer"))).newPage();
  await page.goto(`/teams/${team.teamId}`);
  await expect(page.getByRole("link", { name: /^Download and share.*limits who may download/ })).toBeVisible();
  await page.goto(toolPath(team, 3));
  await openToolMenu(page);
  await page.getByRole("link", { name: "Why only the blank form?" }).click();
  await expect(page.getByText("Agency admins and team leads can.")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Blank forms" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "The whole toolkit" })).toHaveCount(0);
  await expect(page.getByText("PDF with 1 blank form.")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test("an agency admin chooses who may download", async ({ app, openBrowser, team }) => {
  const page = await (await openBrowser(await createMember(app, team, "admin"))).newPage();
  await page.goto(`/agencies/${team.agencyId}`);
  const setting = page.getByRole("group", { name: "Who may download the teams’ work" });
  await expect(setting.getByRole("radio", { name: "Everyone who can read it" })).toBeChecked();
  await setting.getByRole("radio", { name: "Team leads and agency admins" }).check();
  await page.locator("form", { has: setting }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Who may download is saved.")).toBeVisible();
  await page.reload();
  await expect(setting.getByRole("radio", { name: "Team leads and agency admins" })).toBeChecked();
});

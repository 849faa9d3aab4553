import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { getTool, TOOLS } from "@/content/tools";
import { formatAnswer } from "@/lib/tools/item-readers";
import { exampleAnswer } from "@/lib/tools/item-schemas";
import { toolItems, toolName } from "@/lib/tools/items";
import { readPdf, squash } from "@/tests/pdf/read-pdf";
import { exampleAnswers, saveAnswers } from "@/tests/support/e2e-answers";
import { expect, test } from "./support/test";
import { toolPath } from "./support/tool-page";

async function download(page: Page, name: RegExp): Promise<{ fileName: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  // Agency and team stand in the running head, which readers may skip.
  const { text, artefacts } = await readPdf(readFileSync(await file.path()));
  return { fileName: file.suggestedFilename(), text: `${text} ${artefacts}` };
}

test("one tool downloads as a PDF with agency, team, prompts and answers", async ({ app, lead, leadPage: page, team }) => {
  await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 2 }, exampleAnswers(2));
  await page.goto(toolPath(team, 2));
  const { fileName, text } = await download(page, /^Download this tool/);
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
  const { fileName, text } = await download(page, /^Download the whole toolkit/);
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
  await page.goto(`/teams/${team.teamId}`);
  await app.database.query("update session set revoked_at = now() where user_id = $1", [lead.userId]);
  await page.getByRole("link", { name: /^Download the whole toolkit/ }).click();
  await expect(page.getByText("You are signed out. Sign in again to go on.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: team.teamName })).toBeVisible();
});

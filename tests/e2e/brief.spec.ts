import { readFileSync } from "node:fs";
import { readPdf, squash } from "@/tests/exports/pdf/read-pdf";
import { createMember } from "@/tests/support/e2e-database";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe";
import { expect, test } from "./support/test";

test("a brief says the team's own words, on the page and on one page of paper", async ({ app, lead, leadPage: page, openBrowser, team }) => {
  const person = { appUrl: app.url, person: lead, teamId: team.teamId };
  await saveAnswers({ ...person, toolNumber: 9 }, { "t9-i1-1": 2, "t9-i1-2": 4, "t9-i1-3": 4, "t9-c1-1": 5, "t9-c1-2": 5, "t9-c1-3": 5 });
  await saveAnswers({ ...person, toolNumber: 11 }, { "t11-vision": "Nobody dies alone." });
  const address = `/teams/${team.teamId}/readiness/brief`;
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: "Nobody dies alone." })).toBeVisible();
  await expect(page.getByText("What community partners ask")).toHaveCount(0);

  await page.getByRole("link", { name: "Choose what it says" }).click();
  await page.getByLabel("Title").fill("We answer every call.");
  await page.getByLabel("Why priority 1").fill("Our numbers are in three places.");
  await page.getByLabel("What community partners ask").fill("Come at night too.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The brief says this now.")).toBeVisible();
  await expectAccessible(page);

  await page.goto(address);
  for (const words of ["Our numbers are in three places.", "Come at night too."]) await expect(page.getByText(words)).toBeVisible();
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^Download the page/ }).click()]);
  const { text, pages } = await readPdf(readFileSync(await file.path()));
  for (const words of ["We answer every call.", "Our numbers are in three places.", "Come at night too."]) expect(text).toContain(squash(words));
  expect(pages).toBe(1);

  const second = await (await openBrowser(await createMember(app, team, "admin"))).newPage();
  await second.goto(`${address}/edit`);
  await page.goto(`${address}/edit`);
  await page.getByLabel("What community partners ask").fill("Bring water.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The brief says this now.")).toBeVisible();
  await second.getByLabel("Title").fill("Somebody else's title.");
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByText(/Someone saved this brief since you opened the page/)).toBeVisible();
  await expect(second.getByLabel("Title")).toHaveValue("Somebody else's title.");
  await second.goto(address);
  await expect(second.getByText("Bring water.")).toBeVisible();

  const viewer = await (await openBrowser(await createMember(app, team, "viewer"))).newPage();
  await viewer.goto(address);
  await expect(viewer.getByRole("heading", { level: 1, name: "We answer every call." })).toBeVisible();
  await expect(viewer.getByRole("link", { name: "Choose what it says" })).toHaveCount(0);
});

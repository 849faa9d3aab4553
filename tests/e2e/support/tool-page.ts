import { expect, type Locator, type Page } from "@playwright/test";
import { toolItems } from "@/lib/domain/tool/items";
import { WHOLE_TOOL } from "@/lib/domain/tool/tool-steps";
import { getTool, type ToolNumber } from "@/tests/support/tools";
import { ANSWER_MAX_LENGTH } from "@/lib/domain/limits";
import { saveAnswers } from "@/tests/support/e2e-answers";
import type { TestPerson, TestTeam } from "@/tests/support/e2e-database";

/** More than half of what an answer may hold, in words: Chromium takes seconds to lay out one of 20,000 letters. */
const LONG = "a few words ".repeat(Math.ceil((ANSWER_MAX_LENGTH + 1) / 24));

interface Refusal {
  readonly page: Page;
  readonly appUrl: string;
  readonly team: Pick<TestTeam, "teamId">;
  readonly person: TestPerson;
  readonly toolNumber: ToolNumber;
}

/**
 * Provokes the one refusal left to somebody who does nothing wrong: while their words wait, as many come from elsewhere
 * into the first answer, and together they are too many. @returns what is saved.
 */
export async function makeTooLong({ page, appUrl, team, person, toolNumber }: Refusal): Promise<string> {
  const item = toolItems(getTool(toolNumber)).find(({ kind }) => kind === "text");
  if (!item) throw new Error(`Tool ${toolNumber} has no text`);
  await page.route("**/updates*", (route) => route.abort());
  await page.locator(`[id="${item.id}"]`).fill(LONG);
  await expect(saveStatus(page)).toHaveText(/kept on this device/);
  await saveAnswers({ appUrl, person, teamId: team.teamId, toolNumber }, { [item.id]: LONG });
  await page.unroute("**/updates*");
  await page.reload();
  return LONG;
}

export function toolPath({ teamId }: Pick<TestTeam, "teamId">, toolNumber: ToolNumber): string {
  return `/teams/${teamId}/tools/${toolNumber}`;
}

/** Where the person's changes are, in words. */
export function saveStatus(page: Page): Locator {
  return page.locator(".tool-bar").getByRole("status");
}

export function expectSaved(page: Page): Promise<void> {
  return expect(saveStatus(page)).toHaveText("Saved");
}

/** A long tool shows one section at a time: this address shows all of it. */
export function wholeToolPath(team: Pick<TestTeam, "teamId">, toolNumber: ToolNumber): string {
  return `${toolPath(team, toolNumber)}?section=${WHOLE_TOOL}`;
}

/** Opens the whole of a tool and waits until it has all that it needs to be written in, also without a network. */
export async function openTool(page: Page, team: Pick<TestTeam, "teamId">, toolNumber: ToolNumber): Promise<void> {
  await page.goto(wholeToolPath(team, toolNumber));
  await expectSaved(page);
  await expectFollowing(page);
}

/** The document has come, and what teammates do shows. */
export async function expectFollowing(page: Page): Promise<void> {
  await page.locator(".live-words").waitFor({ state: "attached" });
}

/** The one quiet button of an item; of the first that has one when no item is named. */
export function itemButton(page: Page, itemId?: string): Locator {
  return page.locator(itemId === undefined ? "[data-item-panel]" : `[data-item-panel="${itemId}"]`).first();
}

/** Chooses from the menu of an item. @returns the panel that opens. */
export async function openItemPanel(page: Page, itemId?: string, entry: "Comments" | "Files" | "History" | "Assign" = "Comments"): Promise<Locator> {
  await itemButton(page, itemId).click();
  await page.locator(".item-menu").getByRole("button", { name: new RegExp(`^${entry}`) }).click();
  const panel = page.getByRole("dialog");
  await expect(panel).toBeVisible();
  return panel;
}

/** What can be done with the whole tool. */
export async function openToolMenu(page: Page): Promise<void> {
  await page.locator(".tool-menu > summary").click();
}

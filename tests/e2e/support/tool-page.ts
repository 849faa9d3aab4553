import { expect, type Locator, type Page } from "@playwright/test";
import { toolItems } from "@/lib/domain/tool/items";
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

/** Opens a tool and waits until its controls are alive. */
export async function openTool(page: Page, team: Pick<TestTeam, "teamId">, toolNumber: ToolNumber): Promise<void> {
  await page.goto(toolPath(team, toolNumber));
  await expectSaved(page);
}

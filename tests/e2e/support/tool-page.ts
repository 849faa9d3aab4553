import { expect, type Locator, type Page } from "@playwright/test";
import type { ToolNumber } from "@/lib/tools/definition";
import { ANSWER_MAX_LENGTH } from "@/lib/tools/limits";
import type { TestTeam } from "@/tests/support/e2e-database";

/** More than an answer may hold, in words: Chromium takes seconds to lay out one of 20,000 letters. */
export const TOO_LONG = "a few words ".repeat(Math.ceil((ANSWER_MAX_LENGTH + 1) / 12));

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

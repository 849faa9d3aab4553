import { expect, type Locator, type Page } from "@playwright/test";
import type { ToolNumber } from "@/lib/tools/definition";
import type { TestTeam } from "@/tests/support/e2e-database";

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

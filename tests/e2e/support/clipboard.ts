import type { Page } from "@playwright/test";

/** Puts this on the clipboard, as another program would, and pastes it where the focus is. */
export async function paste(page: Page, { text, html }: { text: string; html?: string }): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(
    ([plain, markup]) =>
      navigator.clipboard.write([
        new ClipboardItem({
          "text/plain": new Blob([plain ?? ""], { type: "text/plain" }),
          ...(markup ? { "text/html": new Blob([markup], { type: "text/html" }) } : {}),
        }),
      ]),
    [text, html ?? ""],
  );
  await page.keyboard.press("ControlOrMeta+v");
}

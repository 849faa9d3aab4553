import type { Page } from "@playwright/test";
import { plainWords } from "@/content/ps-cope/plain-words/plain-words";
import { expectAccessible } from "./support/axe";
import { expect, test } from "./support/test";
import { openItemPanel, openTool } from "./support/tool-page";

declare global {
  interface Window {
    /** What was said, and "(stopped)". */
    said?: string[];
  }
}

/** A browser that has a voice: what Chromium without a window lacks. Each sentence takes as long as `finishSpeaking` says. */
async function giveVoice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const queue: SpeechSynthesisUtterance[] = [];
    const said: string[] = [];
    const voice = { name: "Test voice", lang: "en-US", default: true, localService: true, voiceURI: "test" };
    class Utterance extends EventTarget {
      lang = "";
      voice = null;
      onend: (() => void) | null = null;
      onerror: (() => void) | null = null;
      constructor(readonly text: string) {
        super();
      }
    }
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      speak: (utterance: SpeechSynthesisUtterance) => {
        queue.push(utterance);
        said.push(utterance.text);
      },
      cancel: () => {
        const given = queue.splice(0);
        if (given.length > 0) said.push("(stopped)");
        for (const utterance of given) queueMicrotask(() => utterance.onerror?.({} as SpeechSynthesisErrorEvent));
      },
    });
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    Object.assign(window, {
      SpeechSynthesisUtterance: Utterance,
      said,
      finishSpeaking: () => {
        for (const utterance of queue.splice(0)) utterance.onend?.({} as SpeechSynthesisEvent);
      },
    });
  });
}

const openPanel = (page: Page, id: string) => openItemPanel(page, id);
const said = (page: Page) => page.evaluate(() => window.said?.splice(0) ?? []);

test("an item is read aloud with its plain words; pressed again it stops, and so it does when the panel closes", async ({ leadPage: page, team }) => {
  await giveVoice(page);
  await openTool(page, team, 9);
  await openPanel(page, "t9-i1-1");
  const panel = page.getByRole("dialog");
  const read = panel.getByRole("button", { name: /^Read aloud ?: has a system to collect/ });
  await read.click();
  const stop = panel.getByRole("button", { name: /^Stop reading ?: has a system to collect/ });
  await expect(stop).toBeFocused();
  await expectAccessible(page);
  expect((await said(page)).join(" ")).toBe(
    `The program: has a system to collect, analyze, and interpret community-level data as it connects to PS-COPE. In plain words: ${plainWords.get("t9-i1-1")}`,
  );
  await stop.click();
  await expect(read).toBeFocused();
  expect(await said(page)).toEqual(["(stopped)"]);

  await read.click();
  await page.evaluate(() => (window as unknown as { finishSpeaking: () => void }).finishSpeaking());
  await expect(read).toBeVisible();
  await read.click();
  await said(page);
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toHaveCount(0);
  expect(await said(page)).toEqual(["(stopped)"]);
});

test("a cell is read with its row, a table with its columns, and no explanation of an acronym comes between", async ({ leadPage: page, team }) => {
  await giveVoice(page);
  const read = page.getByRole("dialog").getByRole("button", { name: /^Read aloud/ });
  await openTool(page, team, 1);
  await openPanel(page, "t1-q4-source");
  await read.click();
  expect((await said(page)).join(" ")).toBe(
    `4 What drugs are people taking when they overdose? In plain words: ${plainWords.get("t1-q4")} Data Source.`,
  );
  await openTool(page, team, 3);
  await openPanel(page, "t3-12");
  await read.click();
  expect((await said(page)).join(" ")).toContain("including PWUD and those with lived experience of recovery. In plain words:");
});

test("where the browser has no voice there is no button", async ({ leadPage: page, team }) => {
  await page.addInitScript(() => Object.defineProperty(window, "speechSynthesis", { value: Object.assign(new EventTarget(), { getVoices: () => [], cancel() {} }) }));
  await openTool(page, team, 9);
  await openPanel(page, "t9-i1-1");
  await expect(page.getByRole("dialog").getByRole("tab", { name: "Comments" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Read aloud/ })).toHaveCount(0);
});

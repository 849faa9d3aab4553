import type { Page } from "@playwright/test";

/** How a translation gets its words into the page: in place of a text, or around it. */
export type TranslationWay = "replace" | "surround";

/**
 * Does what Chrome's translation does to a page, now and to everything that changes later: each text is put into
 * `<font>` elements of its own. The words stay the same, so that a test can read them.
 */
export async function translate(page: Page, way: TranslationWay): Promise<void> {
  await page.evaluate((way) => {
    const wrap = (text: Text) => {
      if (!text.data.trim() || !text.parentNode || text.parentElement?.closest("font, script, style, textarea")) return;
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      outer.append(inner);
      if (way === "replace") {
        inner.append(text.data);
        text.replaceWith(outer);
      } else {
        text.parentNode.insertBefore(outer, text);
        inner.append(text);
      }
    };
    const wrapAll = (root: Node) => {
      if (root instanceof Text) return wrap(root);
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      texts.forEach(wrap);
    };
    wrapAll(document.body);
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if (target instanceof Text) wrap(target);
        addedNodes.forEach(wrapAll);
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, way);
}

const isFont = (node: Node | null): node is Element => node?.nodeName === "FONT";

/** The outermost `<font>` around a node, as a child of `parent`. */
function fontAround(node: Node, parent: Node): Element | null {
  let font: Element | null = null;
  for (let around = node.parentNode; around && around !== parent; around = around.parentNode) {
    if (!isFont(around)) return null;
    font = around;
  }
  return font?.parentNode === parent ? font : null;
}

/**
 * Lets React change texts that the browser's translation has replaced. Chrome puts each text into a `<font>` of its own,
 * and React goes on writing into the text that is no longer there: "Saved" would stay "Saved" on a device that is offline;
 * where it takes a text away, it fails (https://github.com/facebook/react/issues/11538). The app has no `<font>` of its
 * own, so whatever one replaces is remembered, and put back the moment React reaches for it. The translation then does
 * the new text again.
 */
export function followTranslation(): void {
  const standIns = new WeakMap<Node, Element>();
  /** The same the other way round, in the order of the page. */
  const replaced = new WeakMap<Element, Node[]>();

  const remember = (records: readonly MutationRecord[]) => {
    const isNew = new Set(records.flatMap(({ addedNodes }) => [...addedNodes].filter(isFont)));
    for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      if (isFont(target)) continue;
      for (const text of removedNodes) {
        if (text.nodeType !== Node.TEXT_NODE || text.parentNode === target) continue;
        // A sentence of several texts may go into one `<font>`; beside an older one React took the text away itself.
        const beside = [previousSibling, nextSibling].filter((node) => isFont(node) && isNew.has(node));
        const font = [...addedNodes, fontAround(text, target), ...beside].find(isFont);
        if (!font) continue;
        const texts = replaced.get(font) ?? [];
        if (font === nextSibling) texts.unshift(text);
        else texts.push(text);
        replaced.set(font, texts);
        standIns.set(text, font);
      }
    }
  };
  const observer = new MutationObserver(remember);
  observer.observe(document.documentElement, { childList: true, subtree: true });

  /** Puts the page's own text back in the place of its translation. */
  const putBack = (text: Node) => {
    remember(observer.takeRecords());
    const font = standIns.get(text);
    if (!font) return;
    const texts = replaced.get(font) ?? [];
    for (const each of texts) standIns.delete(each);
    replaced.delete(font);
    if (font.parentNode) font.replaceWith(...texts);
  };

  const { nodeValue } = Object.getOwnPropertyDescriptors(Node.prototype);
  Object.defineProperty(Text.prototype, "nodeValue", {
    ...nodeValue,
    set(this: Text, value: string | null) {
      putBack(this);
      this.data = value ?? "";
    },
  });
  const { insertBefore, removeChild } = Node.prototype;
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (child.parentNode !== this) putBack(child);
    return removeChild.call(this, child) as T;
  };
  Node.prototype.insertBefore = function <T extends Node>(this: Node, child: T, before: Node | null): T {
    if (before && before.parentNode !== this) putBack(before);
    return insertBefore.call(this, child, before) as T;
  };
}

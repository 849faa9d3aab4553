// @ts-check
/**
 * The page numbers of the contents, estimated from a copy of the document without long words and without paragraphs of
 * very many lines. The library looks at all of a word again for every line it tries to end, and at all of a paragraph for
 * every page: its time grows with their square. Word breaks both anywhere, so the copy tells the same pages.
 */
import { estimatePageNumbersWith } from "docx/layout";

/**
 * An element as the library keeps XML: one object, holding its name and what is in it.
 * @typedef {{ readonly [name: string]: unknown }} Element
 */

const LONGEST_WORD = 24;
const MOST_LINES = 60;
/** Where a line may end; the library goes on over zero-width spaces. */
const SPACE = /[^\S\u00a0\u202f]/u;

/**
 * Puts spaces into long words, also where a word goes on from one text to the next.
 * @returns {(text: string) => string}
 */
function breaker() {
  let length = 0;
  return (text) => {
    let broken = "";
    for (const character of text) {
      length = SPACE.test(character) ? 0 : length + 1;
      if (length > LONGEST_WORD) {
        broken += " ";
        length = 1;
      }
      broken += character;
    }
    return broken;
  };
}

/**
 * @param {unknown} part
 * @param {string} name
 * @returns {unknown[] | undefined} What is in the element, if it has that name.
 */
function contentOf(part, name) {
  const content = part !== null && typeof part === "object" ? /** @type {Element} */ (part)[name] : undefined;
  return Array.isArray(content) ? content : undefined;
}

/**
 * @param {unknown} paragraph
 * @returns {unknown[]} Paragraphs of the same look with few lines each.
 */
function splitLines(paragraph) {
  const content = contentOf(paragraph, "w:p") ?? [];
  const startsLine = (/** @type {unknown} */ run) => contentOf(run, "w:r")?.some((part) => Object.hasOwn(Object(part), "w:br")) ?? false;
  if (content.filter(startsLine).length < MOST_LINES) return [paragraph];
  const look = content.slice(0, 1).filter((part) => Object.hasOwn(Object(part), "w:pPr"));
  /** @type {unknown[][]} */
  const parts = [[]];
  let lines = 0;
  for (const run of content) {
    if (startsLine(run)) lines += 1;
    if (lines > MOST_LINES) {
      parts.push([...look]);
      lines = 1;
    }
    parts.at(-1)?.push(run);
  }
  return parts.map((part) => ({ "w:p": part }));
}

/**
 * @param {unknown} part
 * @param {(text: string) => string} [breakWords]
 * @returns {unknown} The same objects where nothing had to change.
 */
export function easyToLayOut(part, breakWords = breaker()) {
  if (Array.isArray(part)) {
    const parts = part.flatMap((one) => splitLines(one).map((piece) => easyToLayOut(piece, breakWords)));
    return parts.length !== part.length || parts.some((one, index) => one !== part[index]) ? parts : part;
  }
  if (part === null || typeof part !== "object") return part;
  const [[name, content] = []] = Object.entries(part);
  if (name === undefined || name === "_attr") return part;
  const inside = name === "w:p" ? breaker() : breakWords;
  const changed =
    name === "w:t" && Array.isArray(content)
      ? content.map((text) => (typeof text === "string" ? inside(text) : text))
      : easyToLayOut(content, inside);
  return changed === content ? part : { [name]: changed };
}

/** For `Document`'s `pageNumbers`. */
export function pageNumbers() {
  const estimate = estimatePageNumbersWith({ guess: true });
  return Object.assign(
    /** @type {typeof estimate} */ ((document, context) => estimate(/** @type {any} */ (easyToLayOut(document)), context)),
    { listNumbers: estimate.listNumbers },
  );
}

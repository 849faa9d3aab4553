// Reads JSON from a stranger. JSON.parse alone takes the last of two fields with one name, and builds whatever it is
// told to build: twenty megabytes of "[" become more than a gigabyte. So the text is looked through first.

/** No file of ours comes near these. */
export const LIMITS = { depth: 32, values: 2_000_000 };

/** @typedef {"empty" | "not-text" | "not-json" | "too-deep" | "too-much" | "duplicate-key"} UnreadableCode */

/** Why the bytes can't be read: `code`, and for "duplicate-key" the key. */
export class UnreadableError extends Error {
  /**
   * @param {UnreadableCode} code
   * @param {string | null} [key]
   */
  constructor(code, key = null) {
    super(code);
    this.code = code;
    this.key = key;
  }
}

/**
 * What the JSON says.
 * @param {Uint8Array} bytes
 * @returns {unknown}
 * @throws {UnreadableError}
 */
export function readJson(bytes) {
  const text = decode(bytes);
  if (text.trim() === "") throw new UnreadableError("empty");
  lookThrough(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableError("not-json");
  }
}

function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableError("not-text");
  }
}

/** Depth, number of values, and names that come twice in one object. Whether it is JSON at all is left to JSON.parse. */
function lookThrough(text) {
  /** For each open bracket the names seen in it; null in a list. */
  const open = [];
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: {
        const end = endOfString(text, at);
        const names = open.at(-1);
        if (names && isColon(text, end)) addName(names, text.slice(at, end));
        at = end - 1;
        break;
      }
      case 0x5b: // [
      case 0x7b: // {
        open.push(text[at] === "{" ? new Set() : null);
        if (open.length > LIMITS.depth) throw new UnreadableError("too-deep");
        values += 1;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        open.pop();
        break;
      case 0x2c: // ,
        values += 1;
        break;
      default:
    }
    if (values > LIMITS.values) throw new UnreadableError("too-much");
  }
}

/** The place after the closing quote. */
function endOfString(text, start) {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text[before] === "\\") before--;
    if ((quote - before) % 2 === 1) return quote + 1;
  }
  throw new UnreadableError("not-json");
}

function isColon(text, from) {
  let at = from;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at++;
  return text[at] === ":";
}

function addName(names, quoted) {
  let name;
  try {
    // "\u0061" and "a" are one name.
    name = quoted.includes("\\") ? JSON.parse(quoted) : quoted.slice(1, -1);
  } catch {
    throw new UnreadableError("not-json");
  }
  if (names.has(name)) throw new UnreadableError("duplicate-key", name.slice(0, 100));
  names.add(name);
}

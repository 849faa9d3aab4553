/**
 * Where a page of history ended, as it stands in an address. Untrusted: what is not a cursor reads as null, and the
 * newest page is shown.
 */

/** After a change of an item, or after a change of the tool's status, at that instant. */
export type ToolCursor =
  | { readonly kind: "answer"; readonly at: string; readonly itemId: string }
  | { readonly kind: "status"; readonly at: string; readonly id: string };

/** After the change of the item at that instant, to the microsecond: saves to one tool come one after the other. */
export interface ItemCursor {
  readonly at: string;
}

const INSTANT = String.raw`20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z`;
/** Cursors of before named the person too; no address says who did something any more. */
const NAMED = "(?:~[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?";
const ANSWER = new RegExp(`^a~(${INSTANT})~([a-z0-9-]{1,100})${NAMED}$`);
const STATUS = new RegExp(`^s~(${INSTANT})~(\\d{1,18})$`);
const ITEM = new RegExp(`^(${INSTANT})${NAMED}$`);

/** No cursor is longer. */
const CURSOR_MAX = 200;

/** "2026-02-30T…" has the form, but PostgreSQL refuses it. */
function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === text.slice(0, 19);
}

export function formatToolCursor(cursor: ToolCursor): string {
  return cursor.kind === "answer" ? `a~${cursor.at}~${cursor.itemId}` : `s~${cursor.at}~${cursor.id}`;
}

export function parseToolCursor(text: string): ToolCursor | null {
  if (text.length > CURSOR_MAX) return null;
  const answer = ANSWER.exec(text);
  if (answer) {
    const [, at = "", itemId = ""] = answer;
    return isInstant(at) ? { kind: "answer", at, itemId } : null;
  }
  const [, at = "", id = ""] = STATUS.exec(text) ?? [];
  return isInstant(at) ? { kind: "status", at, id } : null;
}

export function formatItemCursor({ at }: ItemCursor): string {
  return at;
}

export function parseItemCursor(text: string): ItemCursor | null {
  const [, at = ""] = (text.length <= CURSOR_MAX && ITEM.exec(text)) || [];
  return isInstant(at) ? { at } : null;
}

/**
 * Where a page of history ended, as it stands in an address. Untrusted: what is not a cursor reads as null, and the
 * newest page is shown.
 */

/** After a change of an item, or after a change of the tool's status, at that instant. */
export type ToolCursor =
  | { readonly kind: "answer"; readonly at: string; readonly itemId: string; readonly userId: string }
  | { readonly kind: "status"; readonly at: string; readonly id: string };

/** After a person's change of the item at that instant, to the microsecond. */
export interface ItemCursor {
  readonly at: string;
  readonly userId: string;
}

const INSTANT = String.raw`20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z`;
const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const ANSWER = new RegExp(`^a~(${INSTANT})~([a-z0-9-]{1,100})~(${UUID})$`);
const STATUS = new RegExp(`^s~(${INSTANT})~(\\d{1,18})$`);
const ITEM = new RegExp(`^(${INSTANT})~(${UUID})$`);

/** No cursor is longer. */
const CURSOR_MAX = 200;

/** "2026-02-30T…" has the form, but PostgreSQL refuses it. */
function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === text.slice(0, 19);
}

export function formatToolCursor(cursor: ToolCursor): string {
  return cursor.kind === "answer"
    ? `a~${cursor.at}~${cursor.itemId}~${cursor.userId}`
    : `s~${cursor.at}~${cursor.id}`;
}

export function parseToolCursor(text: string): ToolCursor | null {
  if (text.length > CURSOR_MAX) return null;
  const answer = ANSWER.exec(text);
  if (answer) {
    const [, at = "", itemId = "", userId = ""] = answer;
    return isInstant(at) ? { kind: "answer", at, itemId, userId } : null;
  }
  const [, at = "", id = ""] = STATUS.exec(text) ?? [];
  return isInstant(at) ? { kind: "status", at, id } : null;
}

export function formatItemCursor({ at, userId }: ItemCursor): string {
  return `${at}~${userId}`;
}

export function parseItemCursor(text: string): ItemCursor | null {
  const [, at = "", userId = ""] = (text.length <= CURSOR_MAX && ITEM.exec(text)) || [];
  return isInstant(at) ? { at, userId } : null;
}

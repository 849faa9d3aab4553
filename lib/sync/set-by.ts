import { personOf, type PersonRef } from "@/lib/domain/people/person";
import type { Author } from "./protocol";

/** Who gave the answer that stands, and when. */
export interface SetBy {
  readonly by: PersonRef;
  /** ISO 8601. */
  readonly at: string;
}

export type SetByItem = Readonly<Record<string, SetBy>>;

/** Nothing but what the server has; what `me` set in this tab since counts until the server knows something later. */
export function mergeSetBy(known: SetByItem, fromServer: SetByItem, me: string): SetByItem {
  const mine = Object.entries(known).filter(
    ([itemId, { by, at }]) => by.personId === me && at > (fromServer[itemId]?.at ?? ""),
  );
  return { ...fromServer, ...Object.fromEntries(mine) };
}

/** These answers were just set by this person. */
export function noteSetBy(known: SetByItem, itemIds: Iterable<string>, userId: string): SetByItem {
  const now: SetBy = { by: personOf(userId), at: new Date().toISOString() };
  return { ...known, ...Object.fromEntries([...itemIds].map((itemId) => [itemId, now])) };
}

/** Whether a save tells who set which answer; with several people's saves in one it doesn't. */
export function tellsWho(by: Author | null, itemIds: readonly string[]): by is Author {
  return by !== null && itemIds.length > 0;
}

/** Ratings of a round that found no network: kept on the device, by whose they are, until they are sent. */

/** What of an item is not saved yet. An empty value takes the rating away. */
export interface KeptRating {
  readonly value?: string;
  readonly words?: string;
}

export interface KeptPlace {
  /** Null for somebody without an account. */
  readonly userId: string | null;
  readonly raterId: string;
}

const prefixOf = (userId: string | null) => `round-ratings:${userId ?? "by-link"}:`;
const keyOf = ({ userId, raterId }: KeptPlace) => `${prefixOf(userId)}${raterId}`;

/** By item. */
export function readKept(place: KeptPlace): Record<string, KeptRating> {
  try {
    return JSON.parse(localStorage.getItem(keyOf(place)) ?? "{}") as Record<string, KeptRating>;
  } catch {
    return {};
  }
}

export function keepRatings(place: KeptPlace, ratings: Readonly<Record<string, KeptRating>>): void {
  try {
    if (Object.keys(ratings).length === 0) localStorage.removeItem(keyOf(place));
    else localStorage.setItem(keyOf(place), JSON.stringify(ratings));
  } catch {
    // Private windows may keep nothing: then it waits in the page alone.
  }
}

function keysOf(userId: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(userId)));
  } catch {
    return [];
  }
}

/** How many of a person's ratings wait here, over all rounds. */
export function countKeptRatings(userId: string): number {
  const prefix = prefixOf(userId);
  return keysOf(userId).reduce((sum, key) => sum + Object.keys(readKept({ userId, raterId: key.slice(prefix.length) })).length, 0);
}

export function deleteKeptRatings(userId: string): void {
  for (const key of keysOf(userId)) localStorage.removeItem(key);
}

/** Long enough for any sensible search, short enough for an address. */
export const SEARCH_LENGTH = 100;

/** A text as searches compare it: whatever the case, the accents and the kind of apostrophe. */
export function comparable(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").replace(/[‘’]/g, "'").toLowerCase();
}

/** The words of a search, of which a text has to hold each. */
export function searchWords(search: string): readonly string[] {
  return comparable(search.slice(0, SEARCH_LENGTH)).split(/\s+/).filter(Boolean);
}

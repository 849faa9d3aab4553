/** Long enough for any sensible search, short enough for an address. */
export const SEARCH_LENGTH = 100;

export interface Search {
  readonly search: string;
  /** Letters beyond what is searched for. */
  readonly left: number;
}

/** A search as it comes in an address. */
export function readSearch(q: string | readonly string[] | undefined): Search {
  const asked = typeof q === "string" ? q : "";
  // Cut before anything else is done with it.
  return { search: asked.slice(0, SEARCH_LENGTH).trim(), left: Math.max(0, asked.length - SEARCH_LENGTH) };
}

/** Says which texts hold every word of the search, whatever the case and accents. No words: all of them. */
export function wordFilter(search: string): (text: string) => boolean {
  const words = comparable(search.slice(0, SEARCH_LENGTH)).split(/\s+/).filter(Boolean);
  return (text) => {
    const searched = comparable(text);
    return words.every((word) => searched.includes(word));
  };
}

function comparable(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").replace(/[‘’]/g, "'").toLowerCase();
}

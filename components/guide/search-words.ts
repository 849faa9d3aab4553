import { comparable, SEARCH_LENGTH, searchWords } from "@/lib/domain/text/comparable-text";

export { SEARCH_LENGTH } from "@/lib/domain/text/comparable-text";

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
  const words = searchWords(search);
  return (text) => {
    const searched = comparable(text);
    return words.every((word) => searched.includes(word));
  };
}

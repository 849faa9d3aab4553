import type { Resource, ResourceCategory } from "@/lib/domain/toolkit/guide";

/** Long enough for any sensible search, short enough for an address. */
export const SEARCH_LENGTH = 100;

/**
 * The resources that hold every word of the search in their title, organization, description or category,
 * whatever the case and accents; categories without one are left out. No words: all of them.
 */
export function searchResources(
  categories: readonly ResourceCategory[],
  search: string,
): readonly ResourceCategory[] {
  const words = comparable(search.slice(0, SEARCH_LENGTH)).split(/\s+/).filter(Boolean);
  return categories
    .map((category) => ({
      ...category,
      resources: category.resources.filter((resource) => {
        const text = comparable(searchedText(category, resource));
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ resources }) => resources.length > 0);
}

function searchedText(category: ResourceCategory, { title, organization, description }: Resource): string {
  return [category.title, title, organization, description].join("\n");
}

function comparable(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").replace(/[‘’]/g, "'").toLowerCase();
}

import { comparable, searchWords } from "@/lib/domain/text/comparable-text";
import type { Resource, ResourceCategory } from "@/lib/domain/toolkit/guide";

/**
 * The resources that hold every word of the search in their title, organization, description or category,
 * whatever the case and accents; categories without one are left out. No words: all of them.
 */
export function searchResources(
  categories: readonly ResourceCategory[],
  search: string,
): readonly ResourceCategory[] {
  const words = searchWords(search);
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

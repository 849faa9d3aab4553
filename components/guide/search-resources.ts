import type { Resource, ResourceCategory } from "@/lib/domain/toolkit/guide";
import { wordFilter } from "./search-words";

/**
 * The resources that hold every word of the search in their title, organization, description or category;
 * categories without one are left out. No words: all of them.
 */
export function searchResources(
  categories: readonly ResourceCategory[],
  search: string,
): readonly ResourceCategory[] {
  const fits = wordFilter(search);
  return categories
    .map((category) => ({ ...category, resources: category.resources.filter((resource) => fits(searchedText(category, resource))) }))
    .filter(({ resources }) => resources.length > 0);
}

function searchedText(category: ResourceCategory, { title, organization, description }: Resource): string {
  return [category.title, title, organization, description].join("\n");
}

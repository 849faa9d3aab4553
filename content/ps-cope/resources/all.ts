import type { Resource } from "@/lib/domain/toolkit/guide";

import { coreComponentResources, inlineResources, infrastructureResources } from "./additional";
import { appendixCategories } from "./appendix";

/** Every printed list of resources: the two additional lists, the one named in a tool, Appendix A. */
export const resourceCategories = [
  infrastructureResources,
  coreComponentResources,
  inlineResources,
  ...appendixCategories,
] as const;

export type ResourceId = (typeof resourceCategories)[number]["resources"][number]["id"];

export const allResources: readonly Resource[] = resourceCategories.flatMap(
  (category): readonly Resource[] => category.resources,
);

const resourcesById = new Map(allResources.map((resource) => [resource.id, resource]));

/** Throws for an id that no resource has, which the type rules out and a test proves. */
export function getResource(id: ResourceId): Resource {
  const resource = resourcesById.get(id);
  if (!resource) throw new Error(`No resource ${id}`);
  return resource;
}

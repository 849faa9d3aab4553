import type { ElementId } from "@/lib/domain/tool/definition";
import type { Element } from "@/lib/domain/toolkit/guide";

import { componentElements } from "./elements-components";
import { infrastructureElements } from "./elements-infrastructure";
import { stepElements } from "./elements-steps";

/** The eighteen elements of the framework, in printed order. */
export const elements: readonly Element[] = [
  ...infrastructureElements,
  ...componentElements,
  ...stepElements,
];

const elementsById = new Map(elements.map((element) => [element.id, element]));

/** Throws for an id that no element has, which the type rules out and a test proves. */
export function getElement(id: ElementId): Element {
  const element = elementsById.get(id);
  if (!element) throw new Error(`No element ${id} in the guide`);
  return element;
}

import { elements } from "@/content/guide/elements";
import { TOOLS } from "@/content/tools/index";
import type { ToolDefinition } from "@/lib/tools/definition";
import type { Element, ElementKind } from "@/lib/tools/guide";

interface ElementGroup {
  kind: ElementKind;
  /** Also the anchor on a page that lists the groups. */
  id: string;
  title: string;
  summary: string;
}

/** The three kinds of elements, in printed order. Summaries are ours. */
export const elementGroups: readonly ElementGroup[] = [
  {
    kind: "infrastructure",
    id: "infrastructure-elements",
    title: "Infrastructure elements",
    summary: "Five things a program needs in place so that the work can last.",
  },
  {
    kind: "component",
    id: "core-components",
    title: "Core components",
    summary: "Five practices that improve overdose prevention and response in BIPOC communities.",
  },
  {
    kind: "step",
    id: "integration-steps",
    title: "Integration steps",
    summary: "Eight steps that bring PS-COPE into your agency, from planning together to tracking progress.",
  },
];

export function elementsOfGroup(kind: ElementKind): readonly Element[] {
  return elements.filter((element) => element.kind === kind);
}

/** The tools that elements of this kind lead to, in toolkit order. */
export function toolsOfGroup(kind: ElementKind): readonly ToolDefinition[] {
  const ids = new Set(elementsOfGroup(kind).map(({ id }) => id));
  return TOOLS.filter((tool) => ids.has(tool.element));
}

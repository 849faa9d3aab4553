import type { ToolGroup } from "@/lib/domain/toolkit/toolkit";

/** The three kinds of elements, in printed order. Summaries are ours. */
export const toolGroups: readonly ToolGroup[] = [
  {
    elements: "infrastructure",
    id: "infrastructure-elements",
    title: "Infrastructure elements",
    summary: "Five things a program needs in place so that the work can last.",
  },
  {
    elements: "component",
    id: "core-components",
    title: "Core components",
    summary: "Five practices that improve overdose prevention and response in BIPOC communities.",
  },
  {
    elements: "step",
    id: "integration-steps",
    title: "Integration steps",
    summary: "Eight steps that bring PS-COPE into your agency, from planning together to tracking progress.",
  },
];

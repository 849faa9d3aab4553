import { defineTool } from "@/lib/domain/tool/definition";
import { named } from "../named";
import { executionSection, trackingSection } from "./08-execution";
import { foundationSection } from "./08-foundation";
import { assessmentSection, planningSection } from "./08-planning";

export const integrationWorksheet = defineTool({
  ...named({ number: 8, toolId: "tool-8", title: "Integration Worksheet" }),
  role: "integration",
  version: 1,
  kind: "worksheet",
  element: "IS1",
  purpose: [
    {
      kind: "paragraph",
      text: "The integration steps of PS-COPE detail the step-by-step procedures needed when planning and implementing programs. The following tool can provide organizations with higher-level guidance on how to move forward with integrating PS-COPE into their overdose prevention and response efforts.",
    },
  ],
  completion: "This tool should be completed by the Core Implementation Team.",
  directions: [
    {
      kind: "paragraph",
      text: "Use this worksheet as a starting point for planning the integration steps of PS-COPE. The Core Implementation Team can use this worksheet to brainstorm broad directions for integration. Where available, the worksheet provides links to additional tools that can be used in each specific integration step.",
    },
  ],
  sections: [
    foundationSection,
    assessmentSection,
    planningSection,
    executionSection,
    trackingSection,
  ],
});

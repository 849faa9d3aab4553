import { defineTool } from "@/lib/domain/tool/definition";
import { named } from "../named";
import { componentAreas } from "./09-component-areas";
import { infrastructureAreas } from "./09-infrastructure-areas";

export const organizationalAssessment = defineTool({
  ...named({ number: 9, toolId: "tool-9", title: "Organizational Assessment" }),
  role: "assessment",
  version: 1,
  kind: "assessment",
  element: "IS2",
  purpose: [
    {
      kind: "paragraph",
      text: "Use this tool to assess how your organization is in alignment with the five infrastructure elements and five core components of PS-COPE.",
    },
    {
      kind: "list",
      lead: "This tool can help you to:",
      items: [
        "Examine how well your overdose prevention and response efforts reflect the principles of PS-COPE.",
        "Identify additional data to collect.",
        "Engage in critical dialogue about the strengths, weaknesses, and areas of growth.",
        "Develop an improvement plan.",
      ],
    },
  ],
  completion: "This tool should be completed by the Core Implementation Team.",
  directions: [
    {
      kind: "list",
      lead: "For each item, indicate the degree to which the team agrees that your organization or program meets the following criteria, using a 5-point scale:",
      items: [
        "1 = Strongly Disagree",
        "2 = Disagree",
        "3 = Neutral",
        "4 = Agree",
        "5 = Strongly Agree",
        "D/K = I am not sure I understand this criteria, I do not know if we meet this criteria, or this criteria does not apply to our organization.",
      ],
    },
  ],
  sections: [
    {
      id: "t9-infrastructure",
      title: "Section 1: Infrastructure Elements",
      nodes: [
        ...infrastructureAreas,
        {
          kind: "text",
          id: "t9-notes-infrastructure",
          length: "long",
          prompt: "Notes about Infrastructure Elements:",
          source: "Tool 9, Section 1, notes",
        },
      ],
    },
    {
      id: "t9-components",
      title: "Section 2: Core Components",
      nodes: [
        ...componentAreas,
        {
          kind: "text",
          id: "t9-notes-components",
          length: "long",
          prompt: "Notes about Core Components:",
          source: "Tool 9, Section 2, notes",
        },
      ],
    },
  ],
});

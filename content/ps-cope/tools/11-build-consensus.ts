import { defineTool, type ChoiceItem } from "@/lib/domain/tool/definition";
import { named } from "../named";

/** The toolkit prints these questions without options; their wording asks for yes or no. */
function check(statement: "vision" | "mission", number: number, prompt: string): ChoiceItem {
  return {
    kind: "choice",
    id: `t11-${statement}-check-${number}`,
    prompt,
    source: `Tool 11, Section ${statement === "vision" ? 1 : 2}, check question ${number}`,
    options: [
      { id: "yes", label: "Yes" },
      { id: "no", label: "No" },
    ],
  };
}

export const buildConsensus = defineTool({
  ...named({ number: 11, toolId: "tool-11", title: "Build Consensus Worksheet" }),
  version: 1,
  kind: "worksheet",
  element: "IS4",
  purpose: [
    {
      kind: "paragraph",
      text: "Before changes can occur, it is essential to build consensus around a shared mission, vision, and values that will guide the implementation of PS-COPE. Stakeholders within the organization should have a shared understanding of the principles of PS-COPE and how it will impact the organization, staff, and the communities served. The Core Implementation Team can build a shared understanding through a program vision and mission statement that reflects the principles of PS-COPE.",
    },
  ],
  completion: "This tool should be completed by the Core Implementation Team.",
  directions: [
    {
      kind: "paragraph",
      text: "Use the worksheet below to create a program mission and vision statement.",
    },
  ],
  sections: [
    {
      // The source prints "Check your vision statement." at the very end; it belongs here.
      id: "t11-s1",
      title: "Section 1: Program Vision Statement",
      nodes: [
        {
          kind: "list",
          lead: "A program vision statement is a concise summary of what your program is trying to achieve long-term. A program vision statement:",
          items: [
            "Is short – two sentences at the most.",
            "Is specific to your program and describes an outcome only you can provide.",
            "Is simple and easily understood.",
          ],
        },
        {
          kind: "text",
          id: "t11-vision",
          length: "long",
          prompt: "Create a vision statement for your program.",
          source: "Tool 11, Section 1",
        },
        { kind: "heading", text: "Check your vision statement." },
        check("vision", 1, "Is the statement simple and easy to read?"),
        check("vision", 2, "Does it focus on one primary goal?"),
        check("vision", 3, "Is it future-oriented with a defined timeline?"),
        check("vision", 4, "Does it capture the program’s interests and strategic direction?"),
        check("vision", 5, "Will it inspire others?"),
      ],
    },
    {
      id: "t11-s2",
      title: "Section 2: Program Mission Statement",
      nodes: [
        {
          kind: "list",
          lead: "A program mission statement is a concise statement of the general values and principles of a program. A program mission statement:",
          items: [
            "Is a broad statement of what the program is, what it does, and for whom.",
            "Is a clear description of the purpose of the program.",
            "Is aligned with the organization’s mission.",
            "Should be distinctive for the program.",
          ],
        },
        {
          kind: "text",
          id: "t11-mission",
          length: "long",
          prompt: "Create a mission statement for your program.",
          source: "Tool 11, Section 2",
        },
        { kind: "heading", text: "Check your mission statement." },
        check("mission", 1, "Is the statement clear and concise?"),
        check("mission", 2, "Does it clearly state the purpose of the program?"),
        check(
          "mission",
          3,
          "Does it indicate the primary function or activities of the program?",
        ),
        check("mission", 4, "Does it identify the community served?"),
        check("mission", 5, "Does it support the mission of the organization?"),
        check("mission", 6, "Does it reflect the program’s priorities and values?"),
      ],
    },
  ],
});

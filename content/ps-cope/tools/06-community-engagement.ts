import { defineTool } from "@/lib/domain/tool/definition";
import { named } from "../named";
import { partnersOffer } from "../offers";

export const communityEngagement = defineTool({
  ...named({ number: 6, toolId: "tool-6", title: "Community Engagement Worksheet" }),
  version: 1,
  kind: "worksheet",
  element: "CC2",
  purpose: [
    {
      kind: "paragraph",
      text: "It is important for public safety-led overdose prevention efforts to engage with the public, promote positive interactions, and build partnerships with the community. By expanding the breadth, depth, and scope of community engagement, programs can increase timely access to services, enhance engagement, and increase retention.",
    },
  ],
  completion: "This tool should be completed by the Core Implementation Team.",
  directions: [
    {
      kind: "paragraph",
      text: "Use the worksheet below to identify opportunities to foster engagement with community-based organizations or programs.",
    },
  ],
  sections: [
    {
      id: "t6-engagement",
      nodes: [
        {
          // Printed as a diagram with three labels; each label stands over its text here.
          kind: "reference-table",
          caption:
            "The three dimensions of community engagement include breadth, depth, and scope.",
          columns: [
            {
              label: "Breadth of Representation",
              description: "Expanding the Breadth of Support and Involvement",
            },
            {
              label: "Depth of Participation",
              description: "Expanding the Depth of Support and Involvement",
            },
            {
              label: "Scope of Strategies Used",
              description: "Expanding the Scope of Strategies Used",
            },
          ],
          rows: [
            [
              "Encouraging wider levels of support and involvement from more parts of the community.",
              "Encouraging deeper levels of support and involvement from each part of the community.",
              "Using strategies to target, organize, and mobilize many different parts of the community.",
            ],
          ],
        },
        {
          kind: "paragraph",
          text: "Refer to Tool 5: Partner Organization Checklist for a list of potential community partners.",
        },
        {
          kind: "table",
          id: "t6-partners",
          prompt:
            "Identify key partner organizations and use the worksheet below to brainstorm strategies for increasing community engagement.",
          source: "Tool 6, worksheet",
          offers: [partnersOffer("Partners answered In Progress or No in Tool 5", ["in-progress", "no"], "partner")],
          rowName: "partner organization",
          columns: [
            {
              id: "partner",
              label: "Which partner organization(s) are you targeting?",
              kind: "text",
              example:
                "(e.g., Mental health and substance use treatment providers, health care providers)",
            },
            {
              id: "dimension",
              label: "Which dimension of community engagement would you like to improve?",
              kind: "text",
              example: "(e.g., Expand the breadth)",
            },
            {
              id: "strategies",
              label: "What are some strategies you can use to achieve this?",
              kind: "text",
              example:
                "(e.g., Reach out to existing partners for recommendations on additional partners to engage.)",
            },
          ],
        },
        {
          kind: "reference-table",
          caption:
            "Here are some examples of community engagement programs and strategies.",
          rowHeaders: true,
          columns: [{ label: "Type of Engagement Opportunity" }, { label: "Examples" }],
          rows: [
            [
              "Information sharing",
              "Social media, media releases, community surveys, press conferences",
            ],
            [
              "In-person interactions",
              "Community events, neighborhood briefings, town hall meetings, strategic partnerships",
            ],
            [
              "Structured programs",
              "Citizen police academies, youth engagement, volunteer opportunities",
            ],
            [
              "Solution development",
              "Listening sessions, roundtables, policy review committees, community advisory groups, citizen review boards",
            ],
          ],
        },
        {
          kind: "paragraph",
          text: "The International Association of Chiefs of Police (IACP) provides further resources for public safety organizations’ community engagement at https://www.theiacp.org/resources/document/community-police-engagement.",
        },
      ],
    },
  ],
});

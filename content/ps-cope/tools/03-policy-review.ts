import { defineTool } from "@/lib/domain/tool/definition";
import { named } from "../named";
import { statement } from "./build-items";

export const policyReview = defineTool({
  ...named({ number: 3, toolId: "tool-3", title: "Policy, Procedure, and Workflow Review Checklist" }),
  version: 1,
  kind: "checklist",
  element: "IE3",
  purpose: [
    {
      kind: "paragraph",
      text: "This tool can be used to review, revise, and renew policies, procedures, and workflows, ensuring that they align with core principles and reflect an understanding of trauma, recovery, and fairness.",
    },
  ],
  completion:
    "This tool should be completed by the Core Implementation Team in collaboration with community partners. Community members and cross-sector partners can provide input on how well programs currently suit the needs of the community and how changes may impact the community.",
  directions: [
    {
      kind: "paragraph",
      text: "Review the statements below. For each item, place a checkmark in the right-hand column that corresponds to how the statement applies to your program.",
    },
  ],
  sections: [
    {
      id: "t3-checklist",
      nodes: [
        {
          kind: "checklist",
          id: "t3-policies",
          items: [
            statement(
              3,
              1,
              "When there is not an imminent public safety issue, we provide options for SUD-related calls to 911 to be diverted to a mobile crisis team or crisis hotline.",
            ),
            statement(
              3,
              2,
              "We have mobile crisis teams that respond to crisis calls, independently if safety allows, or co-respond with officers when there is a safety issue.",
            ),
            statement(
              3,
              3,
              "We have partnerships with community-based clinics, harm reduction spaces, recovery community centers, or other supports that can provide additional locations for service when someone refuses transport to the emergency department.",
            ),
            statement(
              3,
              4,
              "We have worked with hospital and other health care partners to change policies to de-escalate situations at receiving centers and speed the transfer of custody from officers to recovery support providers.",
            ),
            statement(
              3,
              5,
              "We have mechanisms in place for follow-up from a mental health practitioner soon after a person experiences a crisis.",
            ),
            statement(
              3,
              6,
              "Once an immediate crisis is resolved, we provide timely follow-up through:",
              ["Outreach teams", "Telehealth", "Phone support"],
            ),
            statement(
              3,
              7,
              "Our current policies, procedures, and workflows reflect an understanding of trauma and its intersection with many health and social problems.",
            ),
            statement(
              3,
              8,
              "Our current policies, procedures, and workflows prioritize health, wellness, and quality of life for those with or at risk of SUD.",
            ),
            statement(
              3,
              9,
              "Our current policies, procedures, and workflows emphasize the sanctity of human life and use of force as a last resort.",
            ),
            statement(
              3,
              10,
              "We have mechanisms in place to provide appropriate connection to services.",
            ),
            statement(
              3,
              11,
              "We have mechanisms in place for community members and cross-sector partners to provide input on how well programs currently suit the needs of the community.",
            ),
            statement(
              3,
              12,
              "We have mechanisms in place for reviewing policies and procedures with community members, including PWUD and those with lived experience of recovery.",
            ),
          ],
        },
      ],
    },
  ],
});

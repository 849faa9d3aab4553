import { defineTool } from "@/lib/domain/tool/definition";
import { named } from "../named";
import { statement } from "./build-items";

export const workforce = defineTool({
  ...named({ number: 4, toolId: "tool-4", title: "Developing a Trained and Responsive Workforce Checklist" }),
  version: 1,
  kind: "checklist",
  element: "IE4",
  purpose: [
    {
      kind: "paragraph",
      text: "A key infrastructure element of PS-COPE is to develop a trained and responsive workforce. Organizations using PS-COPE increase the ability of their workforce to deliver services that acknowledge trauma and promote recovery. Organizations also implement evidence-based and emerging best practices for each role. This checklist will help programs review the characteristics of their workforce, determine how workforce preparation aligns with PS-COPE principles, and identify training needs.",
    },
  ],
  completion:
    "This tool should be completed by the Core Implementation Team or public safety leadership.",
  directions: [
    {
      kind: "paragraph",
      text: "Review the statements below. For each item, place a checkmark in the right-hand column that corresponds to how the statement applies to your program.",
    },
  ],
  sections: [
    {
      id: "t4-checklist",
      nodes: [
        {
          kind: "checklist",
          id: "t4-organization",
          lead: "Our organization:",
          items: [
            statement(4, 1, "Addresses workforce diversity at all levels."),
            statement(4, 2, "Promotes a culture of engagement and respect."),
            statement(
              4,
              3,
              "Attracts and supports a culturally and linguistically diverse workforce.",
            ),
            statement(
              4,
              4,
              "Provides role-specific training (e.g., 911 operators, law enforcement officers, firefighters, EMS) tailored to what each role needs to know to do their part in overdose prevention and response effectively.",
            ),
            statement(
              4,
              5,
              "Provides role-specific training for staff on topics related to overdose prevention and response (e.g., trauma-informed approaches, principles of recovery-oriented systems, harm reduction approaches).",
            ),
            statement(
              4,
              6,
              "Engages the community (e.g., overdose survivors, family members, or those who have lost loved ones to overdose) in training its staff.",
            ),
          ],
        },
        {
          kind: "checklist",
          id: "t4-staff",
          lead: "Our staff:",
          items: [
            statement(
              4,
              7,
              "Deliver services in a manner that acknowledges trauma and promotes recovery.",
            ),
            statement(
              4,
              8,
              "Have the knowledge and skills needed to prevent and respond to overdose.",
            ),
            statement(4, 9, "Support an organizational culture of engagement and respect."),
            statement(
              4,
              10,
              "Are trained on procedurally just best practices for public safety.",
            ),
            statement(4, 11, "Are prepared to respond safely to people in crisis."),
          ],
        },
      ],
    },
  ],
});

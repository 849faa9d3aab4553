import { defineTool } from "@/lib/domain/tool/definition";
import { named } from "../named";
import { statement } from "./build-items";

export const partnerOrganizations = defineTool({
  ...named({ number: 5, toolId: "tool-5", title: "Partner Organization Checklist" }),
  version: 1,
  kind: "checklist",
  element: "CC1",
  purpose: [
    {
      kind: "paragraph",
      text: "In planning and implementing programs, involve a diverse array of stakeholders, partner organizations, and community members. These stakeholders have valuable insight into how the system works and what might make it better. To increase the efficacy of overdose prevention programs in BIPOC communities, public safety systems need to connect with and mobilize the community.",
    },
  ],
  completion: "This tool can be completed by the Core Implementation Team.",
  directions: [
    {
      kind: "paragraph",
      text: "Consider the below list of potential stakeholders and partner organizations when implementing PS-COPE overdose prevention and response programs. Review the statements below. For each item, place a checkmark in the right-hand column that corresponds to how the statement applies to your program.",
    },
  ],
  sections: [
    {
      id: "t5-checklist",
      nodes: [
        {
          kind: "checklist",
          id: "t5-partnerships",
          lead: "We have established active partnerships with:",
          items: [
            statement(
              5,
              1,
              "Individuals with lived experience with substance use and criminal justice system involvement.",
            ),
            statement(5, 2, "Peer recovery specialists and peer programs."),
            statement(5, 3, "Mental health and substance use treatment providers."),
            statement(
              5,
              4,
              "Health care providers and hospitals, including emergency department staff.",
            ),
            statement(
              5,
              5,
              "Harm reduction services providers, including syringe services programs.",
            ),
            statement(5, 6, "Other professional first responders."),
            statement(5, 7, "Drug courts."),
            statement(5, 8, "Prosecutors."),
            statement(5, 9, "Reentry service providers."),
            statement(5, 10, "Recovery community organizations."),
            statement(5, 11, "Social service providers."),
            statement(5, 12, "Elected officials’ offices."),
            statement(5, 13, "Housing and homelessness services organizations."),
            statement(5, 14, "Faith-based groups."),
            statement(5, 15, "BIPOC-owned businesses."),
            statement(
              5,
              16,
              "Public health agencies and local and state behavioral health departments.",
            ),
            statement(5, 17, "Local universities and colleges."),
            statement(5, 18, "Public defender organizations."),
            statement(5, 19, "Legal aid organizations."),
            statement(5, 20, "Public transit agencies and alternative transportation entities."),
          ],
        },
      ],
    },
  ],
});

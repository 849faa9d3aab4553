import type { Grid } from "@/lib/domain/tool/definition";

/**
 * Step 6 of Section 1. Its wording differs from the guide's Table 1 (20 bullets here, 21 there): both are as printed.
 */
export const principlesGrid = {
  kind: "grid",
  id: "t8-principles",
  caption: "Principles of PS-COPE",
  source: "Tool 8, Section 1, step 6",
  rowHeader: "Principles",
  bulletsHeader: "Description",
  columns: [{ id: "comments", label: "Comments", kind: "text" }],
  rows: [
    {
      id: "t8-principle-safety",
      text: "Create safety",
      bullets: [
        "Respect sanctity of life by giving aid.",
        "Safeguard individual welfare in public safety environments.",
        "Protect from physical and psychological injury in interactions.",
        "Exemplify fairness, dignity, and respect.",
        "Use de-escalation strategies, including effective communication, where and whenever possible.",
      ],
    },
    {
      id: "t8-principle-trust",
      text: "Build trust",
      bullets: [
        "Provide clear and understandable information.",
        "Provide open communication regarding decisions and change.",
        "Engage in transparent decision making and ensure decisions are fair and consistent with the law.",
        "Be open to questions, concerns, and feedback.",
        "Act with transparency.",
      ],
    },
    {
      id: "t8-principle-person",
      text: "Be person- and community-oriented",
      bullets: [
        "Amplify individual, community, and public safety personnel voices in decision making, program implementation, and systems change.",
        "Identify concerns, needs, values, and strengths collaboratively and integrate into service response, care, or support.",
        "Promote resilience.",
      ],
    },
    {
      id: "t8-principle-culture",
      text: "Be culturally responsive",
      bullets: [
        "Acknowledge community trauma.",
        "Maintain dignity and respect for culture and gender diversity in all interactions.",
        "Align all aspects of program to be consistent with best practices of diversity, equity, and inclusion.",
        "Prepare staff for working with diverse segments of community with cultural and linguistic competence and humility.",
        "Address disproportionate health outcomes.",
      ],
    },
    {
      id: "t8-principle-engage",
      text: "Engage many",
      bullets: [
        "Engage the voice of lived experience of addiction and recovery in conceptualizing, planning, and delivering services.",
        "Ensure there are diverse voices at the table, in key decision-making positions.",
      ],
    },
  ],
} as const satisfies Grid;

import type { Principle } from "@/lib/domain/toolkit/guide";

/** Table 1, "Principles of PS-COPE". Tool 8 prints a table of its own that differs in places. */
export const principles: readonly Principle[] = [
  {
    id: "create-safety",
    title: "Create safety",
    bullets: [
      "Respect sanctity of life by giving aid.",
      "Safeguard individual welfare in public safety environments.",
      "Protect from physical and psychological injury in interactions.",
      "Exemplify fairness, dignity, and respect.",
      "Use de-escalation strategies, including effective communication, where and whenever possible.",
    ],
  },
  {
    id: "build-trust",
    title: "Build trust",
    bullets: [
      "Provide clear and understandable information.",
      "Provide open communication regarding decisions and change.",
      "Engage in transparent decision making and ensure decisions are fair and consistent with the law.",
      "Be open to questions, concerns, and feedback.",
      "Act with transparency.",
    ],
  },
  {
    id: "be-person-and-community-oriented",
    title: "Be person- and community-oriented",
    bullets: [
      "Amplify individual, community, and public safety personnel voices in decision making, program implementation, and systems change.",
      "Identify concerns, needs, values, and strengths collaboratively and integrate into service response, care, or support.",
      "Promote resilience.",
      "Assist people with their individualized needs and goals.",
    ],
  },
  {
    id: "be-culturally-responsive",
    title: "Be culturally responsive",
    bullets: [
      "Acknowledge community trauma.",
      "Maintain dignity and respect for culture and gender diversity in all interactions.",
      "Align all aspects of program to be consistent with best practices of diversity, equity, and inclusion.",
      "Prepare staff for working with diverse segments of community with cultural and linguistic competence and humility.",
      "Address disproportionate adverse health outcomes.",
    ],
  },
  {
    id: "engage-many",
    title: "Engage many",
    bullets: [
      "Engage the voice of lived experience of addiction and recovery in conceptualizing, planning, and delivering services.",
      "Ensure there are diverse voices at the table and in key decision-making positions.",
    ],
  },
];

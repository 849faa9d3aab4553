import type { Element } from "@/lib/domain/toolkit/guide";
import { psCopeTool } from "../named";

export const infrastructureElements: readonly Element[] = [
  {
    id: "IE1",
    name: "Infrastructure element 1",
    kind: "infrastructure",
    title: "Use information systems to support data-based decision-making",
    summary:
      "Start from what your community’s overdose data already shows, and let it guide how you plan, run, and check your program. Take care that the data is never used in ways that add stigma or bias against people who use drugs.",
    tips: {
      lead: "In data-based decision-making:",
      items: [
        "Use existing data (e.g., ODMAP, PDMP) to understand who is at risk for overdose, why, and how best to respond.",
        "Establish processes to incorporate existing data in decision-making for program creation and improvement.",
        "Prioritize the use of data when developing possible solutions.",
      ],
    },
    tools: [psCopeTool("tool-1")],
  },
  {
    id: "IE2",
    name: "Infrastructure element 2",
    kind: "infrastructure",
    title: "Establish and maintain safe and secure environments",
    summary:
      "Make every contact feel safe, fair, and welcoming, for staff and for the people they meet. When officers can’t choose where a contact takes place, the EAR steps (engage, assess, resolve) help them calm the situation.",
    tips: {
      lead: "To create safe and secure environments:",
      items: [
        "Establish a common understanding of a safe and secure environment informed by people with lived experience of drug use and recovery.",
        "Ensure public safety personnel and the public have opportunities to communicate questions and concerns.",
        "Use non-stigmatizing language that is easily understood.",
        "Identify strategies for de-escalating conflict and incorporate into standard protocols.",
      ],
    },
    tools: [psCopeTool("tool-2")],
  },
  {
    id: "IE3",
    name: "Infrastructure element 3",
    kind: "infrastructure",
    title: "Review and renew policies, procedures, and workflows",
    summary:
      "Check that your written rules and daily routines fit the PS-COPE principles, and update them where they don’t. Clear policies keep services steady when leaders or staff change, and community members should help shape them.",
    tips: {
      lead: "When reviewing and renewing policies, procedures, and workflows:",
      items: [
        "Ensure that organizational policies and procedures reflect least restrictive measures, minimal force, and appropriate connection to services.",
        "Review and renew policies and procedures with the workforce and community members, including PWUD and those with lived experience of recovery.",
        "Invite community members and cross-sector partners to provide input on how well programs currently suit the needs of the community and how changes may impact the community.",
      ],
    },
    tools: [psCopeTool("tool-3")],
  },
  {
    id: "IE4",
    name: "Infrastructure element 4",
    kind: "infrastructure",
    title: "Develop a trained and responsive workforce",
    summary:
      "Give each role the training and practice it needs to prevent and respond to overdose with skill and respect. Hire a diverse staff and bring community members into the training, so that the program fits the needs of BIPOC communities.",
    tips: {
      lead: "In workforce development:",
      items: [
        "Hire culturally and linguistically diverse staff.",
        "Train public safety personnel in role-specific courses that prepare them to respond safely and compassionately to individuals in crisis and help link them to appropriate services.",
        "Engage the community to support a deeper understanding of lived experience. This may include stories of recovery and people whose lives were changed by overdose response and prevention programs.",
      ],
    },
    tools: [psCopeTool("tool-4")],
  },
  {
    id: "IE5",
    name: "Infrastructure element 5",
    kind: "infrastructure",
    title: "Monitor, evaluate, and improve the program",
    summary:
      "Decide what success looks like, follow a few key signs of it, and use what you learn to make the program better. Numbers show what is happening; people’s own accounts help explain how and why.",
    tips: {
      lead: "In monitoring and evaluating your program, work with overdose prevention and response networks to:",
      items: [
        "Define success.",
        "Identify key performance indicators.",
        "Develop evaluation plan.",
        "Determine if the program meets those benchmarks.",
        "Collect program-level and performance data.",
        "Make changes based on this information.",
      ],
    },
    tools: [],
  },
];

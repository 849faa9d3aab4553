import type { RatingArea } from "@/lib/domain/tool/definition";
import { rating } from "./build-items";

/** The source prints some tables away from their headings; they are put together by content. */
export const infrastructureAreas = [
  {
    kind: "ratings",
    id: "i1",
    anchor: "t9-i1",
    element: "IE1",
    title: "Infrastructure 1: Use information systems to support data-based decision-making.",
    description:
      "Use existing information systems to support data-based decision-making in program development, enhancement, and evaluation.",
    lead: "The program:",
    items: [
      rating(
        "i1",
        1,
        "has a system to collect, analyze, and interpret community-level data as it connects to PS-COPE",
      ),
      rating("i1", 2, "tailors programming to the specific community based on community-level data"),
      rating(
        "i1",
        3,
        "incorporates community-level data in ongoing organizational monitoring and tracking systems",
      ),
    ],
  },
  {
    kind: "ratings",
    id: "i2",
    anchor: "t9-i2",
    element: "IE2",
    title: "Infrastructure 2: Establish and maintain safe, secure environments.",
    description:
      "Promote physical, psychological, social, and cultural safety for all public safety personnel and individuals interacting with them.",
    lead: "The program:",
    items: [
      rating(
        "i2",
        1,
        "leadership is actively engaged in supporting and promoting principles of PS-COPE",
      ),
      rating(
        "i2",
        2,
        "has strategies to resolve conflict and address aggression between members of the public safety workforce and the recipients of services",
      ),
      rating(
        "i2",
        3,
        "actively engages in reduced use of force and increased use of de-escalation strategies when possible (e.g., creating distance between the officer and participant)",
      ),
      rating(
        "i2",
        4,
        "has strategies and systems to make sure that individuals are treated with dignity, including respect for privacy, autonomy, and self-worth",
      ),
    ],
  },
  {
    kind: "ratings",
    id: "i3",
    anchor: "t9-i3",
    element: "IE3",
    title: "Infrastructure 3: Review and renew policies, procedures, and workflows.",
    description:
      "Evaluate all policies, procedures, and workflows regularly to ensure alignment with PS-COPE.",
    lead: "The program:",
    items: [
      rating(
        "i3",
        1,
        "has systems in place to review and renew policies, procedures, and workflow for alignment with the principles of PS-COPE",
      ),
      rating(
        "i3",
        2,
        "engages persons with lived experience of recovery in reviewing and renewing policies, procedures, and workflows",
      ),
      rating(
        "i3",
        3,
        "engages the community and individuals who use services in reviewing and renewing policies, procedures, and workflows",
      ),
      rating(
        "i3",
        4,
        "has crisis response and de-escalation policies and procedures that are consistent with the principles of PS-COPE",
      ),
      // Printed in Infrastructure 4 as well: two items.
      rating(
        "i3",
        5,
        "has policies and procedures to bring in appropriate services and timely follow-up when needed for mental health and substance use challenges",
      ),
    ],
  },
  {
    kind: "ratings",
    id: "i4",
    anchor: "t9-i4",
    element: "IE4",
    title: "Infrastructure 4: Develop a trained and responsive workforce.",
    description:
      "Consider and implement evidence-based and emerging best practices depending on the individualized role within public safety.",
    lead: "The program:",
    items: [
      rating(
        "i4",
        1,
        "provides training to the workforce on substance use and overdose prevention",
      ),
      rating("i4", 2, "provides training to the workforce on trauma-informed approaches"),
      rating("i4", 3, "provides training to the workforce on recovery-oriented approaches"),
      rating("i4", 4, "provides training to the workforce on procedural justice approaches"),
      rating(
        "i4",
        5,
        "has policies and procedures to bring in appropriate services and timely follow-up when needed for mental health and substance use challenges",
      ),
    ],
  },
  {
    kind: "ratings",
    id: "i5",
    anchor: "t9-i5",
    element: "IE5",
    title: "Infrastructure 5: Monitor, evaluate, and improve the program.",
    description:
      "Use lessons from program implementation to make changes to and adapt program operations.",
    lead: "The program:",
    items: [
      rating("i5", 1, "collects and analyzes data on one or more PS-COPE components"),
      rating(
        "i5",
        2,
        "uses the data collected to understand the nature and scope of overdose in local BIPOC communities and plans appropriate services",
      ),
      rating(
        "i5",
        3,
        "includes PS-COPE data metrics in the organization’s continuous quality improvement processes",
      ),
      rating(
        "i5",
        4,
        "uses data collection, reporting, and continuous quality improvement processes that are reflective of the program’s participant population",
      ),
    ],
  },
] as const satisfies readonly RatingArea[];

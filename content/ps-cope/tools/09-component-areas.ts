import type { RatingArea } from "@/lib/domain/tool/definition";
import { rating } from "./build-items";

/** The source prints some tables away from their headings; they are put together by content. */
export const componentAreas = [
  {
    kind: "ratings",
    id: "c1",
    anchor: "t9-c1",
    element: "CC1",
    title: "Component 1: Collaborate with recovery resources.",
    description:
      "Cultivate, strengthen, and maintain a network of relationships among public safety agencies, SUD treatment professionals, recovery advocates, and other community members and leaders that supports the recovery process.",
    lead: "The program:",
    items: [
      rating(
        "c1",
        1,
        "involves individuals with lived experience in decision-making about services, evaluation, and continuous quality improvement",
      ),
      rating("c1", 2, "maintains collaborative relationships with recovery resources"),
      rating("c1", 3, "maintains up-to-date resources for appropriate community referrals"),
      rating("c1", 4, "shows commitment to ongoing engagement and improvement with partners"),
      rating(
        "c1",
        5,
        "frequently seeks feedback regarding the experience of individuals receiving services",
      ),
    ],
  },
  {
    kind: "ratings",
    id: "c2",
    anchor: "t9-c2",
    element: "CC2",
    title: "Component 2: Connect with and mobilize the community.",
    description:
      "Connect with, include, and engage community members in every aspect of overdose prevention and response.",
    lead: "The program:",
    items: [
      rating(
        "c2",
        1,
        "involves a diverse array of community members in planning, implementation, and quality improvement",
      ),
      rating(
        "c2",
        2,
        "incorporates and amplifies voices of those with substance use-related challenges and their families",
      ),
      rating(
        "c2",
        3,
        "engages community members/organizations in prevention and response programming",
      ),
      rating(
        "c2",
        4,
        "promotes positive interactions with the community in day-to-day interactions",
      ),
    ],
  },
  {
    kind: "ratings",
    id: "c3",
    anchor: "t9-c3",
    element: "CC3",
    title: "Component 3: Screen and assess for overdose risk behaviors.",
    description:
      "Mitigate risk factors for overdose, initiate “change talk,” and make referrals to harm reduction, treatment, and recovery support services.",
    lead: "The program:",
    items: [
      rating(
        "c3",
        1,
        "is routine, conducted competently, and responsive to cultural differences",
      ),
      rating(
        "c3",
        2,
        "aims to prevent overdose through mitigating harmful use risk factors and behaviors",
      ),
      rating(
        "c3",
        3,
        "is designed based on the awareness of links between substance use, trauma, physical health, and social determinants of health",
      ),
      rating(
        "c3",
        4,
        "uses screening and assessment tools in a format appropriate for the population(s) served",
      ),
    ],
  },
  {
    kind: "ratings",
    id: "c4",
    anchor: "t9-c4",
    element: "CC4",
    title: "Component 4: Provide early intervention and continuing support.",
    description:
      "Provide person-centered, individualized engagement, care, services, and supports that promote recovery.",
    lead: "The program:",
    items: [
      rating(
        "c4",
        1,
        "provides early intervention to connect individuals to risk reduction and SUD services",
      ),
      rating(
        "c4",
        2,
        "provides support as early as possible, preferably before any overdose occurs, and as soon as possible after a first overdose",
      ),
      rating(
        "c4",
        3,
        "works with organizations that offer trauma-informed, recovery-oriented services that are recognized as evidence-based, evidence-informed, and/or emerging best practices",
      ),
    ],
  },
  {
    // Printed with a longer title here than element CC5 has in the guide.
    kind: "ratings",
    id: "c5",
    anchor: "t9-c5",
    element: "CC5",
    title: "Component 5: Advocate to strengthen public health and SUD services and systems.",
    description:
      "Leverage opportunities to improve systems that will increase community access to appropriate services and reduce reliance on public safety as first response.",
    lead: "The program:",
    items: [
      rating(
        "c5",
        1,
        "provides community-wide education on the need for PS-COPE systems that provide appropriate substance use and recovery support services",
      ),
      rating("c5", 2, "advocates for accessible treatment and recovery services"),
      rating(
        "c5",
        3,
        "leadership publicly express the need for more accessible treatment and recovery services",
      ),
      rating("c5", 4, "collaborates with community leaders to propose solutions"),
      rating(
        "c5",
        5,
        "collaborates with community to create treatment and recovery services that are culturally responsive to the population(s) served",
      ),
    ],
  },
] as const satisfies readonly RatingArea[];

export const FIGURE_3_TITLE = "Examples of peer support activities - harm reduction and recovery";

/** "Categories of peer support": the columns of Figure 3. */
export const CATEGORIES = ["Emotional", "Instrumental", "Informational", "Affiliational"] as const;

export interface Strategy {
  readonly id: string;
  readonly title: string;
  readonly group: "Harm reduction strategies" | "Recovery support strategies";
  /** What is printed under each category, in their order; null where the figure has no example. */
  readonly examples: readonly [string | null, string | null, string | null, string | null];
}

/** Figure 3, word for word: 6 strategies, 4 categories, 19 examples. */
export const FIGURE_3: readonly Strategy[] = [
  {
    id: "practices",
    title: "Safer practices",
    group: "Harm reduction strategies",
    examples: [
      "One-on-one support and validation; wellness support groups",
      "Provide harm reduction supplies; Connect to HIV, HCV, STI prevention, screening and care",
      "Safer drug use/risk reduction practices; safer sex practices; how to use supplies (e.g., naloxone, fentanyl test strips)",
      "Foster connections; drug user union meetings, events, actions",
    ],
  },
  {
    id: "settings",
    title: "Safer settings",
    group: "Harm reduction strategies",
    examples: [
      "Address emergencies and harmful situations",
      "Identifying relax zones, safe consumption sites",
      "Raise awareness of general topics, such as social and health rights and negotiation skills",
      "Connect to leisure activities of interest",
    ],
  },
  {
    id: "supply",
    title: "Safer supply",
    group: "Harm reduction strategies",
    examples: [
      null,
      "Community drug checking",
      "Organize and participate in advocacy, collective actions and public awareness raising events",
      null,
    ],
  },
  {
    id: "transitions",
    title: "Safer transitions",
    group: "Harm reduction strategies",
    examples: [null, "Warm handoff to health and social services", "Information on PWUD friendly services", null],
  },
  {
    id: "priming",
    title: "Recovery priming",
    group: "Recovery support strategies",
    examples: [
      "One-on-one peer mentoring or coaching; peer-led support groups; telephone recovery support",
      "Provide housing or child-care vouchers; provide public transportation passes",
      "Identifying community health and social services",
      null,
    ],
  },
  {
    id: "mentoring",
    title: "Recovery mentoring",
    group: "Recovery support strategies",
    examples: [
      "One-on-one recovery capital assessments and recovery check-ins",
      "Recovery planning; provide connections to recovery resources",
      "Facilitate wellness seminars or classes; provide information to help with self-advocacy",
      "Arrange outings or activities, such as sober sports, alcohol and drug-free dances, movie nights",
    ],
  },
];

export const FIGURE_4_TITLE = "Examples of peer-led overdose prevention and response programming in justice settings";
export const FIGURE_4_LEAD = "Peer specialists in or working with...";

export interface Setting {
  readonly id: string;
  readonly title: string;
  /** The mark printed behind the title, of one of the figure's footnotes. */
  readonly footnote?: string;
}

/** The columns of Figure 4. */
export const SETTINGS: readonly Setting[] = [
  { id: "community", title: "Community Services" },
  { id: "diversion", title: "Law Enforcement Diversion Programs", footnote: "²" },
  { id: "courts", title: "Courts and Specialty Courts", footnote: "³" },
  { id: "jails", title: "Jails and Prisons", footnote: "⁴" },
  { id: "reentry", title: "Re-entry and Community Corrections" },
];

export interface SettingElement {
  readonly id: string;
  readonly title: string;
  /** What is printed under each setting, in their order; null where the figure has no example. */
  readonly examples: readonly (string | null)[];
  /** The core element that the figure has no row for. */
  readonly isOurs?: true;
}

/** Figure 4, word for word: 4 elements, 5 settings, 10 examples. */
export const FIGURE_4: readonly SettingElement[] = [
  {
    id: "risk",
    title: "Assess and address overdose risk",
    examples: [
      "Assist individuals in self-assessment of overdose risk as part of intervention teams",
      "Distribute survival kits/ harm reduction supply kits",
      null,
      null,
      "Assist individuals in self-assessment of overdose risk",
    ],
  },
  {
    id: "oend",
    title: "Engage in/ provide overdose education and naloxone distribution",
    examples: [
      "Conduct community OEND sessions",
      "Provide brief education program for individuals in diversion programs",
      "Collaborate to provide access to educational material about safer use, distribute naloxone kits and connect to harm reduction services",
      "Provide brief education program for individuals near release",
      null,
    ],
  },
  {
    id: "connect",
    title: "Connect to harm reduction services",
    examples: [
      null,
      "Work with individuals referred by pre-arrest diversion",
      null,
      "Offer information and resources to connect individuals to resources post release",
      null,
    ],
  },
  {
    id: "link",
    title: "Link to SUD treatment and recovery support services",
    examples: ["Work with individuals and families post-overdose", null, null, null, null],
  },
];

/** Core element 4 of the guide, which Figure 4 leaves out. */
export const SCREENING_ROW: SettingElement = {
  id: "screen",
  title: "Provide SUD screening",
  examples: [null, null, null, null, null],
  isOurs: true,
};

/** Printed as two arrows under the whole figure. */
export const FIGURE_4_BARS = ["Building recovery capital", "Supporting positive change"] as const;

/** Numbered as printed: the guide's first footnote stands elsewhere. */
export const FIGURE_4_FOOTNOTES = [
  "2. Deflection and Pre-arrest Diversion: Integrating Peer Support Services contains additional resources specific to law enforcement settings.",
  "3. Bridging the Gap: A Practitioners Guide to Harm Reduction in Drug Courts reimagines drug court practices through a harm reduction lens.",
  "4. Peer Recovery Support Services in Correctional Settings take a deeper look at the use of peer support in short-term, medium-term, long-term and community corrections settings to improve recovery and reentry outcomes.",
] as const;
